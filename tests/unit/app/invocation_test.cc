#include "app/invocation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace keben;
using namespace keben::app;

namespace {

Result<Invocation> read(std::vector<const char*> arguments, const Environment& environment = {}) {
  return read_command_line(arguments, environment);
}

/// The message of a command line that is refused; empty where it is taken.
Words refusal(std::vector<const char*> arguments) {
  const Result<Invocation> asked = read(std::move(arguments));
  if (asked) return {};
  CHECK(asked.error().fault == Fault::usage);
  CHECK_FALSE(asked.error().hint.empty());
  return asked.error().what;
}

}  // namespace

TEST_CASE("a bare name asks for both books", "[app][invocation]") {
  const auto asked = read({"essay.md"});
  REQUIRE(asked);
  CHECK(asked->command == Command::make);
  CHECK(asked->inputs == std::vector<std::string>{"essay.md"});
  CHECK(asked->outputs.empty());
  CHECK(asked->formats.empty());
  CHECK_FALSE(asked->dump);
  CHECK(asked->options.jobs.v >= 1);
}

TEST_CASE("check is a command in the first place only", "[app][invocation]") {
  CHECK(read({"check", "a.md"})->command == Command::check);
  CHECK(read({"check", "check"})->inputs == std::vector<std::string>{"check"});
  CHECK(read({"a.md", "check"})->inputs == std::vector<std::string>{"a.md", "check"});
  CHECK(read({"./check"})->command == Command::make);
}

TEST_CASE("flags and texts may stand in any order, = or not", "[app][invocation]") {
  const auto asked =
      read({"-o", "x.epub", "a.md", "--output=y.pdf", "b.md", "-oz.epub", "--jobs=3", "-q"});
  REQUIRE(asked);
  CHECK(asked->inputs == std::vector<std::string>{"a.md", "b.md"});
  CHECK(asked->outputs == std::vector<std::string>{"x.epub", "y.pdf", "z.epub"});
  CHECK(asked->options.jobs.v == 3);
  CHECK(asked->options.epub.jobs.v == 3);
  CHECK(asked->options.pdf.jobs.v == 3);
  CHECK(asked->voice.quiet);
}

TEST_CASE("what may be repeated adds up, else the last one counts", "[app][invocation]") {
  const auto asked = read({"a.md", "-t",           "pdf", "--to",         "epub", "--author",
                           "甲",   "--author",     "乙",  "--font-dir",   ".",    "--font-dir",
                           "/",    "--allow-host", "a:1", "--allow-host", "b",    "--title",
                           "一",   "--title",      "二",  "--toc-depth",  "1",    "--toc-depth",
                           "4"});
  REQUIRE(asked);
  CHECK(asked->formats == std::vector<Format>{Format::pdf, Format::epub});
  CHECK(asked->options.meta.authors == std::vector<std::string>{"甲", "乙"});
  CHECK(asked->options.pdf.font_folders == std::vector<std::filesystem::path>{".", "/"});
  CHECK(asked->options.fetch.allowed_hosts == std::vector<std::string>{"a:1", "b"});
  CHECK(asked->options.meta.title == "二");
  CHECK(asked->options.epub.toc_depth == 4);
  CHECK(asked->options.pdf.toc_depth == 4);
}

TEST_CASE("after -- everything is a text", "[app][invocation]") {
  CHECK(read({"-q", "--", "-v", "--strict"})->inputs == std::vector<std::string>{"-v", "--strict"});
}

TEST_CASE("the environment speaks where flags do not", "[app][invocation]") {
  Environment zh;
  zh.language = UiLanguage::zh;
  zh.source_date_epoch = 7;
  CHECK(read({"a.md"}, zh)->voice.language == UiLanguage::zh);
  CHECK(read({"a.md", "--ui-lang", "en"}, zh)->voice.language == UiLanguage::en);
  CHECK(read({"a.md"}, zh)->options.source_date_epoch == 7);
  Environment terminal;
  terminal.terminal = true;
  CHECK(read({"a.md"}, terminal)->voice.colour);
  CHECK_FALSE(read({"a.md", "--color", "never"}, terminal)->voice.colour);
  terminal.no_colour = true;
  CHECK_FALSE(read({"a.md"}, terminal)->voice.colour);
  CHECK(read({"a.md", "--color=always"}, terminal)->voice.colour);
}

TEST_CASE("the first bad value is the one that is told", "[app][invocation]") {
  CHECK(refusal({"a.md", "--page", "A9"}).en.starts_with("no value of --page: A9 ("));
  CHECK(refusal({"a.md", "--page", "A9"}).zh.starts_with("--page 的值无效：A9"));
  CHECK(refusal({"a.md", "--typeset", "indent=3"})
            .en.starts_with("no value of --typeset: indent=3 (kinsoku=auto|none|"));
  CHECK(refusal({"a.md", "--typeset", "indent"}).en.starts_with("no value of --typeset: indent ("));
  CHECK(refusal({"a.md", "--to", "epub", "--to", "mobi"}).en ==
        "no value of --to: mobi (epub pdf)");
  for (const char* number : {"0", "257", "-1", "1.5", "0x10", "1 ", "99999999999999999999"})
    CHECK(refusal({"a.md", "--jobs", number}).en.starts_with("no value of --jobs: "));
}

TEST_CASE("a flag without its value, a switch with one", "[app][invocation]") {
  CHECK(refusal({"a.md", "-o"}) == Words{"--output 后面缺一个值", "--output needs a value"});
  CHECK(refusal({"a.md", "--title"}) == Words{"--title 后面缺一个值", "--title needs a value"});
  CHECK(refusal({"a.md", "--strict=yes"}) ==
        Words{"--strict 后面不跟值", "--strict takes no value"});
  CHECK(refusal({"a.md", "--offline=1"}).en == "--offline takes no value");
}

TEST_CASE("no text is refused, unless help or the version was asked for", "[app][invocation]") {
  CHECK_FALSE(refusal({}).empty());
  CHECK_FALSE(refusal({"check"}).empty());
  CHECK(read({"--help"})->command == Command::help);
  CHECK(read({"--version"})->command == Command::version);
  CHECK(read({"--version", "-h"})->command == Command::help);
}

TEST_CASE("a command line that cannot be read still says how to talk", "[app][invocation]") {
  const auto voice = [](std::vector<const char*> arguments) {
    return spoken_voice(arguments, Environment());
  };
  CHECK(voice({"--bogus"}).language == UiLanguage::en);
  CHECK(voice({"--bogus", "--ui-lang", "zh"}).language == UiLanguage::zh);
  CHECK(voice({"--ui-lang=zh", "--bogus"}).language == UiLanguage::zh);
  CHECK(voice({"--ui-lang"}).language == UiLanguage::en);
  CHECK(voice({"--json", "--bogus"}).json);
  CHECK_FALSE(voice({"--bogus", "--", "--json"}).json);
}

TEST_CASE("help has both languages, line for line", "[app][invocation]") {
  const std::string zh = help_text(UiLanguage::zh);
  const std::string en = help_text(UiLanguage::en);
  CHECK(std::count(zh.begin(), zh.end(), '\n') == std::count(en.begin(), en.end(), '\n'));
}
