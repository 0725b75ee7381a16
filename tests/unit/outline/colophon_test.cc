#include "outline/colophon.h"

#include <catch2/catch.hpp>

#include "model/generated_words.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

model::Document dated(const std::string& title, int year, int month) {
  model::Document out = essay(title + ".md", title, {paragraph("文。")});
  out.meta.published = model::Date{year, month, 5};
  return out;
}

model::Collection two(model::Document first, model::Document second) {
  model::Collection all = book_of(first);
  all.documents = {std::move(first), std::move(second)};
  all.meta.title = "茶书";
  all.meta.people.clear();
  all.meta.published.reset();
  all.meta.rights.clear();
  return all;
}

std::string days(int year, int month, int last_year, int last_month, const char* language) {
  model::Collection all = two(dated("甲", last_year, last_month), dated("乙", year, month));
  all.meta.language = *model::parse_language(language);
  return model::days_of(all);
}

}  // namespace

TEST_CASE("a colophon tells each text's day, licence and address", "[outline][colophon]") {
  model::Document water = dated("论水", 2024, 3);
  water.meta.rights = "CC BY 4.0";
  water.meta.source = "https://tea.example/论水/";
  model::Collection all = two(water, dated("火候", 2024, 5));
  const auto colophon = make_colophon(all);
  REQUIRE(colophon);
  CHECK(colophon->whole == std::vector<std::string>{"茶书", "2024年3月—5月"});
  REQUIRE(colophon->origins.size() == 2);
  CHECK(colophon->origins[0].about == "2024年3月5日\u3000CC BY 4.0");
  CHECK(colophon->origins[0].address == "https://tea.example/%E8%AE%BA%E6%B0%B4/");
  CHECK(shown_address(colophon->origins[0].address) == "tea.example/论水");
  CHECK(colophon->origins[1].about == "2024年5月5日");
  CHECK(colophon->origins[1].address.empty());
}

TEST_CASE("what the whole says its texts do not repeat", "[outline][colophon]") {
  model::Collection all = two(dated("论水", 2024, 3), dated("火候", 2024, 3));
  for (model::Document& document : all.documents) {
    document.meta.rights = "CC0";
    document.meta.people = {{"陆羽", "aut"}};
  }
  all.meta.rights = "CC0";
  all.meta.people = {{"陆羽", "aut"}};
  const auto colophon = make_colophon(all);
  REQUIRE(colophon);
  CHECK(colophon->whole == std::vector<std::string>{"茶书", "陆羽", "2024年3月", "CC0"});
  CHECK(colophon->origins[0].about == "2024年3月5日");
  all.documents[1].meta.people = {{"张又新", "aut"}};
  CHECK(make_colophon(all)->origins[1].about == "张又新\u30002024年3月5日");
}

TEST_CASE("an only text has no colophon, nor have texts of which nothing is known",
          "[outline][colophon]") {
  CHECK_FALSE(make_colophon(book_of(dated("论水", 2024, 3))));
  const auto bare = [](const char* title) {
    return essay(std::string(title) + ".md", title, {paragraph("文。")});
  };
  CHECK_FALSE(make_colophon(two(bare("甲"), bare("乙"))));
}

TEST_CASE("only a page on the web is an address of a text", "[outline][colophon]") {
  const auto of = [](const std::string& source) {
    model::Meta meta;
    meta.source = source;
    return page_address(meta);
  };
  CHECK(of("http://a.example/x y") == "http://a.example/x%20y");
  CHECK(of("javascript:alert(1)").empty());
  CHECK(of("mailto:a@b.example").empty());
  CHECK(of("/posts/a/").empty());
  CHECK(of("https://").empty());
  CHECK(of("").empty());
}

TEST_CASE("the days of a collection run from its first month to its last", "[outline][colophon]") {
  CHECK(days(2020, 1, 2021, 5, "zh-CN") == "2020年1月—2021年5月");
  CHECK(days(2020, 1, 2020, 5, "zh-Hant-TW") == "2020年1月—5月");
  CHECK(days(2020, 1, 2020, 1, "zh-CN") == "2020年1月");
  CHECK(days(2020, 1, 2020, 5, "ja") == "2020年1月～5月");
  CHECK(days(2020, 1, 2021, 5, "ko") == "2020년 1월–2021년 5월");
  CHECK(days(2020, 1, 2020, 5, "en") == "January–May 2020");
  CHECK(days(2020, 1, 2021, 5, "en") == "January 2020–May 2021");
  CHECK(days(2020, 1, 2020, 1, "en") == "January 2020");
}
