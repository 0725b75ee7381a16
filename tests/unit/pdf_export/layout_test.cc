// The acceptance list of the typesetting rules, over the display lists of whole books.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "pdf/export/export_pdf.h"
#include "pdf/style/geometry.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::test;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

draw::DisplayList laid_out(const model::Collection& collection, unsigned jobs = 1) {
  Diagnostics log;
  Stages stages;
  const Settled book = settled(collection, log);
  config::PdfOptions options;
  options.jobs = {jobs};
  return lay_out({book.edition, book.pictures}, faces(), options, stages, log);
}

const style::Geometry& a5() {
  static const style::Geometry page = style::geometry_of({}, config::Purpose::print);
  return page;
}

/// The runs of one line of body text on a page, by baseline.
using Lines = std::map<long, std::vector<const draw::Glyphs*>>;

Lines body_lines(const draw::Page& page) {
  Lines out;
  for (const draw::Item& item : page.items) {
    const auto* run = std::get_if<draw::Glyphs>(&item.is);
    if (run && item.tag.v && run->size == a5().body)
      out[std::lround(run->at.y.v * 1000)].push_back(run);
  }
  return out;
}

std::string text_of(const std::vector<const draw::Glyphs*>& line) {
  std::string out;
  for (const draw::Glyphs* run : line)
    out += run->text;
  return out;
}

/// Plain paragraphs of hanzi, marks, Latin and quotes.
model::Collection plain_book() {
  model::Blocks blocks;
  for (int i = 0; i < 60; ++i) {
    if (i % 12 == 0)
      blocks.push_back(heading(i % 24 == 0 ? 1 : 2, "第" + std::to_string(i) + "节"));
    std::string words = "今人以文本为版，以程序为刀";
    for (int k = 0; k <= i % 7; ++k)
      words += "；文字（text）先于形式，“形式”服从文字——其理相同，AI 2.0 亦然";
    blocks.push_back(paragraph(words + "。"));
  }
  return book_of(essay("plain.md", "试排", blocks));
}

std::string first_of(const std::string& text) {
  return text.substr(0, utf8::decode(text, 0).next);
}
std::string last_of(const std::string& text) {
  std::size_t at = text.size() - 1;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    --at;
  return text.substr(at);
}

}  // namespace

TEST_CASE("no line begins with a closing mark or ends with an opening one", "[pdf_export][T4]") {
  const std::string no_start = "，。、；：？！）》」』”’·％", no_end = "（《「『“‘";
  std::size_t seen = 0;
  const draw::DisplayList list = laid_out(plain_book());
  for (const draw::Page& page : list.pages) {
    for (const auto& [baseline, line] : body_lines(page)) {
      const std::string text = text_of(line);
      if (text.empty()) continue;
      INFO(text);
      CHECK(no_start.find(first_of(text)) == std::string::npos);
      CHECK(no_end.find(last_of(text)) == std::string::npos);
      ++seen;
    }
  }
  CHECK(seen > 200);
}

TEST_CASE("body lines stand on the grid, level across facing pages", "[pdf_export][T4]") {
  const draw::DisplayList list = laid_out(plain_book());
  const double first = a5().top.v + a5().body.v * 0.88;
  for (const draw::Page& page : list.pages) {
    if (page.label.find_first_of("ivx") != std::string::npos) continue;
    for (const auto& [baseline, line] : body_lines(page)) {
      const double at = (static_cast<double>(baseline) / 1000 - first) / a5().leading.v;
      INFO(page.label << " " << text_of(line));
      CHECK(std::abs(at - std::round(at)) < 0.001);
    }
  }
}

TEST_CASE("nothing of the text passes the type area's edges", "[pdf_export][T4]") {
  const draw::DisplayList list = laid_out(plain_book());
  for (std::size_t n = 0; n < list.pages.size(); ++n) {
    const Pt left = a5().left(n % 2 == 0), right = left + a5().measure();
    for (const draw::Item& item : list.pages[n].items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (!run || item.tag.v == 0) continue;
      CHECK(run->at.x.v >= left.v - 0.02);
      const draw::PlacedGlyph& last = run->glyphs.back();
      const fonts::InkBox ink = faces()[{run->face.v}].ink({last.glyph});
      INFO(run->text);
      CHECK((run->at.x + (last.x + ink.right).at(run->size)).v <= right.v + 0.5);
    }
  }
}

