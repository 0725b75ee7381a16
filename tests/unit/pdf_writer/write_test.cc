#include "pdf/writer/write.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "pdf/writer/detail/content.h"
#include "pdf/writer/detail/font.h"
#include "pdf/writer/detail/navigation.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::writer;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

draw::FaceIndex song() {
  return {faces().cjk({}, fonts::Region::sc).v};
}

draw::Item words(const std::u32string& text, draw::StructId tag) {
  draw::Glyphs run{.face = song(), .size = Pt{10}, .at = {Pt{20}, Pt{30}}};
  Mil x;
  for (const char32_t c : text) {
    utf8::append(run.text, c);
    run.glyphs.push_back({faces()[{song().v}].cell(c).glyph.v,
                          static_cast<std::uint16_t>(run.text.size()), x, Mil{0}});
    x += Mil{1000};
  }
  return {tag, run};
}

draw::DisplayList two_pages() {
  draw::DisplayList list;
  list.width = Pt{200};
  list.height = Pt{100};
  list.structure = {{}, {.role = draw::Role::document}};
  list.structure.push_back({.role = draw::Role::paragraph, .parent = {1}});
  list.structure.push_back({.role = draw::Role::link, .parent = {2}});
  list.pages.resize(2);
  list.pages[0].items.push_back(words(U"了更", {2}));
  list.pages[0].links.push_back({{{}, {}, Pt{10}, Pt{10}}, {}, "e1", {3}});
  list.pages[1].items.push_back(words(U"去", {2}));
  list.pages[1].anchors.push_back({"e1", Pt{40}});
  list.labels = {{.first = 0, .roman = true}, {.first = 1}};
  list.bookmarks = {{1, "上", "e1"}, {2, "下", "e1"}};
  return list;
}

Bytes written(const draw::DisplayList& list, unsigned jobs = 1) {
  Stages stages;
  const Info info{.title = "题",
                  .authors = {"甲"},
                  .language = "zh-CN",
                  .uuid = "c913ebe5-69b5-5808-94e0-fb35ff9db585",
                  .modified = "2025-01-25T00:00:00Z"};
  return *write(list, info, faces(), assets::AssetStore(), {}, {jobs}, stages);
}

std::size_t count(const Bytes& bytes, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = bytes.find(what); at != Bytes::npos; at = bytes.find(what, at + 1))
    ++n;
  return n;
}

