#include "pdf/lines/breaks.h"

#include <catch2/catch.hpp>

#include <limits>
#include <random>

#include "pdf/lines/set_line.h"
#include "pdf/shape/shape.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::lines;
using shape::ShapedParagraph;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

ShapedParagraph shaped(const std::string& text, bool hyphenate = false) {
  shape::StyledText source;
  source.styles.push_back({});
  source.append(text, 0);
  const style::ParagraphStyle style{.language = {"zh-CN", model::Convention::hans},
                                    .hyphenate = hyphenate};
  Diagnostics log;
  return shape::Shaper(faces()).shape(std::move(source), style, Mil{20'000}, log);
}

SetLine set_line(const ShapedParagraph& p, std::uint32_t first, std::uint32_t end, Mil measure,
                 Filling filling) {
  const Sums sums(p);
  return LineSetter(p, sums).set(first, end, measure, filling);
}

/// Sentences of hanzi, marks and Latin words, the same for the same seed.
std::string text_of(unsigned seed, int pieces) {
  const char* const stock[] = {"文字", "排版", "一",   "的", "，",   "。",  "《书》", "（注）",
                               "——",   "：",   "“好”", "AI", "2024", "年",  "LaTeX",  "读者",
                               "、",   "印刷", "、",   "了", "而已", "？”", "！",     "Yi-Large"};
  std::mt19937 random(seed);
  std::string out = "起";
  for (int i = 0; i < pieces; ++i)
    out += stock[random() % std::size(stock)];
  return out + "完了。";
}

/// The least demerits of all sets of breaks, by trying every one.
std::int64_t least_of_all(const ShapedParagraph& p, Measure measure) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t gap = 1; gap < p.boxes.size(); ++gap) {
    if (p.gaps[gap].at != shape::Gap::Break::never) places.push_back(gap);
  }
  const auto last = static_cast<std::uint32_t>(p.boxes.size());
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::uint32_t chosen = 0; chosen < 1u << places.size(); ++chosen) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (chosen >> i & 1) ends.push_back(places[i]);
    }
    ends.push_back(last);
    least = std::min(least, demerits_of(p, Sums(p), measure, ends));
  }
  return least;
}

}  // namespace

TEST_CASE("the chosen breaks never cost more than first fit", "[pdf_lines][5.6]") {
  const Measure measure{{18'000}, {20'000}};
  for (unsigned seed = 0; seed < 200; ++seed) {
    const ShapedParagraph p = shaped(text_of(seed, 60));
    const Breaks best = *break_justified(p, Sums(p), measure);
    const Breaks greedy = break_greedy(p, Sums(p), measure);
    INFO(p.source.text);
    CHECK(best.demerits <= demerits_of(p, Sums(p), measure, greedy.ends));
    CHECK(best.demerits == demerits_of(p, Sums(p), measure, best.ends));
  }
}