TEST_CASE("every hanzi of the text is on the pages, in order", "[pdf_export][T4]") {
  const model::Collection book = plain_book();
  std::string wanted, shown;
  for (const model::Block& block : book.documents[0].blocks) {
    if (const auto* p = std::get_if<model::Paragraph>(&block.is))
      wanted += model::plain_text(p->content);
  }
  const draw::DisplayList list = laid_out(book);
  for (const draw::Page& page : list.pages) {
    for (const auto& [baseline, line] : body_lines(page)) {
      if (page.label.find_first_of("ivx") == std::string::npos) shown += text_of(line);
    }
  }
  const auto hanzi = [](const std::string& text) {
    std::u32string out;
    for (const char32_t c : utf8::to_utf32(text)) {
      if (c >= 0x3400 && c < 0xA000) out += c;
    }
    return out;
  };
  CHECK(hanzi(shown) == hanzi(wanted));
}

TEST_CASE("pages are the same whatever the number of jobs", "[pdf_export][T6]") {
  const model::Collection book = every_construct_collection();
  const draw::DisplayList one = laid_out(book), two = laid_out(book, 2);
  CHECK(one.pages == two.pages);
  CHECK(one.structure == two.structure);
  CHECK(one.bookmarks == two.bookmarks);
}

TEST_CASE("a heading stands on its page with two lines of what follows", "[pdf_export][7.2]") {
  model::Blocks blocks;
  for (int i = 0; i < 80; ++i) {
    if (i % 5 == 3) blocks.push_back(heading(3, "小节之题"));
    blocks.push_back(paragraph("一段短文，只占一两行的样子，其长短随次序而变" +
                               std::string(static_cast<std::size_t>(i % 4), 'x') + "。"));
  }
  const draw::DisplayList list = laid_out(book_of(essay("h.md", "题", blocks)));
  for (const draw::Page& page : list.pages) {
    long lowest_heading = 0;
    std::size_t below = 0;
    for (const draw::Item& item : page.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (run && item.tag.v && run->text == "小节之题") {
        lowest_heading = std::max(lowest_heading, std::lround(run->at.y.v * 1000));
      }
    }
    if (lowest_heading == 0 || page.label.find_first_of("ivx") != std::string::npos) continue;
    for (const auto& [baseline, line] : body_lines(page))
      below += baseline > lowest_heading;
    INFO(page.label);
    CHECK(below >= 2);
  }
}

TEST_CASE("chapters that are joined keep the white above their headings", "[pdf_export][6.3]") {
  model::Blocks blocks;
  for (int chapter = 0; chapter < 3; ++chapter) {
    blocks.push_back(heading(1, "第" + std::to_string(chapter) + "部分的题"));
    for (int i = 0; i < 3; ++i)
      blocks.push_back(paragraph("此处有一段文字，用来把标题隔开。"));
  }
  const draw::DisplayList list = laid_out(book_of(essay("c.md", "题", blocks)));
  for (const draw::Page& page : list.pages) {
    const Lines lines = body_lines(page);
    for (const draw::Item& item : page.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      const bool is_heading =
          run && item.tag.v && run->text.find("部分的题") != std::string::npos && run->size.v > 15;
      if (!is_heading) continue;
      auto above = lines.lower_bound(std::lround(run->at.y.v * 1000));
      if (above == lines.begin()) continue;
      --above;
      CHECK(run->at.y.v - static_cast<double>(above->first) / 1000 > a5().leading.v * 2);
    }
  }
}

TEST_CASE("the contents name the page that each heading stands on", "[pdf_export][7.10]") {
  const draw::DisplayList list = laid_out(plain_book());
  std::map<std::string, std::string> page_of;
  for (const draw::Page& page : list.pages) {
    for (const draw::Anchor& anchor : page.anchors)
      page_of[anchor.name] = page.label;
  }
  std::size_t checked = 0;
  for (const draw::Page& page : list.pages) {
    for (const draw::LinkArea& link : page.links) {
      if (link.anchor.empty() || page.label.find_first_of("ivx") == std::string::npos) continue;
      std::string number;
      for (const draw::Item& item : page.items) {
        const auto* run = std::get_if<draw::Glyphs>(&item.is);
        const bool its_number = run && item.tag == link.tag && run->at.x > page.links[0].area.x &&
                                run->text.find_first_not_of("0123456789") == std::string::npos;
        if (its_number) number = run->text;
      }
      CHECK(number == page_of[link.anchor]);
      ++checked;
    }
  }
  CHECK(checked == 5);
}

