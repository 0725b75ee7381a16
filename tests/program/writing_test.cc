// The one writer (faults.md §1.5, §3 "Files, system"): a file stands under an output's name only if
// it is whole, and on any failure the older one is byte for byte what it was.
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;
namespace fs = std::filesystem;

namespace {

constexpr const char* kOlder = "an older book, which stays";

/// A desk with an essay on it.
struct Essay : Desk {
  Essay() { write("a.md", short_essay()); }
};

void check_machine_failure(const Ended& run) {
  CHECK(run.code == 3);
  CHECK(run.out == "");
  CHECK(has(run.err, "error[output-unwritable]"));
  CHECK(has(run.err, "hint:"));
}

}  // namespace

TEST_CASE("output folder missing", "[writing]") {
  const Essay desk;
  const Ended run = desk.keben({"a.md", "-o", "无/此/a.epub"});
  check_machine_failure(run);
  CHECK(has(run.err, "mkdir -p 无/此"));
  CHECK(desk.names() == Names{"a.md"});
}

TEST_CASE("output folder read-only", "[writing]") {
  const Essay desk;
  desk.write("out/a.epub", kOlder);
  chmod(desk.path("out").c_str(), 0555);
  chmod(desk.path("out/a.epub").c_str(), 0666);
  const Ended run = desk.keben({"a.md", "-o", "out/a.epub", "-o", "out/a.pdf"}, {.nobody = true});
  check_machine_failure(run);
  CHECK(has(run.err, "out/a.epub: Permission denied"));
  CHECK(has(run.err, "out/a.pdf: Permission denied"));
  chmod(desk.path("out").c_str(), 0755);
  CHECK(desk.read("out/a.epub") == kOlder);
  CHECK(desk.names() == Names{"a.md", "out", "out/a.epub"});
}

TEST_CASE("output is a name below a file", "[writing]") {
  const Essay desk;
  check_machine_failure(desk.keben({"a.md", "-o", "a.md/book.epub"}));
  CHECK(desk.read("a.md") == short_essay());
}

TEST_CASE("EFBIG: a file larger than the process may write", "[writing]") {
  const Essay desk;
  desk.write("a.pdf", kOlder);
  const Ended run = desk.keben({"a.md", "-o", "a.pdf"}, {.limits = {{RLIMIT_FSIZE, 8192}}});
  check_machine_failure(run);
  CHECK(has(run.err, "a.pdf: File too large"));
  CHECK(desk.read("a.pdf") == kOlder);
  CHECK(desk.names() == Names{"a.md", "a.pdf"});
}

TEST_CASE("ENOSPC: a disk without room", "[writing]") {
  const Essay desk;
  desk.write("disk/keep", "");
  const std::string disk = desk.path("disk").string();
  const auto on_small_disk = [disk] {
    return own_mounts() && mount("none", disk.c_str(), "tmpfs", 0, "size=16k") == 0;
  };
  // The disk is gone when its namespace is: what is left on it is looked at from within.
  const std::string script =
      "echo older > disk/a.pdf; \"$0\" a.md -o disk/a.pdf; echo exit $?; ls -A disk; cat "
      "disk/a.pdf";
  const Ended run = keben::test::run("/bin/sh", {"-c", script, KEBEN_PROGRAM},
                                     {.folder = desk.path(""), .first = on_small_disk});
  if (run.code == kNotStarted) return skip("no mount namespace, so no small disk");
  CHECK(has(run.err, "error[output-unwritable]: cannot write disk/a.pdf: No space left on device"));
  CHECK(run.out == "exit 3\na.pdf\nolder\n");
}

TEST_CASE("ENOSPC on standard output", "[writing]") {
  const Essay desk;
  const Ended run = desk.keben({"a.md", "-o", "-", "-t", "pdf"}, {.output = Stream::full});
  check_machine_failure(run);
  CHECK(has(run.err, "standard output: No space left on device"));
  CHECK(desk.keben({"--help"}, {.output = Stream::full}).code == 3);
  CHECK(desk.keben({"a.md", "--dump", "model"}, {.output = Stream::full}).code == 3);
}

TEST_CASE("stdout closed, stderr closed or full", "[writing]") {
  const Essay desk;
  CHECK(desk.keben({"a.md", "-o", "-", "-t", "pdf"}, {.output = Stream::closed}).code == 3);
  CHECK(desk.keben({"a.md"}, {.output = Stream::closed}).code == 3);
  CHECK(desk.keben({"a.md", "-q"}, {.output = Stream::closed}).code == 0);
  desk.write("warned.md", "# 一\n\n![西湖](无此图.png)\n");
  for (const Stream errors : {Stream::closed, Stream::full}) {
    const Ended run = desk.keben({"warned.md", "-o", "w.epub"}, {.errors = errors});
    CHECK(run.code == 0);
    CHECK(run.out == "w.epub\n");
    CHECK(has(xhtml_of(desk.path("w.epub")), "西湖"));
  }
}

