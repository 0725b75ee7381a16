#include <catch2/catch.hpp>

#include "base/language_tag.h"
#include "base/xml_names.h"

using namespace keben;

TEST_CASE("an XML name begins with a letter and holds no space or colon", "[base][xml]") {
  for (const char* name : {"a", "_1", "Layer-1", "图层.一", "é", "𠮷"})
    CHECK(is_ncname(name));
  for (const char* name : {"", "1a", "-a", ".a", "a b", "a:b", "图　层", "a—b", "a×b", "a%b"})
    CHECK_FALSE(is_ncname(name));
}

TEST_CASE("a language tag has its parts in their order", "[base][rfc5646-2.1]") {
  for (const char* tag :
       {"zh", "zh-CN", "zh-Hant-TW", "zh-cmn-Hans-CN", "es-419", "de-CH-1996", "sl-rozaj-biske",
        "en-a-bbb-x-a", "en-u-co-phonebk", "x-any", "i-klingon", "yue", "ZH-hans"})
    CHECK(is_language_tag(tag));
  for (const char* tag :
       {"", "z", "zh-", "zh--CN", "zh_CN", "en-a", "zh-x", "en-US-US", "en-x", "zh-abc-abc-abc-abc",
        "abcdefghi", "en-abcdefghi", "de-1996-1996", "en-a-bb-a-cc", "1a", "中文", "x"})
    CHECK_FALSE(is_language_tag(tag));
}
