// Little memory, few descriptors, a small stack (faults.md §3): a book, or one line and exit 3.
#include <catch2/catch.hpp>
#include <ctime>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // shadow memory needs all the address space there is
#else
constexpr bool kSanitized = false;
#endif

/// Nesting that is deep, but within the limit.
std::string deep_text() {
  std::string out = "# 深\n\n";
  for (int i = 0; i < 40; ++i)
    out += "> ";
  return out + "底\n\n" + short_essay();
}

}  // namespace

TEST_CASE("stack 512 KB is enough", "[resources]") {
  const Desk desk;
  desk.write("a.md", deep_text());
  desk.write("b.md", long_text());
  const Surroundings around{.limits = {{RLIMIT_STACK, 512 << 10}}};
  CHECK(desk.keben({"a.md"}, around).code == 0);
  CHECK(desk.keben({"b.md", "--jobs", "8"}, around).code == 0);
}

TEST_CASE("fd 24 is enough, for many texts too", "[resources]") {
  const Desk desk;
  for (int i = 0; i < 40; ++i)
    desk.write("posts/" + std::to_string(i) + ".md", short_essay());
  const Ended run = desk.keben({"posts", "--jobs", "8"}, {.limits = {{RLIMIT_NOFILE, 24}}});
  CHECK(run.err == "");
  CHECK(run.code == 0);
}

TEST_CASE("no thread to be had: the work is done by one", "[resources]") {
  if (kSanitized) return;  // the leak checker wants a process of its own
  const Desk desk;
  desk.write("a.md", long_text());
  // The limit counts all processes of a user, so it is set where there is none but ours.
  const Ended run =
      desk.keben({"-", "-o", "-", "-t", "epub", "--jobs", "8"},
                 {.input = long_text(), .limits = {{RLIMIT_NPROC, 0}}, .nobody = true});
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("PK"));
}

TEST_CASE("memory: a book, or one line and exit 3; never an abort", "[resources]") {
  if (kSanitized) return;
  const Desk desk;
  desk.write("a.md", long_text());
  desk.write("a.epub", "an older book");
  int starved = 0;
  for (rlim_t megabytes = 32; megabytes <= 256; megabytes += 32) {
    const Ended run =
        desk.keben({"a.md", "-o", "a.epub", "-o", "a.pdf", "--jobs", megabytes % 64 ? "8" : "1"},
                   {.limits = {{RLIMIT_AS, megabytes << 20}}});
    INFO(megabytes << " MB: " << run.err);
    if (run.code == 127) continue;  // the loader itself had no room
    CHECK((run.code == 0 || run.code == 3));
    // Where a font library has no room it says that the font is at fault; that, too, is one line.
    if (run.code == 3) CHECK(has(run.err, "error["));
    starved += has(run.err, "out of memory") ? 1 : 0;
    for (const std::string& name : desk.names())
      CHECK((name == "a.md" || name == "a.epub" || name == "a.pdf"));
  }
  CHECK(starved > 0);
  CHECK(desk.keben({"a.md", "-o", "a.epub"}).code == 0);
}

TEST_CASE("256 MB RAM is enough for a book of sixty chapters", "[resources]") {
  if (kSanitized) return;
  const Desk desk;
  desk.write("a.md", long_text());
  CHECK(desk.keben({"a.md", "--jobs", "2"}, {.limits = {{RLIMIT_DATA, 256 << 20}}}).code == 0);
}

TEST_CASE("a text that would take for ever ends after its share of CPU", "[resources]") {
  const Desk desk;
  desk.write("a.md", long_text());
  desk.write("a.pdf", "an older book");
  // One second stands in for the sixty, and most of it is gone before the program begins: however
  // fast it is, what is left is too little. The handler is the same.
  const std::string text = long_text();
  std::string longer;
  for (int i = 0; i < 14; ++i)
    longer += text.substr(text.find("# "));
  const Ended run = desk.keben({"-", "-o", "a.pdf", "--jobs", "1"},
                               {.input = longer, .first = [] {
                                  while (std::clock() < CLOCKS_PER_SEC * 7 / 10) {
                                  }
                                  const rlimit limit{1, 60};
                                  return setrlimit(RLIMIT_CPU, &limit) == 0;
                                }});
  CHECK(run.code == 1);
  CHECK(has(run.err, "error[out-of-time]"));
  CHECK(desk.names() == Names{"a.md", "a.pdf"});
  CHECK(desk.read("a.pdf") == "an older book");
}
