#include "assets/root_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <optional>

#include "tests/support/scratch.h"

using namespace keben;
using namespace keben::assets;
using test::Scratch;

namespace {

constexpr std::size_t kMost = 1000;

/// What a read through either wall says; both agree unless a case says otherwise.
std::optional<FileTrouble> trouble(const Scratch& scratch, const char* path,
                                   RootFolder::Wall wall) {
  const auto bytes = RootFolder(scratch.path("root"), wall).read(path, kMost);
  return bytes ? std::nullopt : std::optional(bytes.error());
}

}  // namespace

TEST_CASE("a file inside the root is read whole", "[assets][faults-paths]") {
  const Scratch scratch;
  scratch.write("root/a/图.png", "bytes");
  for (const auto wall : {RootFolder::Wall::kernel, RootFolder::Wall::by_parts}) {
    const RootFolder root(scratch.path("root"), wall);
    CHECK(root.read("a/图.png", kMost) == Bytes("bytes"));
    CHECK(root.read("a/none.png", kMost) == tl::unexpected(FileTrouble::missing));
    CHECK(root.read("a/图.png/b", kMost) == tl::unexpected(FileTrouble::missing));
    CHECK(root.read("a/图.png", 4) == tl::unexpected(FileTrouble::too_large));
    CHECK(root.read("a/图.png", 5) == Bytes("bytes"));
    CHECK(root.read("a", kMost) == tl::unexpected(FileTrouble::no_file));
    CHECK(root.read(std::string(300, 'n'), kMost) == tl::unexpected(FileTrouble::missing));
  }
}

TEST_CASE("no path, link, loop or race leads out of the root",
          "[assets][faults-paths][paths.symlink-out][paths.symlink-loop][paths.dot-dot]") {
  const Scratch scratch;
  scratch.write("secret.png", "secret");
  scratch.write("root/in.png", "in");
  scratch.link(scratch.path("secret.png"), "root/absolute.png");
  scratch.link("../secret.png", "root/relative.png");
  scratch.link("..", "root/up");
  scratch.link("loop", "root/loop");
  scratch.link("/proc/self/root", "root/magic");
  for (const auto wall : {RootFolder::Wall::kernel, RootFolder::Wall::by_parts}) {
    for (const char* path : {"../secret.png", "..", "/etc/passwd", "absolute.png", "relative.png",
                             "up/secret.png", "loop", "magic/etc/passwd"}) {
      CAPTURE(path);
      CHECK(trouble(scratch, path, wall) == FileTrouble::outside);
    }
  }
}

TEST_CASE("a link that stays inside is followed where the kernel can tell",
          "[assets][faults-paths]") {
  const Scratch scratch;
  scratch.write("root/in.png", "in");
  scratch.link("in.png", "root/also.png");
  CHECK_FALSE(trouble(scratch, "also.png", RootFolder::Wall::kernel));
  CHECK(trouble(scratch, "also.png", RootFolder::Wall::by_parts) == FileTrouble::outside);
}

TEST_CASE("a pipe or a device is no file, and nobody waits for it",
          "[assets][faults-paths][paths.fifo][paths.device]") {
  const Scratch scratch;
  scratch.write("root/in.png", "in");
  REQUIRE(::mkfifo(scratch.path("root/pipe").c_str(), 0600) == 0);
  for (const auto wall : {RootFolder::Wall::kernel, RootFolder::Wall::by_parts})
    CHECK(trouble(scratch, "pipe", wall) == FileTrouble::no_file);
  const auto zero = RootFolder("/dev").read("zero", kMost);
  CHECK(zero == tl::unexpected(FileTrouble::no_file));
}

TEST_CASE("/proc is as far away as any other place", "[assets][paths.proc]") {
  const Scratch scratch;
  scratch.write("root/in.png", "in");
  scratch.link("/proc/self/environ", "root/environ.png");
  scratch.link("/proc/self/fd", "root/fd");
  for (const auto wall : {RootFolder::Wall::kernel, RootFolder::Wall::by_parts}) {
    for (const char* path : {"environ.png", "fd/0", "../../../../proc/self/environ"}) {
      CAPTURE(path);
      CHECK(trouble(scratch, path, wall) == FileTrouble::outside);
    }
  }
}

TEST_CASE("a file that may not be read says so", "[assets][faults-paths]") {
  if (::geteuid() == 0) return;  // root may read everything
  const Scratch scratch;
  scratch.write("root/closed.png", "x");
  REQUIRE(::chmod(scratch.path("root/closed.png").c_str(), 0) == 0);
  CHECK(trouble(scratch, "closed.png", RootFolder::Wall::kernel) == FileTrouble::unreadable);
}

TEST_CASE("a root that is not there holds nothing", "[assets]") {
  CHECK(RootFolder("/no/such/folder").read("a", kMost) == tl::unexpected(FileTrouble::missing));
}
