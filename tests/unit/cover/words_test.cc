#include "cover/detail/words.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "cover_books.h"

using namespace keben;
using namespace keben::cover;
using test::titled;

TEST_CASE("an essay's cover names its day", "[cover]") {
  CHECK(words_of(titled("背影")).date == "2025年1月25日");
  model::Collection book = titled("背影");
  book.meta.published.reset();
  CHECK(words_of(book).date.empty());
}

TEST_CASE("a collection's cover names the years of its essays", "[cover]") {
  model::Collection book = titled("文集");
  book.meta.published.reset();
  book.documents.resize(3);
  book.documents[0].meta.published = model::Date{2024, 5, 1};
  book.documents[2].meta.published = model::Date{2019, 5, 1};
  CHECK(words_of(book).date == "2019–2024");
  book.documents[2].meta.published = model::Date{2024, 1, 1};
  CHECK(words_of(book).date == "2024");
}

TEST_CASE("authors come before others, and many become a few and more", "[cover]") {
  model::Collection book = titled("文集");
  book.meta.people = {{"译者", "trl"}, {"甲"}, {"乙"}};
  CHECK(words_of(book).people == std::vector<std::string>{"甲", "乙"});
  book.meta.people = {{"译者", "trl"}};
  CHECK(words_of(book).people == std::vector<std::string>{"译者"});
  book.meta.people = {{"甲"}, {"乙"}, {"丙"}, {"丁"}, {"戊"}};
  CHECK(words_of(book).people == std::vector<std::string>{"甲", "乙", "丙等"});
}

TEST_CASE("the series is not named twice where the book is the series", "[cover]") {
  CHECK(words_of(titled("技术随笔", {"技术随笔", ""})).series.empty());
  CHECK(words_of(titled("大模型", {"技术随笔", "2"})).series == "技术随笔");
}

TEST_CASE("a number too long for the seal follows the series' name", "[cover]") {
  const CoverWords words = words_of(titled("大模型", {"技术随笔", "二零二四年第三期"}));
  CHECK(words.number.empty());
  CHECK(words.series == "技术随笔 二零二四年第三期");
}

TEST_CASE("a title beyond all measure is cut with an ellipsis", "[cover]") {
  std::string title;
  for (int i = 0; i < 1000; ++i)
    title += "字";
  const std::string shown = words_of(titled(title)).title;
  CHECK(utf8::count(shown) == 242);
  CHECK(shown.ends_with("……"));
}
