#include "assets/local_file.h"

#include <catch2/catch.hpp>

#include "tests/support/scratch.h"

using namespace keben;
using namespace keben::assets;
using test::Scratch;

namespace {

const config::Limits kLimits;

/// The file's bytes or the failure's code.
std::string found(const Scratch& scratch, std::string_view path) {
  const std::filesystem::path root = scratch.path("root");
  const RootFolder folder(root);
  const Result<Bytes> bytes =
      read_first(folder, path, candidates(path, root / "posts", root), kLimits);
  return bytes ? *bytes : bytes.error().code;
}

}  // namespace

TEST_CASE("a path is looked up beside its document, inside the root", "[assets][product-root]") {
  const Scratch scratch;
  scratch.write("root/posts/pic/西湖.png", "beside");
  scratch.write("root/images/a b.png", "above");
  scratch.write("secret.png", "secret");
  CHECK(found(scratch, "pic/西湖.png") == "beside");
  CHECK(found(scratch, "./pic/../pic/西湖.png") == "beside");
  CHECK(found(scratch, "pic/%E8%A5%BF%E6%B9%96.png") == "beside");
  CHECK(found(scratch, "../images/a b.png") == "above");
  CHECK(found(scratch, "../images/a%20b.png") == "above");
  CHECK(found(scratch, "pic/东湖.png") == "image-missing");
  CHECK(found(scratch, "../../secret.png") == "image-outside-root");
  CHECK(found(scratch, "%2e%2e/%2e%2e/secret.png") == "image-outside-root");
  CHECK(found(scratch, "/../secret.png") == "image-outside-root");
  CHECK(found(scratch, "pic") == "image-unreadable");
}

TEST_CASE("a query or fragment is dropped only where the file as written is not there",
          "[assets][input-images]") {
  const Scratch scratch;
  scratch.write("root/posts/a.png", "plain");
  scratch.write("root/posts/b.png?v=2", "with query");
  scratch.write("root/posts/b.png", "without");
  scratch.write("root/posts/50%.png", "percent");
  scratch.write("root/posts/c%20d.png", "raw");
  scratch.write("root/posts/c d.png", "decoded");
  CHECK(found(scratch, "a.png?v=1#top") == "plain");
  CHECK(found(scratch, "b.png?v=2") == "with query");
  CHECK(found(scratch, "b.png#x") == "without");
  CHECK(found(scratch, "50%.png") == "percent");
  CHECK(found(scratch, "c%20d.png") == "raw");
  CHECK(found(scratch, "a.png%00.html") == "image-missing");
}

TEST_CASE("a path from the root is looked up in it and in a site's folders",
          "[assets][product-root]") {
  const Scratch scratch;
  scratch.write("root/img/1.png", "root");
  scratch.write("root/public/img/2.png", "public");
  scratch.write("root/static/img/3.png", "static");
  scratch.write("root/source/img/4.png", "source");
  scratch.write("root/source/img/1.png", "shadowed");
  CHECK(found(scratch, "/img/1.png") == "root");
  CHECK(found(scratch, "/img/2.png") == "public");
  CHECK(found(scratch, "/img/3.png?x") == "static");
  CHECK(found(scratch, "/img/4.png") == "source");
  CHECK(found(scratch, "/etc/passwd") == "image-missing");
  CHECK(found(scratch, scratch.path("root/img/1.png").native()) == "root");
}

TEST_CASE("a document outside the root reaches only what lies inside", "[assets][product-root]") {
  const std::vector<std::filesystem::path> inside = candidates("../b/x.png", "/a/c", "/a/b");
  CHECK(inside == std::vector<std::filesystem::path>{"x.png"});
  const std::vector<std::filesystem::path> outside = candidates("x.png", "/a/c", "/a/b");
  CHECK(outside == std::vector<std::filesystem::path>{"../c/x.png"});
}

TEST_CASE("what is outside the root says how to name another", "[assets][product-root]") {
  const Scratch scratch;
  scratch.write("root/a", "");
  const RootFolder root(scratch.path("root"));
  const Result<Bytes> bytes = read_first(root, "../x.png", {"../x.png"}, kLimits);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().hint.zh.find("--root") != std::string::npos);
  CHECK(bytes.error().hint.en.find("--root") != std::string::npos);
}
