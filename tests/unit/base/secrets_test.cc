#include "base/secrets.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/diagnostic.h"

using namespace keben;

namespace {

std::string cut(std::string address) {
  cut_secret(address);
  return address;
}

std::string cut_in(std::string prose) {
  cut_secrets(prose);
  return prose;
}

}  // namespace

TEST_CASE("an address loses what stands before its @", "[base][secrets][rfc3986-3.2.1]") {
  CHECK(cut("https://u:p@h/a") == "https://h/a");
  CHECK(cut("HTTPS://u@h") == "HTTPS://h");
  CHECK(cut("ftp://a:b@c@h:21/") == "ftp://h:21/");
  CHECK(cut("//u:p@h/") == "//h/");
  CHECK(cut("https:/u:p@h/") == "https:/h/");
  CHECK(cut("http:u:p@h/") == "http:h/");
  CHECK(cut("https:\\\\u:p@h") == "https:\\\\h");
  CHECK(cut("ht\ttps://u:p@h") == "ht\ttps://h");
  CHECK(cut("postgres://用户:密@h/") == "postgres://h/");
  std::string picture = "https://u:p@h/a.png";
  CHECK(cut_secret(picture, kMaskedSecret));
  CHECK(picture == "https://***@h/a.png");
}

TEST_CASE("what has nothing before an @ stays as it is", "[base][secrets]") {
  for (const char* same :
       {"https://h/a@b", "https://h?a@b", "https://h#a@b", "mailto:a@b", "a@b", "mailto://a@b",
        "a/b@c", "tel:1@2", "xmpp:a@b", "#a@b", "", "https://", "C:a@b"}) {
    std::string text = same;
    CHECK_FALSE(cut_secret(text));
    CHECK(text == same);
  }
}

TEST_CASE("running text loses it from whole addresses, and nothing else", "[base][secrets]") {
  CHECK(cut_in("见 https://u:p@h/a 与 postgres://x:y@z。") == "见 https://h/a 与 postgres://z。");
  CHECK(cut_in("https://token@h/") == "https://h/");
  for (const char* same : {"见https://a.cn，联系b@c.d", "见https://a.cn联系b@c.d", "a@b",
                           "https://a b@c", "http:u:p@h", "//u:p@h", "https://u@ 后",
                           "ssh://git@h/", "mailto://a@b", "注：//某人@某处", "a://b/c@d"})
    CHECK(cut_in(same) == same);
}

TEST_CASE("messages mask it wherever it may be one", "[base][secrets]") {
  CHECK(masked_secrets("![](https://u:p@h/a.png)") == "![](https://***@h/a.png)");
  CHECK(masked_secrets("(//u:p@h) <http:u:p@h> \"https:/\\u:p@h\"") ==
        "(//***@h) <http:***@h> \"https:/\\***@h\"");
  CHECK(masked_secrets("https://甲:乙@h https://a@b@c") == "https://***@h https://***@c");
  CHECK(masked_secrets("https://a?b=https://u:p@c") == "https://a?b=https://***@c");
  CHECK(masked_secrets("a@b、见https://a.cn，联系b@c.d") == "a@b、见https://a.cn，联系b@c.d");
  CHECK(masked_secrets("[信](mailto://a@b.cn)") == "[信](mailto://a@b.cn)");
  Diagnostics log;
  log.warn("image-missing", {}, {"没有 https://u:p@h/", "no https://u:p@h/"}, {"", "not u:p@h"});
  CHECK(log.all()[0].text.zh == "没有 https://***@h/");
  CHECK(log.all()[0].text.en == "no https://***@h/");
}

TEST_CASE("secrets are looked for in linear time", "[base][secrets][time]") {
  for (const char* piece : {"http:", "://", "//", "a:", "@", "://a@", "http://a"}) {
    std::string text;
    for (int i = 0; i < 500'000; ++i)
      text += piece;
    CHECK_FALSE(masked_secrets(text).empty());
    static_cast<void>(cut_secrets(text));
  }
}
