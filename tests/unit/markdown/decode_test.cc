// From bytes to text: encodings, line ends, characters that no book can hold.
#include <catch2/catch.hpp>

#include "markdown/read.h"

using namespace keben;
using namespace keben::markdown;

namespace {

struct Decoded {
  std::string text;
  std::string error;
  std::string hint;
  Diagnostics log;

  std::vector<std::string> said() const {
    std::vector<std::string> out;
    for (const Diagnostic& each : log.all())
      out.push_back(each.code);
    return out;
  }
};

Decoded decoded(const std::string& bytes, const std::string& encoding = {}) {
  Decoded out;
  config::ReadOptions options;
  options.encoding = encoding;
  const Result<std::string> text = decode_text(bytes, "a.md", {}, options, out.log);
  if (text) {
    out.text = *text;
  } else {
    out.error = text.error().what.en;
    out.hint = text.error().hint.en;
  }
  return out;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("UTF-8 comes through as it is, its mark and line ends aside", "[markdown][decode]") {
  CHECK(decoded("\xEF\xBB\xBF甲\r\n乙\r丙\n").text == "甲\n乙\n丙\n");
  CHECK(decoded("甲").said().empty());
}

TEST_CASE("UTF-16 is known by its mark", "[markdown][decode]") {
  using namespace std::string_literals;
  CHECK(decoded("\xFF\xFE\x32\x75\n\0"s).text == "甲\n");
  CHECK(decoded("\xFE\xFF\x75\x32\0\n"s).text == "甲\n");
}

TEST_CASE("GB18030 that reads as Chinese is taken, with a note", "[markdown][decode]") {
  // 这是中文的文章。
  const Decoded read =
      decoded("\xD5\xE2\xCA\xC7\xD6\xD0\xCE\xC4\xB5\xC4\xCE\xC4\xD5\xC2\xA1\xA3\n");
  CHECK(read.text == "这是中文的文章。\n");
  CHECK(read.said() == Said{"encoding-gb18030"});
}

TEST_CASE("other encodings are an error that names line, byte and a guess", "[markdown][decode]") {
  // これはテストです。in Shift_JIS, on the second line.
  const std::string japanese =
      "# a\n\x82\xB1\x82\xEA\x82\xCD\x83\x65\x83\x58\x83\x67\x82\xC5\x82\xB7\x81\x42\n";
  const Decoded read = decoded(japanese);
  CHECK(read.error.find("line 2 (byte 4)") != std::string::npos);
  CHECK(read.hint.find("--from-encoding SHIFT_JIS") != std::string::npos);
  CHECK(decoded(japanese, "shift_jis").text == "# a\nこれはテストです。\n");
  CHECK(decoded("a\n", "no-such").error.find("no-such") != std::string::npos);
}

TEST_CASE("binary is told as such", "[markdown][decode]") {
  std::string bytes = "\x89PNG\r\n\x1A\n";
  for (int i = 0; i < 200; ++i)
    bytes += static_cast<char>(i % 7);
  bytes += "\xFF\xFE\xFF";
  CHECK(decoded(bytes).hint.find("does not look like a text file") != std::string::npos);
}

TEST_CASE("controls go, NUL and noncharacters become U+FFFD, with one warning",
          "[markdown][decode]") {
  using namespace std::string_literals;
  const Decoded read = decoded("甲\n乙\x01丙\0丁\xEF\xBF\xBE\t戊\x7F\n"s);
  CHECK(read.text == "甲\n乙丙\uFFFD丁\uFFFD\t戊\n");
  CHECK(read.said() == Said{"characters-unusable"});
  CHECK(read.log.all().at(0).text.en.find("4 unusable") != std::string::npos);
  CHECK(read.log.all().at(0).at == SourceSpan{2, 2, 2, 2, {}});
}

TEST_CASE("an unusable character is placed where its line stands in the text that is kept",
          "[markdown][decode]") {
  using namespace std::string_literals;
  CHECK(decoded("甲\r乙\r\x02丙"s).log.all().at(0).at == SourceSpan{3, 3, 1, 1, {}});
  CHECK(decoded("\uFEFF甲\u200B乙\x02"s).log.all().at(0).at == SourceSpan{1, 1, 3, 3, {}});
}

TEST_CASE("zero-width spaces go in silence, joiners stay", "[markdown][decode]") {
  const Decoded read = decoded("甲\u200B乙\uFEFF丙\u200D丁\u200C");
  CHECK(read.text == "甲乙丙\u200D丁\u200C");
  CHECK(read.said().empty());
}

TEST_CASE("a letter carries at most thirty-two marks", "[markdown][decode]") {
  const auto marked = [](std::size_t n) {
    std::string text = "a";
    for (std::size_t i = 0; i < n; ++i)
      text += "\u0301";
    return text;
  };
  CHECK(decoded(marked(32)).text == marked(32));
  const Decoded read = decoded("甲\n" + marked(1000) + "b" + marked(40));
  CHECK(read.text == "甲\n" + marked(32) + "b" + marked(32));
  CHECK(read.said() == Said{"marks-too-many"});
  CHECK(read.log.all().at(0).text.en.find("976") != std::string::npos);
  CHECK(read.log.all().at(0).at.first_line == 2);
}

TEST_CASE("a file over the limit is an error", "[markdown][decode]") {
  CHECK(decoded(std::string((16u << 20) + 1, 'a')).error.find("16 MiB") != std::string::npos);
}

TEST_CASE("what no book can hold is found wherever it lies", "[markdown][decode]") {
  struct Row {
    std::string bytes, becomes;
  };
  const std::vector<Row> rows = {
      {"\r\n", "\n"},         {"\x07", ""},         {"\x7F", ""},         {"\u200B", ""},
      {"\uFEFF", ""},         {"\uFDD0", "\uFFFD"}, {"\uFFFE", "\uFFFD"}, {"\U0001FFFE", "\uFFFD"},
      {"\uFFFD", "\uFFFD"},   {"\u200C", "\u200C"}, {"😀", "😀"},           {"\t\n", "\t\n"},
      {"，“…”～", "，“…”～"},
  };
  for (const Row& row : rows) {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string lead = std::string(before, 'a') + "汉字，é";
      CHECK(decoded(lead + row.bytes + lead + row.bytes).text ==
            lead + row.becomes + lead + row.becomes);
    }
  }
}

TEST_CASE("the marks that one letter may carry end at a limit, wherever it lies",
          "[markdown][decode][faults]") {
  for (std::size_t before = 0; before < 70; before += 3) {
    const std::string lead = std::string(before, 'a') + "汉";
    std::string most = lead, more = lead;
    for (int k = 0; k < 32; ++k)
      most += "\u0301", more += "\u0301";
    CHECK(decoded(most + "x").text == most + "x");
    CHECK(decoded(more + "\u0301x" + std::string(before, 'b')).text ==
          most + "x" + std::string(before, 'b'));
  }
}
