#include "app/project_root.h"

#include <catch2/catch.hpp>

#include "tests/support/scratch.h"

using keben::app::project_root;

TEST_CASE("the root is the nearest folder upward with a mark of its own", "[app][project-root]") {
  for (const char* mark : {"keben.yaml", ".git/HEAD", "_config.yml", "hugo.toml", "mkdocs.yml",
                           "book.toml", "SUMMARY.md", "package.json", "astro.config.mjs",
                           "astro.config.ts", "config/_default/hugo.toml"}) {
    const keben::test::Scratch scratch;
    scratch.write(std::string("site/") + mark, "");
    scratch.write("site/content/posts/a.md", "");
    INFO(mark);
    CHECK(project_root(scratch.path("site/content/posts")) == scratch.path("site"));
    CHECK(project_root(scratch.path("site")) == scratch.path("site"));
  }
}

TEST_CASE("the nearer of two marks wins", "[app][project-root]") {
  const keben::test::Scratch scratch;
  scratch.write(".git/HEAD", "");
  scratch.write("site/hugo.toml", "");
  scratch.write("site/posts/a.md", "");
  CHECK(project_root(scratch.path("site/posts")) == scratch.path("site"));
}

TEST_CASE("a file is seen from the root, whose own names may begin with dots",
          "[app][project-root]") {
  CHECK(keben::app::path_in_root("/site/posts/a.md", "/site") == "posts/a.md");
  CHECK(keben::app::path_in_root("/site/..a.md", "/site") == "..a.md");
  CHECK(keben::app::path_in_root("/other/a.md", "/site").empty());
}

TEST_CASE("where nothing is marked the folder is its own root", "[app][project-root]") {
  const keben::test::Scratch scratch;
  scratch.write("posts/a.md", "");
  scratch.write("posts/pictures/keben.yaml", "");  // below, not above
  // The folders above the scratch folder are the machine's; they may not hold marks.
  CHECK(project_root(scratch.path("posts")) == scratch.path("posts"));
}