TEST_CASE("output is a folder, a FIFO, a device: refused before any work", "[writing]") {
  const Essay desk;
  desk.write("folder.epub/keep", "");
  REQUIRE(mkfifo(desk.path("fifo.epub").c_str(), 0600) == 0);
  fs::create_symlink("/dev/null", desk.path("device.epub"));
  const Names before = desk.names();
  for (const char* name : {"folder.epub", "fifo.epub", "device.epub"}) {
    // The text cannot be read: that the output is refused first shows that no work was done.
    const Ended run = desk.keben({"missing.md", "-o", name});
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-no-file]"));
    CHECK(has(run.err, name));
  }
  CHECK(desk.names() == before);
}

TEST_CASE("output is the input, by whatever road", "[writing]") {
  const Essay desk;
  fs::create_hard_link(desk.path("a.md"), desk.path("hard.epub"));
  fs::create_symlink("a.md", desk.path("soft.epub"));
  for (const char* name : {"hard.epub", "soft.epub"}) {
    const Ended run = desk.keben({"a.md", "-o", name});
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-is-input]"));
  }
  CHECK(desk.keben({"a.md", "-o", "a.md", "-t", "epub"}).code == 2);
  CHECK(desk.read("a.md") == short_essay());
}

TEST_CASE("output is a text of the folder that is bound", "[writing]") {
  const Desk desk;
  desk.write("posts/a.md", short_essay());
  CHECK(desk.keben({"posts", "-o", "posts/a.md", "-t", "epub"}).code == 2);
  CHECK((desk.read("posts/a.md") == short_essay()));
}

TEST_CASE("output is a symlink: its target is replaced, the link stays", "[writing]") {
  const Essay desk;
  desk.write("shelf/real.epub", kOlder);
  fs::create_symlink("shelf/real.epub", desk.path("a.epub"));
  CHECK(desk.keben({"a.md", "-o", "a.epub"}).out == "a.epub\n");
  CHECK(fs::is_symlink(desk.path("a.epub")));
  CHECK(has(xhtml_of(desk.path("shelf/real.epub")), "断桥"));
  CHECK(desk.names() == Names{"a.md", "a.epub", "shelf", "shelf/real.epub"});
}

TEST_CASE("output is a dangling symlink", "[writing]") {
  const Essay desk;
  fs::create_symlink("nowhere.epub", desk.path("a.epub"));
  check_machine_failure(desk.keben({"a.md", "-o", "a.epub"}));
  CHECK(fs::is_symlink(desk.path("a.epub")));
  CHECK_FALSE(desk.names().contains("nowhere.epub"));
}

TEST_CASE("name of 255 bytes", "[writing]") {
  const Essay desk;
  const std::string name = std::string(250, 'n') + ".epub";
  CHECK(desk.keben({"a.md", "-o", name}).code == 0);
  CHECK(desk.names() == Names{"a.md", name});
  check_machine_failure(desk.keben({"a.md", "-o", "n" + name}));
}

TEST_CASE("an output named twice is refused, by whatever road", "[writing]") {
  const Essay desk;
  desk.write("b.epub", kOlder);
  fs::create_symlink("b.epub", desk.path("c.epub"));
  for (const char* again : {"b.epub", "./b.epub", "c.epub"}) {
    const Ended run = desk.keben({"a.md", "-o", "b.epub", "-o", again});
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-twice]"));
  }
  CHECK(desk.read("b.epub") == kOlder);
}

TEST_CASE("an unknown suffix is refused, and the known ones named", "[writing]") {
  const Essay desk;
  for (const char* name : {"a.mobi", "book", "b.epub.bak"}) {
    const Ended run = desk.keben({"a.md", "-o", name});
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-format]"));
    CHECK(has(run.err, ".epub"));
    CHECK(has(run.err, ".pdf"));
  }
  CHECK(desk.names() == Names{"a.md"});
}

TEST_CASE("one book that cannot be written does not keep the other from being made", "[writing]") {
  const Essay desk;
  desk.write("closed/keep", "");
  chmod(desk.path("closed").c_str(), 0555);
  chmod(desk.path("").c_str(), 0777);
  Surroundings around{.nobody = true};
  around.first = [folder = desk.path("").string()] { return chmod(folder.c_str(), 0777) == 0; };
  const Ended run = desk.keben({"a.md", "-o", "closed/a.epub", "-o", "a.pdf"}, around);
  CHECK(run.code == 3);
  CHECK(run.out == "a.pdf\n");
  CHECK(has(run.err, "closed/a.epub"));
  CHECK(desk.read("a.pdf").starts_with("%PDF-"));
}

TEST_CASE("the user's mask, or the older book's mode, is the book's", "[writing]") {
  const Essay desk;
  const auto mode = [&](const char* name) {
    return static_cast<unsigned>(fs::status(desk.path(name)).permissions());
  };
  REQUIRE(desk.keben({"a.md", "-o", "a.epub"}, {.mask = 027}).code == 0);
  CHECK(mode("a.epub") == 0640);
  chmod(desk.path("a.epub").c_str(), 0604);
  REQUIRE(desk.keben({"a.md", "-o", "a.epub"}, {.mask = 077}).code == 0);
  CHECK(mode("a.epub") == 0604);
}
