#include "cover/detail/lines.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "cover_books.h"

using namespace keben;
using namespace keben::cover;

namespace {

constexpr fonts::Wish kBold{.family = fonts::Family::song, .bold = true};
const Room kTitle{1024, 1120, 304, 96, 160, Mil{1280}};

struct Fitted {
  SetText text;
  Lines lines;
};

Fitted fitted(std::string_view title, const model::Language& language = test::kHans,
              const Room& room = kTitle) {
  Fitted out{set_text(title, test::faces(), kBold, language), {}};
  out.lines = fit_lines(out.text.boxes, room);
  return out;
}

/// The lines as they are read; a word space where a gap is as wide as one.
std::vector<std::string> texts(const Fitted& f) {
  std::vector<std::string> out;
  for (const Line& line : f.lines.lines) {
    std::u32string text;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
      if (i > line.first && f.text.boxes[i].gap >= kWordSpace) text += U' ';
      text += f.text.boxes[i].text;
    }
    out.push_back(utf8::from_utf32(text));
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view title,
                                  const model::Language& language = test::kHans) {
  return texts(fitted(title, language));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a line ends after a colon or a dash rather than elsewhere", "[cover][7.11]") {
  CHECK(lines_of("复盘：一次未完成的大模型创业——从 2023 到 2024") ==
        Texts{"复盘：", "一次未完成的", "大模型创业——", "从2023到2024"});
  CHECK(lines_of("臺灣山岳：百年登山文獻選讀", {"zh-TW", model::Convention::hant_tw}).front() ==
        "臺灣山岳：");
}

TEST_CASE("Chinese lines end between words where that can be told", "[cover]") {
  CHECK(lines_of("大模型创业观察") == Texts{"大模型", "创业观察"});
  CHECK(lines_of("论中国的现代化与传统文化的关系") == Texts{"论中国的现代化", "与传统文化的关系"});
  CHECK(lines_of("C++20 模板元编程实战") == Texts{"C++20", "模板元", "编程实战"});
}

TEST_CASE("a Japanese line begins no word in its middle", "[cover]") {
  CHECK(lines_of("吾輩は猫である", test::kJapanese) == Texts{"吾輩は", "猫である"});
  for (const std::string& line : lines_of(
           "プログラミング言語の歴史と、これからのソフトウェア開発について", test::kJapanese)) {
    INFO(line);
    CHECK(line.find("ログ") != 0);
    CHECK(line.find("ウェア") != 0);
    CHECK(line.find("ついて") != 0);
  }
}

TEST_CASE("no hanzi stands alone on a line, no pair of marks is split", "[cover][clreq]") {
  for (const char* title :
       {"一个人的村庄", "我们仨", "重", "生死疲劳", "他说……然后呢？", "沉默——记一个冬天",
        "在路上、在人间、在别处", "《红楼梦》里的“情”与“理”", "天才在左疯子在右：完整版"}) {
    const Fitted f = fitted(title);
    const std::vector<std::string> lines = texts(f);
    for (const std::string& line : lines) {
      INFO(title << ": " << line);
      CHECK((utf8::count(line) > 1 || lines.size() == 1));
      const std::string_view first = std::string_view(line).substr(0, 3);
      for (const char* mark : {"，", "。", "、", "：", "？", "”", "》", "—", "…"})
        CHECK(first != mark);
      const std::string_view last = std::string_view(line).substr(line.size() - 3);
      for (const char* mark : {"“", "《"})
        CHECK(last != mark);
    }
  }
}

TEST_CASE("words of letters stay whole and get no hyphen", "[cover][latin]") {
  std::string all;
  for (const std::string& line :
       lines_of("The Unreasonable Effectiveness of Mathematics in the Natural Sciences",
                test::kEnglish)) {
    CHECK(line.find('-') == std::string::npos);
    all += (all.empty() ? "" : " ") + line;
  }
  CHECK(all == "The Unreasonable Effectiveness of Mathematics in the Natural Sciences");
  CHECK(lines_of("Donaudampf\u00ADschifffahrts\u00ADgesellschaft", test::kEnglish).size() == 1);
}

TEST_CASE("a word of forty letters fits, smaller", "[cover][latin]") {
  const Fitted f = fitted("Pneumonoultramicroscopicsilicovolcanoconi", test::kEnglish);
  REQUIRE(f.lines.lines.size() == 1);
  CHECK(f.lines.lines[0].width.v * f.lines.size <= kTitle.width * 1000);
}

TEST_CASE("every line keeps to the measure and the block to its height", "[cover]") {
  std::string title;
  for (int i = 1; i <= 60; ++i) {
    title += i % 7 == 0 ? "，" : "文";
    const Fitted f = fitted(title);
    INFO(title);
    CHECK(f.lines.height(kTitle.leading) <= kTitle.height);
    CHECK(f.lines.lines.back().end == f.text.boxes.size());
    for (const Line& line : f.lines.lines)
      CHECK(static_cast<long>(line.width.v) * f.lines.size <= kTitle.width * 1000L);
  }
}

TEST_CASE("lines that nothing else tells apart are balanced", "[cover]") {
  for (const std::size_t letters : {10u, 16u, 30u}) {
    std::string title;
    for (std::size_t i = 0; i < letters; ++i)
      title += "文";
    std::int32_t least = 1'000'000, most = 0;
    for (const Line& line : fitted(title).lines.lines) {
      least = std::min(least, line.width.v);
      most = std::max(most, line.width.v);
    }
    CHECK(most - least <= 2000);
  }
}

TEST_CASE("what fits at no size loses its end, not its place", "[cover]") {
  std::string title;
  for (int i = 0; i < 2000; ++i)
    title += "字";
  const Room seal{96, 96, 84, 20, 0, Mil{1200}};
  const Fitted f = fitted(title, test::kHans, seal);
  REQUIRE_FALSE(f.lines.lines.empty());
  CHECK(f.lines.lines.back().end < f.text.boxes.size());
  CHECK(f.lines.height(seal.leading) <= seal.height);
  CHECK(fit_lines({}, seal).lines.empty());
}