Resources resources_for(const draw::Page& page) {
  Resources out;
  out.font_number.resize(song().v + 1u, -1);
  out.font_number[song().v] = 0;
  out.uses.emplace_back(faces()[{song().v}]);
  for (const draw::Item& item : page.items) {
    const auto& run = std::get<draw::Glyphs>(item.is);
    std::size_t begin = 0;
    for (const draw::PlacedGlyph& g : run.glyphs) {
      out.uses[0].note(g.glyph, std::string_view(run.text).substr(begin, g.text_end - begin));
      begin = g.text_end;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the same list gives the same bytes, however many jobs", "[pdf_writer][T6]") {
  CHECK(written(two_pages()) == written(two_pages(), 2));
}

TEST_CASE("a file says what it is, once", "[pdf_writer]") {
  const Bytes pdf = written(two_pages());
  CHECK(pdf.starts_with("%PDF-1.7\n"));
  CHECK(pdf.ends_with("%%EOF\n"));
  CHECK(count(pdf, "/Producer") == 1);
  CHECK(count(pdf, "/Lang (zh-CN)") == 1);
  CHECK(count(pdf, "/MarkInfo <</Marked true>>") == 1);
  CHECK(count(pdf, "/TrimBox") == 2);
}

TEST_CASE("page labels count in the style of their range", "[pdf_writer][7.10]") {
  const Bytes pdf = written(two_pages());
  CHECK(count(pdf, "[0 <</S/r/St 1>>") == 1);
  CHECK(count(pdf, " 1 <</S/D/St 1>>") == 1);
}

TEST_CASE("a link inside the book leads to a page and a height; one to nowhere is left out",
          "[pdf_writer]") {
  draw::DisplayList list = two_pages();
  CHECK(count(written(list), "/Subtype /Link") + count(written(list), "/Subtype/Link") == 1);
  list.pages[0].links[0].anchor = "nowhere";
  CHECK(count(written(list), "/Subtype /Link") + count(written(list), "/Subtype/Link") == 0);
}

TEST_CASE("what a glyph stands for comes from the text, not from the face's cmap turned round",
          "[pdf_writer][ToUnicode]") {
  // U+F9BA and U+F901 have the glyphs of 了 and 更 in Noto.
  FontUse use(faces()[{song().v}]);
  for (const char32_t c : {U'了', U'更'}) {
    std::string text;
    utf8::append(text, c);
    const std::uint16_t glyph = use.face().cell(c).glyph.v;
    use.note(glyph, text);
    CHECK(use.text_of(glyph) == text);
  }
}

TEST_CASE("glyphs that show one text together say it once", "[pdf_writer][ActualText]") {
  draw::Page page;
  page.items.push_back(words(U"一二三", {2}));
  auto& run = std::get<draw::Glyphs>(page.items[0].is);
  run.text = "㐀三";
  run.glyphs[0].text_end = run.glyphs[1].text_end = 3;
  run.glyphs[1].rise = Mil{400};
  run.glyphs[2].text_end = 6;
  page.items.push_back(words(U"一二三", {2}));  // where they say what they are
  const std::vector<draw::Struct> structure = two_pages().structure;
  const Content content = content_of(page, Pt{100}, structure, resources_for(page));
  CHECK(count(content.stream, "/ActualText") == 1);
  CHECK(count(content.stream, "/ActualText<FEFF3400>") == 1);
}

TEST_CASE("where a glyph stands for two texts its own wins, and the other is said where it stands",
          "[pdf_writer][ActualText]") {
  draw::Page page;
  page.items.push_back(words(U"一二", {2}));
  auto& run = std::get<draw::Glyphs>(page.items[0].is);
  draw::Glyphs other = run;
  other.text = "甲二";  // the glyph of 一 for another text
  page.items.push_back({draw::StructId{2}, other});
  const std::vector<draw::Struct> structure = two_pages().structure;
  const Content content = content_of(page, Pt{100}, structure, resources_for(page));
  CHECK(count(content.stream, "/ActualText<FEFF7532>") == 1);
  // Marked content is never nested, or readers lose count.
  int depth = 0;
  for (std::size_t at = 0; at < content.stream.size(); ++at) {
    if (content.stream.compare(at, 3, "BDC") == 0 || content.stream.compare(at, 3, "BMC") == 0)
      ++depth;
    if (content.stream.compare(at, 3, "EMC") == 0) --depth;
    CHECK(depth <= 1);
  }
  CHECK(depth == 0);
  CHECK(content.owners.size() == 3);
}

TEST_CASE("ToUnicode has surrogates for what lies beyond the first plane",
          "[pdf_writer][ToUnicode]") {
  const std::string map = to_unicode_map({{7, "𠮷"}, {8, ""}, {9, "——"}}, 2);
  CHECK(map.find("<0007> <D842DFB7>") != std::string::npos);
  CHECK(map.find("<0008>") == std::string::npos);
  CHECK(map.find("<0009> <20142014>") != std::string::npos);
  CHECK(map.find("2 beginbfchar") != std::string::npos);
}

TEST_CASE("more pictures than a font of pictures holds go into several", "[pdf_writer][9.5]") {
  const fonts::FaceId emoji = *faces().emoji();
  FontUse use(faces()[emoji]);
  std::uint16_t glyph = 10;
  for (std::size_t i = 0; i < kMostPictures + 5; ++i)
    use.note(glyph++, "x");
  CHECK(use.code_of(10).font == 0);
  CHECK(use.code_of(10).code == 1);
  const FontUse::Code last = use.code_of(static_cast<std::uint16_t>(glyph - 1));
  CHECK(last.font == 1);
  CHECK(last.code == 5);
}

TEST_CASE("a table's cell says what it heads and spans, and a row that comes late its place",
          "[pdf_writer][accessibility]") {
  draw::DisplayList list = two_pages();
  const auto add = [&](draw::Role role, std::uint32_t parent) {
    list.structure.push_back({.role = role, .parent = {parent}});
    return static_cast<std::uint32_t>(list.structure.size() - 1);
  };
  const std::uint32_t table = add(draw::Role::table, 1);
  const std::uint32_t first = add(draw::Role::table_row, table),
                      second = add(draw::Role::table_row, table);
  const std::uint32_t head = add(draw::Role::header_cell, first),
                      cell = add(draw::Role::data_cell, second);
  list.structure[head].columns = 3;
  list.structure[cell].rows = 2;
  list.pages[0].items.push_back(words(U"去", {cell}));
  list.pages[1].items.push_back(words(U"了", {head}));
  const Bytes pdf = written(list);
  CHECK(count(pdf, "/A[<</O/Table/Scope/Column/ColSpan 3>>]") == 1);
  CHECK(count(pdf, "/A[<</O/Table/RowSpan 2>>]") == 1);
  const std::size_t rows = pdf.find("/S/Table/P");
  REQUIRE(rows != Bytes::npos);
  const std::size_t kids = pdf.find("/K[", rows);
  const int one = std::stoi(std::string(pdf.substr(kids + 3, 8)));
  const int other = std::stoi(std::string(pdf.substr(pdf.find("R ", kids) + 2, 8)));
  CHECK(one > other);  // objects are numbered as they come; the first row came after the second
}
