#include <catch2/catch.hpp>

#include "outline/outline.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

std::string dump(const std::vector<TocEntry>& entries, std::size_t depth = 0) {
  std::string out;
  for (const TocEntry& entry : entries) {
    const char kind = entry.kind == TocEntry::Kind::part       ? 'P'
                      : entry.kind == TocEntry::Kind::document ? 'D'
                                                               : 'H';
    out += std::string(depth * 2, ' ') + kind + " " + entry.title + "\n";
    out += dump(entry.children, depth + 1);
  }
  return out;
}

std::string toc_of(const model::Collection& collection) {
  Diagnostics log;
  return dump(make_outline(collection, log).toc);
}

}  // namespace

TEST_CASE("a single text's headings stand at the top, nested by rank", "[outline][toc]") {
  CHECK(toc_of(book_of(essay("a.md", "文",
                             {heading(2, "甲"),
                              heading(4, "甲一"),
                              heading(3, "甲二"),
                              heading(1, ""),
                              heading(2, "乙"),
                              {{}, model::Quote{{heading(1, "引文里的题")}, {}}}}))) ==
        "H 甲\n"
        "  H 甲一\n"
        "  H 甲二\n"
        "H 乙\n");
}

TEST_CASE("a collection's parts hold its members", "[outline][toc]") {
  model::Collection all;
  for (const char* title : {"序", "一", "二"})
    all.documents.push_back(essay(std::string(title) + ".md", title, {heading(1, "节")}));
  all.parts = {{"上编", 1}, {"下编", 2}};
  CHECK(toc_of(all) ==
        "D 序\n"
        "  H 节\n"
        "P 上编\n"
        "  D 一\n"
        "    H 节\n"
        "P 下编\n"
        "  D 二\n"
        "    H 节\n");
}

TEST_CASE("a text that is its part's page stands for the part, and is no member of it",
          "[outline][toc]") {
  model::Collection all;
  for (const char* title : {"序", "上编", "一", "二"})
    all.documents.push_back(essay(std::string(title) + ".md", title, {heading(1, "节")}));
  all.parts = {{"上编", 1, true}, {"下编", 3}};
  CHECK(toc_of(all) ==
        "D 序\n"
        "  H 节\n"
        "D 上编\n"
        "  H 节\n"
        "  D 一\n"
        "    H 节\n"
        "P 下编\n"
        "  D 二\n"
        "    H 节\n");
}

TEST_CASE("a part without a title ends the one before it", "[outline][toc]") {
  model::Collection all;
  for (const char* title : {"一", "后记"})
    all.documents.push_back(essay(std::string(title) + ".md", title, {}));
  all.parts = {{"上编", 0}, {"", 1}};
  CHECK(toc_of(all) ==
        "P 上编\n"
        "  D 一\n"
        "D 后记\n");
}
