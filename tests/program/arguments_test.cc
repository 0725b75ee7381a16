// The command line: what it takes, and what it says to what it does not (product.md, "Commands").
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

struct Essay : Desk {
  Essay() { write("a.md", short_essay()); }

  /// Runs it and checks that it was refused as usage, in one message, with nothing made.
  Ended refused(std::vector<std::string> arguments, const std::string& code) const {
    const Ended run = keben(std::move(arguments));
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(run.err.starts_with("keben: error[" + code + "]: "));
    CHECK(count(run.err, "error[") == 1);
    CHECK(count(run.err, "hint: ") == 1);
    CHECK(names() == Names{"a.md"});
    return run;
  }
};

/// The words that English messages of the library and of ours have here, and Chinese ones have not.
bool speaks_english(const std::string& text) {
  for (const char* word : {"required", "missing", "expected", "argument", "not ", "TEXT", "no ",
                           "such", " value", "could"})
    if (has(text, word)) return true;
  return false;
}

}  // namespace

TEST_CASE("--version is one line", "[arguments]") {
  const Desk desk;
  const Ended run = desk.keben({"--version"});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  CHECK(run.out.starts_with("keben 0."));
  CHECK(lines_of(run.out).size() == 1);
  CHECK(desk.keben({"no-such.md", "--version"}).code == 0);
}

TEST_CASE("--help names every flag, in Chinese and in English", "[arguments]") {
  const Desk desk;
  const Ended zh = desk.keben({"--help", "--ui-lang", "zh"});
  const Ended en = desk.keben({"-h", "--ui-lang=en"});
  CHECK((zh.code == 0 && en.code == 0 && zh.err.empty() && en.err.empty()));
  CHECK(has(zh.out, "退出码"));
  CHECK(has(en.out, "Exit codes"));
  for (const char* flag : {"-o",
                           "--output",
                           "-t",
                           "--to",
                           "--dump",
                           "--title",
                           "--author",
                           "--date",
                           "--lang",
                           "--cover",
                           "--css",
                           "--toc-depth",
                           "--page",
                           "--for",
                           "--theme",
                           "--font-dir",
                           "-f",
                           "--from",
                           "--from-encoding",
                           "--root",
                           "--offline",
                           "--allow-host",
                           "--strict",
                           "--jobs",
                           "-q",
                           "-v",
                           "--json",
                           "--color",
                           "--ui-lang",
                           "--version",
                           "--help"}) {
    INFO(flag);
    CHECK(has(zh.out, flag));
    CHECK(has(en.out, flag));
  }
}

TEST_CASE("messages follow the locale, --ui-lang wins", "[arguments]") {
  const Essay desk;
  const auto heard = [&](std::vector<std::string> arguments, const char* name, const char* value) {
    return desk.keben(std::move(arguments), {.environment = {{name, value}}}).err;
  };
  CHECK(has(heard({"无.md"}, "LANG", "zh_CN.UTF-8"), "读不到 无.md"));
  CHECK(has(heard({"无.md"}, "LC_ALL", "zh_TW.UTF-8"), "读不到"));
  CHECK(has(heard({"无.md"}, "LANG", "de_DE.UTF-8"), "cannot read"));
  CHECK(has(heard({"无.md", "--ui-lang", "en"}, "LANG", "zh_CN.UTF-8"), "cannot read"));
  CHECK(has(heard({"无.md", "--ui-lang", "zh"}, "LANG", "C"), "读不到"));
  CHECK(has(heard({"--bogus", "--ui-lang", "zh"}, "LANG", "C"), "没有这个选项：--bogus"));
  CHECK(has(heard({"--ui-lang=en", "--bogus"}, "LANG", "zh_CN.UTF-8"), "no such flag: --bogus"));
}

TEST_CASE("the system's reasons, too, are Chinese where messages are", "[arguments]") {
  const Essay desk;
  CHECK(has(desk.keben({"无.md", "--ui-lang", "zh"}).err, "读不到 无.md：没有这个文件或文件夹"));
}

TEST_CASE("an unknown flag is named", "[arguments]") {
  const Essay desk;
  CHECK(has(desk.refused({"a.md", "--bogus"}, "flag-unknown").err, "--bogus"));
  CHECK(has(desk.refused({"-x", "a.md"}, "flag-unknown").err, "-x"));
  CHECK(has(desk.refused({"a.md", "--pagee=A4"}, "flag-unknown").err, "--pagee"));
}

TEST_CASE("a bad value is named, and the good ones listed", "[arguments]") {
  const Essay desk;
  const auto message = [&](const char* flag, const char* value) {
    const std::string text = desk.refused({"a.md", flag, value}, "flag-value").err;
    CHECK(has(text, flag));
    CHECK(has(text, value));
    return text;
  };
  CHECK(has(message("--to", "mobi"), "epub pdf"));
  CHECK(has(message("--page", "A3"), "A5"));
  CHECK(has(message("--page", "0x10mm"), "大32开"));
  CHECK(has(message("--dump", "xhtml"), "display-list"));
  CHECK(has(message("--from", "pandoc"), "commonmark"));
  CHECK(has(message("--color", "blue"), "always"));
  CHECK(has(message("--ui-lang", "fr"), "zh"));
  CHECK(has(message("--for", "web"), "screen"));
  CHECK(has(message("--jobs", "0"), "1–256"));
  CHECK(has(message("--jobs", "four"), "1–256"));
  CHECK(has(message("--toc-depth", "7"), "1–6"));
  CHECK(has(message("--date", "tomorrow"), "2025-01-25"));
  CHECK(has(message("--lang", "!"), "zh-CN"));
  CHECK(has(message("--theme", "neon"), "song"));
  CHECK(has(message("--root", "nowhere"), "folder"));
}