TEST_CASE("a table over several pages repeats its head under 续表, outside the text",
          "[pdf_export][7.7]") {
  model::Table table;
  table.columns = {model::Align::none, model::Align::none};
  const auto row = [](const std::string& a, const std::string& b) {
    return model::TableRow{{{}, {text(a)}, 1, 1}, {{}, {text(b)}, 1, 1}};
  };
  table.head = {row("词目", "释义")};
  for (int i = 0; i < 80; ++i)
    table.body.push_back(row("词" + std::to_string(i), "其义如何如何"));
  const draw::DisplayList list =
      laid_out(book_of(essay("t.md", "表", {model::Block{{}, std::move(table)}})));
  std::size_t heads = 0, tagged = 0, continued = 0;
  for (const draw::Page& page : list.pages) {
    for (const draw::Item& item : page.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (!run) continue;
      heads += run->text == "词目";
      tagged += run->text == "词目" && item.tag.v;
      continued += run->text == "续表" && item.tag.v == 0;
    }
  }
  CHECK(heads > 1);
  CHECK(tagged == 1);
  CHECK(continued == heads - 1);
}

TEST_CASE("a table is parted with two of its rows on either side", "[pdf_export][7.7]") {
  for (int above = 8; above < 28; ++above) {
    model::Blocks blocks;
    for (int i = 0; i < above; ++i)
      blocks.push_back(paragraph("表前一行"));
    model::Table table;
    table.columns = {model::Align::none};
    const auto row = [](const std::string& word) {
      return model::TableRow{{{}, {text(word)}, 1, 1}};
    };
    table.head = {row("词目")};
    for (int i = 0; i < 14; ++i)
      table.body.push_back(row("表中一行"));
    blocks.push_back({{}, std::move(table)});
    const draw::DisplayList list = laid_out(book_of(essay("t.md", "表", blocks)));
    std::size_t rows = 0;
    for (const draw::Page& page : list.pages) {
      std::size_t here = 0;
      for (const draw::Item& item : page.items) {
        const auto* run = std::get_if<draw::Glyphs>(&item.is);
        here += run && run->text == "表中一行";
      }
      INFO(above << " lines above");
      CHECK(here != 1);
      rows += here;
    }
    CHECK(rows == 14);
  }
}

TEST_CASE("a part has a page of its own, on a recto, with its title and nothing else",
          "[pdf_export][parts]") {
  model::Collection book;
  book.meta.title = "集";
  book.meta.language = kChinese;
  for (const char* title : {"序", "甲", "乙", "跋"})
    book.documents.push_back(
        essay(std::string(title) + ".md", title, {heading(1, title), paragraph("文。")}));
  book.parts = {{"上编", 1}, {"下编", 2}, {"", 3}};
  const draw::DisplayList list = laid_out(book);
  std::map<std::string, std::size_t> page_of;
  for (std::size_t i = 0; i < list.pages.size(); ++i)
    for (const draw::Anchor& anchor : list.pages[i].anchors)
      page_of.try_emplace(anchor.name, i);
  std::vector<std::string> parts;
  for (const draw::Bookmark& mark : list.bookmarks) {
    if (mark.title != "上编" && mark.title != "下编") continue;
    REQUIRE(page_of.count(mark.anchor) == 1);
    const std::size_t at = page_of.at(mark.anchor);
    CHECK(at % 2 == 0);
    std::string words;
    for (const draw::Item& item : list.pages[at].items)
      if (const auto* run = std::get_if<draw::Glyphs>(&item.is)) words += run->text;
    CHECK(words == mark.title);
    CHECK(list.pages[at + 1].items.empty());  // the essay opens on the next recto
    CHECK_FALSE(list.pages[at + 2].items.empty());
    parts.push_back(list.pages[at].label);
  }
  CHECK(parts == std::vector<std::string>{"3", "7"});
}

TEST_CASE("a collection ends with its colophon, whose rows lead to the texts and to the web",
          "[pdf_export][colophon]") {
  model::Collection book;
  book.meta.title = "集";
  book.meta.language = kChinese;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "第" + std::to_string(i) + "篇";
    book.documents.push_back(essay(name + ".md", name, {paragraph("文。")}));
    book.documents.back().meta.published = model::Date{2024, 1 + i % 12, 5};
    book.documents.back().meta.source = "https://tea.example/" + std::to_string(i) + "/";
  }
  const draw::DisplayList list = laid_out(book);
  REQUIRE(list.bookmarks.back().title == "版权页");
  std::size_t first = list.pages.size(), texts = 0, addresses = 0;
  for (std::size_t i = 0; i < list.pages.size(); ++i) {
    const draw::Page& page = list.pages[i];
    for (const draw::Anchor& anchor : page.anchors)
      if (anchor.name == list.bookmarks.back().anchor) first = i;
    if (i < first) continue;
    std::size_t here = 0;
    for (const draw::LinkArea& link : page.links)
      ++(link.address.empty() ? texts : addresses), ++here;
    CHECK(here % 2 == 0);  // what belongs to one text is on one page
  }
  CHECK(first % 2 == 0);
  CHECK(first + 1 < list.pages.size());
  CHECK(texts == 60);
  CHECK(addresses == 60);
}
