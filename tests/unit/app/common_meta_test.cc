#include "app/common_meta.h"

#include <catch2/catch.hpp>

#include "model/language.h"

using namespace keben;
using app::common_meta;
using model::Document;

namespace {

Document essay(const std::string& title, const std::string& language = "zh-CN") {
  Document out;
  out.meta.title = title;
  out.meta.language = *model::parse_language(language);
  return out;
}

std::vector<std::string> names_of(const model::Meta& meta) {
  std::vector<std::string> out;
  for (const model::Person& person : meta.people)
    out.push_back(person.name);
  return out;
}

}  // namespace

TEST_CASE("the title is the flag's, the series', the given one, in this order",
          "[app][common-meta]") {
  std::vector<Document> documents = {essay("一"), essay("二")};
  CHECK(common_meta(documents, {}, "文集").title == "文集");
  documents[0].meta.series.name = "技术随笔";
  CHECK(common_meta(documents, {}, "文集").title == "文集");
  documents[1].meta.series.name = "技术随笔";
  CHECK(common_meta(documents, {}, "文集").title == "技术随笔");
  CHECK(common_meta(documents, {.title = "旗上的题"}, "文集").title == "旗上的题");
}

TEST_CASE("people are all of them, once, as they appear", "[app][common-meta]") {
  std::vector<Document> documents = {essay("一"), essay("二"), essay("三")};
  documents[0].meta.people = {{"乙", "aut"}};
  documents[1].meta.people = {{"甲", "aut"}, {"乙", "aut"}};
  documents[2].meta.people = {{"乙", "trl"}};
  const model::Meta meta = common_meta(documents, {}, "文集");
  CHECK(names_of(meta) == std::vector<std::string>{"乙", "甲", "乙"});
  CHECK(meta.people[2].role == "trl");
  const config::MetaOverrides flags{.authors = {"丙", "丁"}};
  CHECK(names_of(common_meta(documents, flags, "文集")) == std::vector<std::string>{"丙", "丁"});
}

TEST_CASE("the language is the most frequent, the earlier of equals", "[app][common-meta]") {
  const auto language = [](std::vector<Document> documents) {
    return common_meta(documents, {}, "x").language.tag;
  };
  CHECK(language({essay("1", "en"), essay("2", "zh-CN"), essay("3", "zh-CN")}) == "zh-CN");
  CHECK(language({essay("1", "en"), essay("2", "zh-CN")}) == "en");
  CHECK(language({essay("1", "ja"), essay("2", "en"), essay("3", "en"), essay("4", "ja")}) == "ja");
  CHECK(common_meta({essay("1"), essay("2")}, {.language = "zh-TW"}, "x").language.tag == "zh-TW");
}

TEST_CASE("what all agree on is the book's, what they differ in is not", "[app][common-meta]") {
  std::vector<Document> documents = {essay("一"), essay("二")};
  for (Document& document : documents) {
    document.meta.site = "https://blog.example.com/";
    document.meta.rights = "CC BY 4.0";
    document.meta.publisher = "某社";
  }
  documents[1].meta.publisher = "另一社";
  const model::Meta meta = common_meta(documents, {}, "文集");
  CHECK(meta.site == "https://blog.example.com/");
  CHECK(meta.rights == "CC BY 4.0");
  CHECK(meta.publisher == "");
}

TEST_CASE("tags are the union, the moment is the newest, the day only a flag's",
          "[app][common-meta]") {
  std::vector<Document> documents = {essay("一"), essay("二"), essay("三")};
  documents[0].meta.tags = {"甲", "乙"};
  documents[1].meta.tags = {"乙", "丙"};
  documents[0].meta.modified = model::Moment{200};
  documents[1].meta.modified = model::Moment{300};
  documents[0].meta.published = model::Date{2020, 1, 1};
  const model::Meta meta = common_meta(documents, {}, "文集");
  CHECK(meta.tags == std::vector<std::string>{"甲", "乙", "丙"});
  CHECK(meta.modified == model::Moment{300});
  CHECK_FALSE(meta.published);
  CHECK(common_meta(documents, {.date = "2024-02-29"}, "文集").published ==
        model::Date{2024, 2, 29});
}