TEST_CASE("what a flag lacks or has too much of is said in the user's language", "[arguments]") {
  const Essay desk;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"a.md", "-o"},
                                                    {"a.md", "--page"},
                                                    {"a.md", "--strict=7"},
                                                    {"a.md", "--page="},
                                                    {"a.md", "--author"},
                                                    {"a.md", "--json=maybe"},
                                                    {"a.md", "-qx"}}) {
    std::vector<std::string> zh = {"--ui-lang=zh"};
    zh.insert(zh.end(), arguments.begin(), arguments.end());
    const Ended run = desk.keben(zh);
    INFO(arguments.back() << ": " << run.err);
    CHECK(run.code == 2);
    CHECK_FALSE(speaks_english(run.err));
  }
  CHECK(desk.names() == Names{"a.md"});
  CHECK(has(desk.keben({"a.md", "--page"}).err, "--page"));
}

TEST_CASE("a folder that may not be looked into is a bad value, not a bug", "[arguments]") {
  const Desk desk;
  desk.write("closed/inner/keep", "");
  std::filesystem::permissions(desk.path("closed"), std::filesystem::perms::none);
  for (const char* flag : {"--root", "--font-dir"}) {
    CHECK(desk.keben({"a.md", flag, "closed/inner"}, {.nobody = true}).code == 2);
    CHECK(desk.keben({"a.md", flag, std::string(5000, 'n')}).code == 2);
  }
  std::filesystem::permissions(desk.path("closed"), std::filesystem::perms::owner_all);
}

TEST_CASE("no text, and flags that exclude each other", "[arguments]") {
  const Essay desk;
  desk.refused({}, "no-input");
  desk.refused({"--to", "epub"}, "no-input");
  desk.refused({"a.md", "-q", "-v"}, "usage");
}

TEST_CASE("flags win over front matter", "[arguments]") {
  const Desk desk;
  desk.write("a.md",
             "---\ntitle: 原题\nauthor: 甲\ndate: 2020-01-01\nlang: en\n---\n\n正文在此。\n");
  const Ended run = desk.keben({"a.md", "-t", "epub", "--title", "新题", "--author", "乙",
                                "--author=丙", "--date", "2024-02-29", "--lang", "zh-TW"});
  CHECK(run.code == 0);
  const std::string container = entry_of(desk.path("a.epub"), "META-INF/container.xml");
  const std::size_t start = container.find("full-path=\"") + 11;
  const std::string package =
      entry_of(desk.path("a.epub"), container.substr(start, container.find('"', start) - start));
  for (const char* part : {">新题<", ">乙<", ">丙<", "2024-02-29", ">zh-TW<"}) {
    INFO(part << " in " << package);
    CHECK(has(package, part));
  }
  CHECK_FALSE(has(package, "原题"));
  CHECK_FALSE(has(package, ">甲<"));
}

TEST_CASE("--page and --for change the PDF's pages", "[arguments]") {
  const Essay desk;
  const auto box = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"a.md", "-o", "a.pdf"});
    REQUIRE(desk.keben(more).code == 0);
    const std::string pdf = desk.read("a.pdf");
    const std::size_t start = pdf.find("/MediaBox");
    return pdf.substr(start, pdf.find(']', start) - start);
  };
  CHECK(box({"--page", "A5"}) == box({}));
  CHECK(box({"--page", "148x210mm"}) == box({}));
  CHECK(box({"--page", "B5"}) != box({}));
  CHECK(box({"--page", "大32开"}) != box({"--page", "32开"}));
  box({});
  const std::string print = desk.read("a.pdf");
  box({"--for", "screen"});
  CHECK((desk.read("a.pdf") != print));
}

TEST_CASE("--dump prints a stage and makes no files", "[arguments]") {
  const Essay desk;
  const auto dumped = [&](const char* stage) {
    const Ended run = desk.keben({"a.md", "--dump", stage});
    CHECK(run.code == 0);
    CHECK(run.err == "");
    CHECK(desk.names() == Names{"a.md"});
    return run.out;
  };
  const std::string html = dumped("html");
  CHECK(has(html, "<h1>一、晨雾</h1>"));
  CHECK(has(html, "<strong>不紧不慢</strong>"));
  CHECK(has(dumped("model"), "一、晨雾"));
  CHECK(has(dumped("outline"), "二、归途"));
  CHECK(lines_of(dumped("display-list")).size() > 50);
  std::set<std::string> all;
  for (const char* stage : {"html", "model", "outline", "display-list"})
    all.insert(dumped(stage));
  CHECK(all.size() == 4);
}
