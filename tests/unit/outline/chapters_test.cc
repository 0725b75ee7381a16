#include "outline/chapters.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

std::string repeated(const std::string& words, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += words;
  return out;
}

std::vector<std::size_t> starts(const Outline& outline) {
  std::vector<std::size_t> out;
  for (const Chapter& chapter : outline.documents[0].chapters)
    out.push_back(chapter.first_block);
  return out;
}

using Starts = std::vector<std::size_t>;

Outline outlined(const model::Collection& collection) {
  Diagnostics log;
  return make_outline(collection, log);
}

}  // namespace

TEST_CASE("an only text with several H1 is cut at them", "[outline][chapters]") {
  const Outline out = outlined(book_of(essay(
      "a.md", "文",
      {paragraph("引子"), heading(1, "一"), heading(2, "小"), heading(1, "二"), paragraph("末")})));
  CHECK(starts(out) == Starts{0, 1, 3});
  CHECK_FALSE(out.documents[0].chapters[0].heading);
  CHECK(out.documents[0].chapters[1].heading == model::HeadingId{0});
  CHECK(out.documents[0].chapters[2].end_block == 5);
  CHECK(out.documents[0].headings[1].chapter == 1);
  CHECK(out.documents[0].headings[2].chapter == 2);
}

TEST_CASE("a text with one H1, or a member of a collection, stays whole", "[outline][chapters]") {
  const model::Document one = essay("a.md", "文", {heading(1, "一"), heading(2, "小")});
  CHECK(starts(outlined(book_of(one))) == Starts{0});
  model::Collection two = book_of(essay("b.md", "乙", {heading(1, "一"), heading(1, "二")}));
  two.documents.push_back(one);
  CHECK(starts(outlined(two)) == Starts{0});
}

TEST_CASE("what is over 260 KB is cut at its highest headings, and again",
          "[outline][chapters][decisions-10]") {
  const std::string long_text = repeated("字", 60'000);  // 180 KB
  const Outline out =
      outlined(book_of(essay("a.md", "文",
                             {heading(2, "甲"), paragraph(long_text), heading(3, "甲一"),
                              paragraph(long_text), heading(2, "乙"), paragraph("短")})));
  CHECK(starts(out) == Starts{0, 2, 4});
}

TEST_CASE("twenty thousand chapters are cut in linear time", "[outline][chapters][time]") {
  model::Blocks blocks;
  for (int i = 0; i < 20'000; ++i)
    blocks.push_back(heading(1, "题"));
  CHECK(starts(outlined(book_of(essay("a.md", "文", blocks)))).size() == 20'000);
}

TEST_CASE("long chapters open pages, sections of an essay do not", "[outline][chapters]") {
  const auto with = [](const std::string& words, const std::string& name) {
    return outlined(book_of(essay("a.md", "文",
                                  {heading(1, name + "一"), paragraph(words),
                                   heading(1, name + "二"), paragraph(words)})))
        .chapters_open_pages;
  };
  CHECK_FALSE(with("短", ""));
  CHECK(with(repeated("长", 4'000), ""));
  CHECK_FALSE(with(repeated("长", 3'900), ""));
}

TEST_CASE("headings that call themselves chapters open pages at any length",
          "[outline][chapters]") {
  const auto named = [](const std::string& one, const std::string& two) {
    return outlined(book_of(essay("a.md", "文", {heading(1, one), heading(1, two)})))
        .chapters_open_pages;
  };
  CHECK(named("第一章 起", "第二章 承"));
  CHECK(named("第 12 回　风雪", "第１３回"));
  CHECK(named("Chapter IV", "Chapter 5. Home"));
  CHECK(named("제1장 시작", "제2장"));
  CHECK_FALSE(named("第一次见面", "第二天"));
  CHECK_FALSE(named("一、起", "二、承"));
}

TEST_CASE("a note belongs to the chapter that first refers to it, also through another note",
          "[outline][notes]") {
  const model::Note plain{{}, "a", {paragraph("注")}, 0};
  const model::Note refers{{}, "b", {paragraph(model::Inlines{note_mark(2)})}, 0};
  const Outline out = outlined(
      book_of(essay("a.md", "文",
                    {heading(1, "一"), paragraph(model::Inlines{note_mark(1)}), heading(1, "二"),
                     paragraph(model::Inlines{note_mark(0), note_mark(1), note_mark(2)})},
                    {plain, refers, plain, plain})));
  CHECK(out.documents[0].note_chapter == std::vector<std::size_t>{1, 0, 0, 1});
}

TEST_CASE("no file begins with a heading that has no words", "[outline][chapters]") {
  const Outline out = outlined(book_of(
      essay("a.md", "文", {heading(1, "一"), heading(1, " "), heading(1, "二"), heading(1, "")})));
  REQUIRE(out.documents[0].chapters.size() == 2);
  CHECK(out.documents[0].chapters[1].first_block == 2);
}
