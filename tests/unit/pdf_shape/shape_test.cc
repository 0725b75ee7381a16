#include "pdf/shape/shape.h"

#include <catch2/catch.hpp>

#include "unicode/cjk.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::shape;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

style::ParagraphStyle chinese() {
  return {.language = {"zh-CN", model::Convention::hans}, .hyphenate = false};
}

ShapedParagraph shaped(std::string text, const style::ParagraphStyle& style, Diagnostics& log) {
  StyledText source;
  source.styles.push_back({});
  source.append(text, 0);
  return Shaper(faces()).shape(std::move(source), style, Mil{30'000}, log);
}

ShapedParagraph shaped(std::string text, const style::ParagraphStyle& style = chinese()) {
  Diagnostics log;
  return shaped(std::move(text), style, log);
}

}  // namespace

TEST_CASE("the table of hanzi says what HarfBuzz says, for every hanzi of a face",
          "[pdf_shape][performance]") {
  WordShaper words(faces());
  for (const fonts::Region region : {fonts::Region::sc, fonts::Region::tc}) {
    const fonts::FaceId face = faces().cjk({}, region);
    const char* language = region == fonts::Region::sc ? "zh-CN" : "zh-Hant";
    std::size_t compared = 0, unlike = 0;
    for (char32_t c = 0x3400; c < 0xA000; ++c) {
      if (!unicode::is_hanzi(c) || !faces()[face].has(c)) continue;
      const fonts::Face::Cell cell = faces()[face].cell(c);
      const ShapedWord& word =
          words.shape(face, std::u32string(1, c), Features::none, Course::han, language);
      ++compared;
      unlike += word.glyphs.size() != 1 || word.glyphs[0].glyph != cell.glyph ||
                word.width != cell.advance || word.glyphs[0].x != Mil{0};
    }
    CHECK(compared > 20'000);
    CHECK(unlike == 0);
  }
}

TEST_CASE("two dashes are one stroke of nearly two ems where their face has it",
          "[pdf_shape][L2]") {
  const ShapedParagraph p = shaped("沉默——许久");
  REQUIRE(p.boxes.size() == 5);
  const Box& pair = p.boxes[2];
  CHECK(pair.width == Mil{2000});
  REQUIRE(pair.end_glyph - pair.first_glyph == 1);
  const ShapedGlyph& stroke = p.glyphs[pair.first_glyph];
  const fonts::InkBox ink = faces()[pair.face].ink(stroke.glyph);
  CHECK((ink.right - ink.left).v > 1800);
  CHECK(stroke.text_end == pair.end_byte);
}

TEST_CASE("two dashes are two glyphs whose ink meets where their face has no glyph for both",
          "[pdf_shape][L2]") {
  StyledText source;
  source.styles.push_back({.face = {.family = fonts::Family::kai}});
  source.append("沉默——许久", 0);
  Diagnostics log;
  const ShapedParagraph p = Shaper(faces()).shape(std::move(source), chinese(), Mil{30'000}, log);
  REQUIRE(p.boxes.size() == 5);
  const Box& pair = p.boxes[2];
  CHECK(pair.width == Mil{2000});
  REQUIRE(pair.end_glyph - pair.first_glyph == 2);
  const ShapedGlyph &a = p.glyphs[pair.first_glyph], &b = p.glyphs[pair.first_glyph + 1];
  const fonts::InkBox ink = faces()[pair.face].ink(a.glyph);
  CHECK(b.x + ink.left <= a.x + ink.right);
  CHECK(a.text_end < b.text_end);
  const Mil left = a.x + ink.left, right = pair.width - (b.x + ink.right);
  CHECK(std::abs((left - right).v) <= 1);  // in the middle of its cells
}

TEST_CASE("two dashes at a line's end are two glyphs whose ink meets, and look flush",
          "[pdf_shape][L2]") {
  const ShapedParagraph p = shaped("沉默——许久");
  const Box& pair = p.boxes.at(2);
  REQUIRE(pair.glyphs_at_end == 2);
  const ShapedGlyph &a = p.glyphs[pair.end_glyph], &b = p.glyphs[pair.end_glyph + 1];
  const fonts::InkBox ink = faces()[pair.face].ink(a.glyph);
  CHECK(b.x + ink.left <= a.x + ink.right);
  CHECK((Mil{1000} - b.x).v <= 50);
  CHECK(a.text_end < b.text_end);
  CHECK(b.text_end == pair.end_byte);
  CHECK(p.boxes.at(3).first_glyph == pair.end_glyph + 2);
}

TEST_CASE("in tables all digits are as wide as one another, though their face has them otherwise",
          "[pdf_shape][3.9]") {
  style::ParagraphStyle table = chinese();
  table.tabular = true;
  const auto width = [](const std::string& number, const style::ParagraphStyle& style) {
    return shaped(number, style).boxes.at(0).width;
  };
  CHECK(width("1,147", chinese()) < width("8,888", chinese()));
  CHECK(width("1,147", table) == width("8,888", table));
  CHECK(width("1,147", table) > width("1,147", chinese()));
  CHECK(width("AI", table) == width("AI", chinese()));
}

TEST_CASE("a straight quote that is drawn curly is curly in the text", "[pdf_shape][Q1]") {
  const ShapedParagraph p = shaped("他说\"好\"。");
  CHECK(p.source.text == "他说“好”。");
  CHECK(p.boxes.back().end_byte == p.source.text.size());
}

TEST_CASE("a cluster of emoji is one box of one em, with all its text", "[pdf_shape][9.5]") {
  for (const char* picture : {"😀", "👨‍👩‍👧‍👦", "🇨🇳", "👍🏽", "1️⃣"}) {
    const ShapedParagraph p = shaped(std::string("看") + picture);
    REQUIRE(p.boxes.size() == 2);
    CHECK(p.boxes[1].width == Mil{1000});
    CHECK(p.boxes[1].face == *faces().emoji());
    CHECK(p.boxes[1].end_byte - p.boxes[1].first_byte == std::string_view(picture).size());
  }
}

TEST_CASE("a character that no face has is its code point in a cell, told once with its place",
          "[pdf_shape][9.3]") {
  Diagnostics log;
  const ShapedParagraph p = shaped("缺\U000F1234字\U000F1234", chinese(), log);
  REQUIRE(p.boxes.size() == 4);
  const Box& box = p.boxes[1];
  CHECK(box.missing);
  CHECK(box.width == Mil{1000});
  CHECK(p.boxes[3].style == box.style);
  CHECK(p.source.text == "缺\U000F1234字\U000F1234");
  std::u32string digits;
  for (std::uint32_t g = box.first_glyph + 1; g + 1 < box.end_glyph; ++g) {
    for (const char32_t d : U"0123456789ABCDEF")
      if (d && faces()[box.face].cell(d).glyph == p.glyphs[g].glyph) digits += d;
    CHECK(p.glyphs[g].x.v > 0);
    CHECK(p.glyphs[g].x.v < 900);
    CHECK(p.glyphs[g].text_end == box.end_byte);
  }
  CHECK(digits == U"F1234");
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "glyph-missing");
  CHECK(log.all()[0].text.en.find("U+F1234") != std::string::npos);
}

TEST_CASE("a divided word takes the room of the whole word", "[pdf_shape][2.8]") {
  style::ParagraphStyle style = chinese();
  const ShapedParagraph whole = shaped("characteristically", style);
  style.hyphenate = true;
  const ShapedParagraph pieces = shaped("characteristically", style);
  REQUIRE(pieces.boxes.size() > 1);
  Mil width;
  for (const Box& box : pieces.boxes)
    width += box.width;
  for (std::size_t i = 1; i + 1 < pieces.gaps.size(); ++i) {
    CHECK(pieces.gaps[i].natural == Mil{0});
    CHECK(pieces.gaps[i].at == Gap::Break::allowed);
    CHECK(pieces.gaps[i].hyphen.v > 0);
  }
  CHECK(width == whole.boxes.front().width);
}

TEST_CASE("a soft hyphen may divide, and is no space", "[pdf_shape][2.8]") {
  const ShapedParagraph p = shaped("auto\u00ADmat");
  REQUIRE(p.boxes.size() == 2);
  CHECK(p.gaps[1].hyphen.v > 0);
  CHECK_FALSE(p.gaps[1].typed);
}

namespace {

ShapedParagraph with_readings(const std::string& text, std::vector<Reading> readings) {
  StyledText source;
  source.styles.push_back({});
  source.append(text, 0);
  source.readings = std::move(readings);
  Diagnostics log;
  return Shaper(faces()).shape(std::move(source), chinese(), Mil{30'000}, log);
}

/// How far a reading reaches past its base's cells on each side.
std::pair<Mil, Mil> overhang(const ShapedParagraph& p, const ShapedReading& reading) {
  Mil cells;
  for (std::uint32_t k = reading.first_box; k < reading.end_box; ++k)
    cells += p.boxes[k].width;
  const Mil base = cells - reading.left_of_base - reading.right_of_base;
  const Mil half{(reading.width - base).v / 2};
  return {half - reading.left_of_base, half - reading.right_of_base};
}

}  // namespace

TEST_CASE("a wide reading overhangs the hanzi beside it by a quarter at most, then widens its base",
          "[pdf_shape][8.3]") {
  const ShapedParagraph p = with_readings("把装帧", {{3, 6, "zhuāngzh"}});
  REQUIRE(p.readings.size() == 1);
  const ShapedReading& reading = p.readings[0];
  const auto [left, right] = overhang(p, reading);
  CHECK(left == Mil{250});
  CHECK(std::abs((right - Mil{250}).v) <= 1);
  CHECK(std::abs((reading.left_of_base - reading.right_of_base).v) <= 1);
  CHECK(p.glyphs[p.boxes[1].first_glyph].x == reading.left_of_base);
  CHECK(p.boxes[0].width == Mil{1000});
  // A line that begins or ends with it gives the overhang room.
  CHECK(p.gaps[1].kept_at_start == Mil{250});
  CHECK(p.gaps[2].kept_at_end == right);
}

TEST_CASE("a reading never reaches over a mark, Latin or another reading's base",
          "[pdf_shape][8.3]") {
  const ShapedParagraph p =
      with_readings("，装帧AI装", {{3, 6, "zhuāng"}, {6, 9, "zhuāng"}, {11, 14, "zhuāng"}});
  REQUIRE(p.readings.size() == 3);
  for (const ShapedReading& reading : p.readings) {
    const auto [left, right] = overhang(p, reading);
    CHECK(left.v <= 0);
    CHECK(right.v <= 0);
  }
  // Neighbours stay a little apart.
  CHECK(overhang(p, p.readings[0]).second.v < 0);
  CHECK(overhang(p, p.readings[1]).first.v < 0);
}

TEST_CASE("a reading narrower than its base changes nothing", "[pdf_shape][8.3]") {
  const ShapedParagraph p = with_readings("一字", {{0, 3, "yī"}});
  CHECK(p.boxes[0].width == Mil{1000});
  CHECK(p.gaps[1].kept_at_end == Mil{0});
}

TEST_CASE("a reading within a raised word has a box to stand over", "[pdf_shape][8.3]") {
  StyledText source;
  source.styles.push_back({.scale = 700, .rise = Mil{300}, .kind = RunKind::raised});
  source.append("见装帧", 0);
  source.readings = {{3, 6, "zhuāng"}, {6, 9, "zhēn"}};
  Diagnostics log;
  const ShapedParagraph p = Shaper(faces()).shape(std::move(source), chinese(), Mil{30'000}, log);
  REQUIRE(p.readings.size() == 2);
  CHECK(p.boxes[p.readings[0].first_box].first_byte == 3);
  CHECK(p.boxes[p.readings[1].first_box].first_byte == 6);
}

TEST_CASE("a Kai that has its commas in the corner takes them from Song where they stand centred",
          "[pdf_shape][3.2]") {
  const fonts::Wish kai{.family = fonts::Family::kai};
  StyledText source;
  source.styles.push_back({.face = kai});
  source.append("走，看。問：", 0);
  const style::ParagraphStyle style{.face = kai,
                                    .language = {"zh-Hant-TW", model::Convention::hant_tw}};
  Diagnostics log;
  const ShapedParagraph p = Shaper(faces()).shape(std::move(source), style, Mil{30'000}, log);
  REQUIRE(p.boxes.size() == 6);
  CHECK(p.boxes[0].face == faces().cjk(kai, fonts::Region::tc));
  for (const std::size_t mark : {1u, 3u}) {
    const Box& box = p.boxes[mark];
    CHECK(box.face == faces().cjk({}, fonts::Region::tc));
    const ShapedGlyph& g = p.glyphs[box.first_glyph];
    const fonts::InkBox ink = faces()[box.face].ink(g.glyph);
    CHECK(std::abs((ink.left + ink.right + g.x + g.x).v - 500) < 60);  // in its body of half an em
    CHECK(std::abs((ink.bottom + ink.top).v - 760) < 160);  // about the middle of the cell
  }
}

TEST_CASE("an address is shaped whole and divided by its own rules", "[pdf_shape][2.6]") {
  const auto breaks_of = [](const std::string& address, Mil measure) {
    StyledText source;
    source.styles.push_back({.kind = RunKind::address});
    source.append(address, 0);
    Diagnostics log;
    const ShapedParagraph p = Shaper(faces()).shape(std::move(source), chinese(), measure, log);
    std::string out;
    Mil width;
    for (std::size_t k = 0; k < p.boxes.size(); ++k) {
      const Gap& gap = p.gaps[k];
      if (k > 0) out += gap.at == Gap::Break::never ? "'" : gap.penalty > 200 ? "|" : "/|";
      out += address.substr(p.boxes[k].first_byte, p.boxes[k].end_byte - p.boxes[k].first_byte);
      width += p.boxes[k].width;
    }
    const ShapedWord whole =
        WordShaper(faces()).shape(p.boxes[0].face, std::u32string(address.begin(), address.end()),
                                  Features::none, Course::by_letters, "zh-CN");
    CHECK(width == whole.width);
    return out;
  };
  // Short: after the slash; elsewhere only where nothing else will do.
  CHECK(breaks_of("ftp://a.b/c", Mil{30'000}) == "ftp://'a'.'b//|c");
  // Longer than the line: before its signs, and at a price anywhere.
  CHECK(breaks_of("ftp://a.bc/d", Mil{3000}) == "ftp://'a/|.|b|c//|d");
}

TEST_CASE(
    "Korean quotes and dashes are narrow, from the Korean face, and no line ends by them alone",
    "[pdf_shape][9.2]") {
  const style::ParagraphStyle style{.language = {"ko", model::Convention::ko}, .hyphenate = false};
  const ShapedParagraph p = shaped("그가 “안녕”이라고 — 말했다", style);
  const fonts::FaceId face = faces().cjk({}, fonts::Region::kr);
  const Mil quote = faces()[face].cell(U'“').advance;
  CHECK(quote < Mil{500});
  REQUIRE(p.boxes.size() == 4);  // words, and nothing between them but their spaces
  for (const Box& box : p.boxes)
    CHECK(box.face == face);
  CHECK(p.boxes[1].width < Mil{2 * 500 + 5 * 1000});
  CHECK(p.boxes[2].width == faces()[face].cell(U'—').advance);
}

TEST_CASE("no piece of a divided word is wider than the line, as it may be broken in need",
          "[pdf_shape][2.11]") {
  const auto widest = [](const char* words, RunKind kind, bool hyphenate) {
    StyledText source;
    source.styles.push_back({.kind = kind});
    source.append(words, 0);
    style::ParagraphStyle style{.language = {"en", model::Convention::western},
                                .hyphenate = hyphenate};
    Diagnostics log;
    const ShapedParagraph p = Shaper(faces()).shape(std::move(source), style, Mil{2000}, log);
    Mil out, piece;
    for (std::size_t b = 0; b < p.boxes.size(); ++b) {
      piece += p.boxes[b].width;
      const Gap& behind = p.gaps[b + 1];
      if (behind.at == Gap::Break::never && !behind.rescue) continue;
      out = std::max(out, piece);
      piece = {};
    }
    return out;
  };
  CHECK(widest("https://example.org/a", RunKind::address, false) <= Mil{2000});
  CHECK(widest("strengthening", RunKind::text, true) <= Mil{2000});
}
