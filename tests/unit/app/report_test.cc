#include "app/report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace keben;
using namespace keben::app;

namespace {

const Voice kChinese{.language = UiLanguage::zh};
const Voice kEnglish{.language = UiLanguage::en};

struct Told {
  Account account;
  SourceMap sources;
  FileId file = sources.add("文/a.md", "first line\n第二行，有图\n");

  SourceSpan at(std::uint32_t line, std::uint16_t column) const {
    return {line, line, column, column, file};
  }
  std::string text(const Voice& voice) const { return text_report(account, sources, voice); }
  std::vector<nlohmann::json> json(const Voice& voice) const {
    std::vector<nlohmann::json> out;
    std::istringstream lines(json_report(account, sources, voice));
    for (std::string line; std::getline(lines, line);)
      out.push_back(nlohmann::json::parse(line));
    return out;
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++out;
  return out;
}

}  // namespace

TEST_CASE("a message is in gcc's form, with its line and its hint", "[app][report]") {
  Told told;
  told.account.log.warn("image-missing", told.at(2, 5), {"缺图", "no picture"}, {"补上", "add it"});
  CHECK(told.text(kChinese) ==
        "文/a.md:2:5: warning[image-missing]: 缺图\n"
        "    2 | 第二行，有图\n"
        "      |         ^\n"
        "      hint: 补上\n");
  CHECK(told.text(kEnglish).find("warning[image-missing]: no picture\n") != std::string::npos);
}

TEST_CASE("messages go by place, errors without one come last", "[app][report]") {
  Told told;
  told.account.log.note("c", {}, {"三", "three"});
  told.account.log.note("b", told.at(2, 1), {"二", "two"});
  told.account.log.note("a", told.at(1, 3), {"一", "one"});
  told.account.errors.push_back({Fault::machine, "d", {"四", "four"}});
  const std::string text = told.text(kEnglish);
  CHECK(text.find("one") < text.find("two"));
  CHECK(text.find("two") < text.find("three"));
  CHECK(text.find("three") < text.find("four"));
  CHECK(text.find("keben: error[d]: four\n") != std::string::npos);
}

TEST_CASE("the twenty-first of a code is counted, not shown", "[app][report]") {
  Told told;
  for (int i = 0; i < 25; ++i)
    told.account.log.warn("many", told.at(1, 1), {"多", "many"});
  for (int i = 0; i < 20; ++i)
    told.account.log.warn("few", told.at(1, 1), {"少", "few"});
  const std::string text = told.text(kEnglish);
  CHECK(count(text, "warning[many]") == 20);
  CHECK(count(text, "warning[few]") == 20);
  CHECK(text.find("keben: note[many]: 5 more of these; -v lists them\n") != std::string::npos);
  CHECK(text.find("note[few]") == std::string::npos);
  CHECK(told.text(kChinese).find("keben: note[many]: 另有 5 条，-v 逐条列出\n") !=
        std::string::npos);
  CHECK(told.json(kEnglish).size() == 46);
}

TEST_CASE("of notes that only name files the first five are shown, with -v all", "[app][report]") {
  Told told;
  for (int i = 0; i < 8; ++i)
    told.account.log.note("left", {}, {"未收", "left out"});
  CHECK(count(told.text(kEnglish), "note[left]: left out") == 5);
  CHECK(told.text(kEnglish).find("note[left]: 3 more of these") != std::string::npos);
  const std::string all = told.text({.language = UiLanguage::en, .verbose = true});
  CHECK(count(all, "note[left]: left out") == 8);
  CHECK(all.find("more of these") == std::string::npos);
}

TEST_CASE("quiet keeps errors", "[app][report]") {
  Told told;
  told.account.log.warn("w", told.at(1, 1), {"警", "warned"});
  told.account.log.error("e", told.at(1, 1), {"错", "wrong"});
  told.account.errors.push_back({Fault::usage, "u", {"用法", "usage"}});
  const std::string text = told.text({.language = UiLanguage::en, .quiet = true});
  CHECK(text.find("warned") == std::string::npos);
  CHECK(text.find("wrong") != std::string::npos);
  CHECK(text.find("usage") != std::string::npos);
}

TEST_CASE("names and words cannot move the cursor", "[app][report]") {
  Told told;
  const FileId odd = told.sources.add("b\x1b]0;x\x07.md", "\x1b[2J\n");
  told.account.log.warn("w", {1, 1, 1, 1, odd}, {"\x1b[31m红", "\x1b[31mred\n"}, {"", "\x07"});
  const std::string text = told.text({.language = UiLanguage::en});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(count(text, "\n") == 4);
}

TEST_CASE("colour is around the label only", "[app][report]") {
  Told told;
  told.account.log.warn("w", told.at(1, 1), {"警", "warned"});
  const std::string text = told.text({.language = UiLanguage::en, .colour = true});
  CHECK(text.starts_with("文/a.md:1:1: \x1b[1;35mwarning[w]:\x1b[0m warned\n"));
}

TEST_CASE("names of books are one a line, and none beside a book on standard output",
          "[app][report]") {
  Account account;
  account.books = {{"a.epub", "epub", "", 1, 0}, {"b.pdf", "pdf", "", 1, 3}};
  CHECK(names_of_books(account) == "a.epub\nb.pdf\n");
  account.books.push_back({"-", "pdf", "", 1, 3});
  CHECK(names_of_books(account) == "");
}

TEST_CASE("JSON tells messages with their places, then the result", "[app][report]") {
  Told told;
  told.account.log.warn("w", {1, 2, 3, 4, told.file}, {"警", "warned"}, {"补", "mend"});
  told.account.log.note("n", {}, {"注", "noted"});
  told.account.errors.push_back({Fault::machine, "e", {"错", "wrong"}});
  told.account.books = {{"a.epub", "epub", "00ff", 12, 0}, {"b.pdf", "pdf", "ff00", 34, 5}};
  told.account.exit_code = 3;
  const auto objects = told.json(kEnglish);
  REQUIRE(objects.size() == 4);
  CHECK(objects[0] == nlohmann::json({{"type", "diagnostic"},
                                      {"severity", "warning"},
                                      {"code", "w"},
                                      {"message", "warned"},
                                      {"hint", "mend"},
                                      {"file", "文/a.md"},
                                      {"line", 1},
                                      {"column", 3},
                                      {"end_line", 2},
                                      {"end_column", 4}}));
  CHECK_FALSE(objects[1].contains("file"));
  CHECK(objects[2]["severity"] == "error");
  CHECK(
      objects[3] ==
      nlohmann::json({{"type", "result"},
                      {"exit", 3},
                      {"outputs",
                       {{{"path", "a.epub"}, {"format", "epub"}, {"sha256", "00ff"}, {"bytes", 12}},
                        {{"path", "b.pdf"},
                         {"format", "pdf"},
                         {"sha256", "ff00"},
                         {"bytes", 34},
                         {"pages", 5}}}}}));
}

TEST_CASE("JSON is UTF-8 whatever names are", "[app][report]") {
  Told told;
  told.account.books = {{"\xFF\xC3.epub", "epub", "", 1, 0}};
  CHECK(told.json(kEnglish).back()["outputs"][0]["path"] == "\uFFFD\uFFFD.epub");
}