TEST_CASE("for short paragraphs no set of breaks is better than the chosen one",
          "[pdf_lines][5.6]") {
  // Lines that grow past what is preferred, or out of the measure, are chosen by other rules: only
  // where nothing else exists, whatever they cost.
  const Measure measure{{9000}, {11'000}};
  int compared = 0;
  for (unsigned seed = 0; seed < 120; ++seed) {
    const ShapedParagraph p = shaped(text_of(seed, 13));
    std::size_t places = 0;
    for (const shape::Gap& gap : p.gaps)
      places += gap.at == shape::Gap::Break::allowed;
    const Breaks best = *break_justified(p, Sums(p), measure);
    if (places > 16 || best.overfull || best.emergency) continue;
    INFO(p.source.text);
    CHECK(best.demerits <= least_of_all(p, measure));
    ++compared;
  }
  CHECK(compared > 10);
}

TEST_CASE("a last line of one hanzi is avoided where another set exists", "[pdf_lines][5.5]") {
  // Eighteen and a half on the first line and one more: the comma gives, or the line before does.
  const ShapedParagraph p = shaped("一二三四五六，七八九十一二三四五六，七八九十。");
  for (std::int32_t em = 8; em <= 20; ++em) {
    const Measure measure{{em * 1000}, {em * 1000}};
    const Breaks best = *break_justified(p, Sums(p), measure);
    const Sums sums(p);
    const std::uint32_t first = best.ends.size() > 1 ? best.ends[best.ends.size() - 2] : 0;
    if (best.ends.size() > 1) CHECK(sums.halves(first, best.ends.back()) > 2);
  }
}

TEST_CASE("justified lines end at the measure to the thousandth", "[pdf_lines][T4]") {
  const Measure measure{{18'000}, {20'000}};
  for (unsigned seed = 0; seed < 50; ++seed) {
    const ShapedParagraph p = shaped(text_of(seed, 80));
    const Breaks best = *break_justified(p, Sums(p), measure);
    if (best.overfull) continue;
    std::uint32_t first = 0;
    for (const std::uint32_t end : best.ends) {
      const Mil target = first == 0 ? measure.first : measure.rest;
      const SetLine line = set_line(p, first, end, target, Filling::justified);
      INFO(p.source.text);
      if (end != best.ends.back()) CHECK(std::abs((line.width - target).v) <= 1);
      CHECK(line.width <= target);
      first = end;
    }
  }
}

TEST_CASE("set lines hold the whole text in order", "[pdf_lines][T4]") {
  const Measure measure{{18'000}, {20'000}};
  const ShapedParagraph p = shaped(text_of(7, 120));
  const Breaks breaks = *break_justified(p, Sums(p), measure);
  std::string text;
  std::uint32_t first = 0;
  for (const std::uint32_t end : breaks.ends) {
    text += set_line(p, first, end, measure.rest, Filling::justified).text;
    first = end;
  }
  CHECK(text == p.source.text);
}

TEST_CASE("a line that divides a word ends in a hyphen that is a soft one to who copies it",
          "[pdf_lines][2.8]") {
  const ShapedParagraph p = shaped("如从characteristically", true);
  std::uint32_t end = 1;
  while (p.gaps[end].hyphen.v == 0)
    ++end;
  const SetLine line = set_line(p, 0, end, Mil{20'000}, Filling::natural);
  const SetRun& run = line.runs.back();
  CHECK(line.text_of(run).ends_with("\u00AD"));
  CHECK(line.glyphs.back().glyph == faces()[run.face].cell(U'-').glyph);
  CHECK(line.width == line.glyphs.back().x + p.gaps[end].hyphen);
}

TEST_CASE("a heading is broken where the sense pauses", "[pdf_lines][5.5]") {
  const ShapedParagraph p = shaped("三、Deepseek与零一万物——大模型创业启示录");
  const Breaks breaks = break_balanced(p, Sums(p), {{17'500}, {17'500}});
  REQUIRE(breaks.ends.size() == 2);
  CHECK(p.boxes[breaks.ends[0] - 1].last == shape::Cell::long_mark);
}

TEST_CASE("a paragraph of 200,000 hanzi takes time in proportion to its length",
          "[pdf_lines][performance]") {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "山重水复疑无路，柳暗。";
  const ShapedParagraph p = shaped(text);
  const Breaks breaks = *break_justified(p, Sums(p), {{28'000}, {30'000}});
  CHECK(breaks.ends.size() > 6000);
  CHECK_FALSE(breaks.overfull);
}

TEST_CASE("a reading whose word is broken over two lines stands on the first", "[pdf_lines][8.3]") {
  shape::StyledText source;
  source.styles.push_back({});
  source.append("刻本书坊", 0);
  source.readings = {{0, 12, "kè"}};
  const style::ParagraphStyle style{.language = {"zh-CN", model::Convention::hans}};
  Diagnostics log;
  const ShapedParagraph p =
      shape::Shaper(faces()).shape(std::move(source), style, Mil{20'000}, log);
  CHECK(set_line(p, 0, 2, Mil{2000}, Filling::natural).readings.size() == 1);
  CHECK(set_line(p, 2, 4, Mil{2000}, Filling::natural).readings.empty());
}

namespace {

/// Hanzi, an address, and more hanzi.
ShapedParagraph with_address(const std::string& before, const std::string& address,
                             const std::string& after) {
  shape::StyledText source;
  source.styles = {{}, {.kind = shape::RunKind::address}};
  source.append(before, 0);
  source.append(address, 1);
  source.append(after, 0);
  const style::ParagraphStyle style{.language = {"zh-CN", model::Convention::hans}};
  Diagnostics log;
  return shape::Shaper(faces()).shape(std::move(source), style, Mil{20'000}, log);
}

}  // namespace

TEST_CASE("no line before a long address is torn apart", "[pdf_lines][2.6]") {
  const Measure measure{{18'000}, {20'000}};
  for (const char* address :
       {"https://blog-1302893975.cos.ap-beijing.myqcloud.com/pic/20250304.png",
        "https://example.com/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl",
        "https://an-unbroken-name-of-a-host.com"}) {
    for (const char* before :
         {"参考资料见", "先写几句话，再给出地址：", "一二三四五六七八九十甲乙丙丁"}) {
      const ShapedParagraph p = with_address(before, address, "其中有全部的说明。");
      const Breaks best = *break_justified(p, Sums(p), measure);
      INFO(before << address);
      CHECK_FALSE(best.emergency);
      CHECK_FALSE(best.overfull);
    }
  }
}

TEST_CASE("a line in need opens its words as evenly as its hanzi", "[pdf_lines][5.3]") {
  // Four gaps beside and between hanzi, seven between letters; an em and a half is wanting.
  const ShapedParagraph p = shaped("扁平AnthropiC采用");
  const auto last = static_cast<std::uint32_t>(p.boxes.size());
  const Mil natural = set_line(p, 0, last, Mil{99'000}, Filling::natural).width;
  ShapedParagraph before_another = p;
  before_another.gaps[last].at = shape::Gap::Break::allowed;
  const Mil target = natural + Mil{3000};
  const SetLine line = set_line(before_another, 0, last, target, Filling::justified);
  const SetLine plain = set_line(p, 0, last, Mil{99'000}, Filling::natural);
  CHECK(line.width == target);
  std::vector<Mil> wide, narrow;
  for (const SetGlyph& g : line.glyphs)
    wide.push_back(g.x);
  for (const SetGlyph& g : plain.glyphs)
    narrow.push_back(g.x);
  REQUIRE(wide.size() == 13);
  const auto grown = [&](std::size_t i) {
    return (wide[i] - wide[i - 1] - narrow[i] + narrow[i - 1]).v;
  };
  for (std::size_t i = 1; i < wide.size(); ++i) {
    if (i != 2 && i != 11)
      CHECK(std::abs(grown(i) - grown(1)) <= 1);  // the two beside Latin grow more
  }
}

TEST_CASE("a reading at a line's edge aligns with the edge", "[pdf_lines][8.3]") {
  shape::StyledText source;
  source.styles.push_back({});
  source.append("一装二", 0);
  source.readings = {{3, 6, "zhuāngzh"}};
  const style::ParagraphStyle style{.language = {"zh-CN", model::Convention::hans}};
  Diagnostics log;
  const ShapedParagraph p =
      shape::Shaper(faces()).shape(std::move(source), style, Mil{20'000}, log);
  const SetLine from_base = set_line(p, 1, 3, Mil{9000}, Filling::natural);
  REQUIRE(from_base.readings.size() == 1);
  CHECK(std::abs(from_base.readings[0].left.v) <= 1);
  const SetLine to_base = set_line(p, 0, 2, Mil{9000}, Filling::natural);
  const SetReading& reading = to_base.readings.at(0);
  CHECK(std::abs((reading.left + reading.reading->width - to_base.width).v) <= 1);
}

TEST_CASE("right-to-left words stand in their own order among hanzi", "[pdf_lines][bidi]") {
  const ShapedParagraph p = shaped("说 אב גד הו 完");
  const auto last = static_cast<std::uint32_t>(p.boxes.size());
  REQUIRE(p.boxes.size() == 5);
  const SetLine line = set_line(p, 0, last, Mil{30'000}, Filling::natural);
  std::string text;
  std::vector<Mil> lefts;
  for (const SetRun& run : line.runs) {
    text += line.text_of(run);
    for (const SetGlyph& g : line.glyphs_of(run)) {
      if (g.glyph.v) lefts.push_back(g.x);  // letters, not typed spaces
    }
  }
  CHECK(text == p.source.text);  // the text's order stays
  REQUIRE(lefts.size() == 8);
  CHECK(lefts[0] < lefts[5]);  // 说 before the third word,
  CHECK(lefts[5] < lefts[3]);  // which is left of the second,
  CHECK(lefts[3] < lefts[1]);  // which is left of the first,
  CHECK(lefts[1] < lefts[7]);  // and 完 is behind them all
  CHECK(line.width == set_line(p, 0, last, line.width, Filling::justified).width);
}

TEST_CASE("a ragged line is broken anywhere rather than run past its edge", "[pdf_lines][7.7]") {
  const Measure narrow{{2000}, {2000}};
  for (const char* text :
       {"「「「「「「「「内", "字，。」』】，。」』】", "甲\u2060乙\u2060丙\u2060丁"}) {
    const ShapedParagraph p = shaped(text);
    const Sums sums(p);
    const Breaks breaks = break_greedy(p, sums, narrow);
    std::uint32_t first = 0;
    for (const std::uint32_t end : breaks.ends) {
      INFO(text << ", boxes " << first << " to " << end);
      CHECK(sums.width(first, end) <= narrow.rest.v);
      first = end;
    }
    CHECK(first == p.boxes.size());
    CHECK_FALSE(breaks.overfull);
  }
}
