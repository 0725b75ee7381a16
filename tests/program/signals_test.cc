// A run that is ended before its time, and runs that meet (faults.md §3 "Files, system").
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

void sleep_for(double seconds) {
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// A desk with a long text and both of its books, made once.
struct LongText : Desk {
  LongText() {
    write("a.md", long_text());
    whole = keben({"a.md"});
    epub = read("a.epub");
    pdf = read("a.pdf");
  }
  Names all() const { return {"a.md", "a.epub", "a.pdf"}; }
  Ended whole;
  std::string epub;
  std::string pdf;
};

bool is_temporary(const std::string& name) {
  return name.starts_with(".keben-") && name.ends_with(".tmp");
}

}  // namespace

TEST_CASE("SIGINT, SIGTERM and SIGHUP at any moment leave nothing half done", "[signals]") {
  const LongText desk;
  REQUIRE(desk.whole.code == 0);
  constexpr int kMoments = 6;
  int interrupted = 0;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    for (int moment = 0; moment < kMoments; ++moment) {
      Child child = desk.start({"a.md"});
      const double wait = 0.01 + desk.whole.seconds * moment / kMoments;
      sleep_for(wait);
      child.send(signal);
      const Ended run = child.wait();
      INFO("signal " << signal << " after " << wait << " s");
      // A run may be over before its signal comes, or not have begun: a shell says 130 to that,
      // too.
      CHECK((run.code == 128 + signal || run.code == -signal || run.code == 0));
      CHECK(run.seconds < wait + 1);
      interrupted += run.code == 128 + signal ? 1 : 0;
      CHECK(desk.names() == desk.all());
      CHECK((desk.read("a.epub") == desk.epub));
      CHECK((desk.read("a.pdf") == desk.pdf));
    }
  }
  CHECK(interrupted >= kMoments);
}

TEST_CASE("a signal in the middle of writing takes the temporary file along", "[signals]") {
  const LongText desk;
  int caught = 0;
  // The write is short; we look for its temporary file and strike then.
  for (int attempt = 0; attempt < 12 && caught < 3; ++attempt) {
    Child child = desk.start({"a.md"});
    for (int look = 0; look < 20'000; ++look) {
      const Names names = desk.names();
      if (std::any_of(names.begin(), names.end(), is_temporary)) {
        child.send(SIGTERM);
        break;
      }
      if (look % 16 == 15) sleep_for(0.0002);
    }
    const Ended run = child.wait();
    caught += run.code == 128 + SIGTERM ? 1 : 0;
    CHECK(desk.names() == desk.all());
    CHECK((desk.read("a.epub") == desk.epub));
    CHECK((desk.read("a.pdf") == desk.pdf));
  }
  CHECK(caught > 0);
}

TEST_CASE("nohup stays nohup", "[signals]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const auto ignore = [] { return signal(SIGHUP, SIG_IGN) != SIG_ERR; };
  Child child = desk.start({"-", "-o", "a.epub"}, {.input = long_text(), .first = ignore});
  sleep_for(0.02);
  child.send(SIGHUP);
  CHECK(child.wait().code == 0);
}

TEST_CASE("SIGKILL leaves a temporary file at most, and the next run removes it", "[signals]") {
  const LongText desk;
  bool left = false;
  for (int attempt = 0; attempt < 12 && !left; ++attempt) {
    Child child = desk.start({"a.md"});
    for (int look = 0; look < 20'000; ++look) {
      const Names names = desk.names();
      if (std::any_of(names.begin(), names.end(), is_temporary)) break;
      if (look % 16 == 15) sleep_for(0.0002);
    }
    child.send(SIGKILL);
    child.wait();
    CHECK((desk.read("a.epub") == desk.epub));
    CHECK((desk.read("a.pdf") == desk.pdf));
    const Names names = desk.names();
    left = std::any_of(names.begin(), names.end(), is_temporary);
  }
  CHECK(left);
  CHECK(desk.keben({"a.md", "--to", "epub"}).code == 0);
  CHECK(desk.names() == desk.all());
}

TEST_CASE("stale temporary files go, other people's files stay", "[signals]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  desk.write(".keben-1-0.tmp", "half a book");
  desk.write(".keben-note.md", "mine");
  desk.write("keben-1-0.tmp", "mine");
  std::filesystem::create_symlink("a.md", desk.path(".keben-2-0.tmp"));
  CHECK(desk.keben({"a.md", "--to", "epub"}).code == 0);
  CHECK(desk.names() ==
        Names{"a.md", "a.epub", ".keben-note.md", "keben-1-0.tmp", ".keben-2-0.tmp"});
  CHECK((desk.read("a.md") == short_essay()));
}

TEST_CASE("two runs at once: the last rename wins, always whole", "[signals]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  for (const char* format : {"epub", "pdf"})
    REQUIRE(desk.keben({"a.md", "--to", format}).code == 0);
  const std::string epub = desk.read("a.epub");
  const std::string pdf = desk.read("a.pdf");
  for (int round = 0; round < 12; ++round) {
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 6; ++i) {
      Surroundings around{.folder = desk.path("")};
      children.push_back(std::make_unique<Child>(
          KEBEN_PROGRAM, std::vector<std::string>{"a.md", "--to", "epub", "--jobs", "1"}, around));
    }
    for (const auto& child : children) {
      const Ended run = child->wait();
      CHECK(run.err == "");
      CHECK(run.code == 0);
    }
    CHECK((desk.read("a.epub") == epub));
  }
  CHECK((desk.read("a.pdf") == pdf));
  CHECK(desk.names() == Names{"a.md", "a.epub", "a.pdf"});
}

TEST_CASE("SIGPIPE: a reader that goes away is an error like any other", "[signals]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const std::string script = "\"$0\" a.md -o - -t pdf | true; echo ${PIPESTATUS[0]}";
  const Ended run =
      keben::test::run("/bin/bash", {"-c", script, KEBEN_PROGRAM}, {.folder = desk.path("")});
  CHECK((run.out == "3\n" || run.out == "0\n"));  // 0 where the pipe took all of it in time
  CHECK((run.out == "0\n" || has(run.err, "standard output: Broken pipe")));
}
