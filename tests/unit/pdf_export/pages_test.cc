// The acceptance list of the typesetting rules for pages (typesetting.md 7 and 10), over the
// display lists of texts like those that people write, on a middling, a large and a small page.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "pdf/export/export_pdf.h"
#include "pdf/style/geometry.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::test;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

config::PageSize page_of(std::string_view name) {
  return *config::parse_page_size(name);
}

draw::DisplayList laid_out(const model::Blocks& blocks, std::string_view page) {
  Diagnostics log;
  Stages stages;
  const model::Collection collection = book_of(essay("a.md", "试排", blocks));
  const Settled book = settled(collection, log);
  config::PdfOptions options;
  options.page = page_of(page);
  return lay_out({book.edition, book.pictures}, faces(), options, stages, log);
}

/// Prose of paragraphs of one to nine lines, no two alike for long.
std::string prose(int i) {
  const std::string clauses[] = {"刻版的人从右往左读", "印出来的字却从左往右", "纸上有墨",
                                 "木上有刀痕",         "AI 2.0 也是如此",      "这一行与那一行之间",
                                 "留着一点空白"};
  std::string out = "文";
  for (int k = 0; k < 2 + (i * 11) % 23; ++k)
    out += clauses[(i + k * k) % 7] + ((i + k) % 4 ? "，" : "；");
  return out + "如此而已。";
}

model::Blocks essay_like(int paragraphs) {
  model::Blocks out;
  for (int i = 0; i < paragraphs; ++i) {
    if (i % 17 == 9) out.push_back(heading(2, "一节之题"));
    out.push_back(paragraph(prose(i)));
  }
  return out;
}

/// A line of the text: its place, and whether it begins or ends its paragraph.
struct Line {
  Pt y, x;
  std::string text;
  bool last() const { return text.size() >= 3 && text.substr(text.size() - 3) == "。"; }
};

bool is_front(const draw::Page& page) {
  return page.label.find_first_of("ivx") != std::string::npos;
}

std::vector<Line> lines_of(const draw::Page& page, Pt size) {
  std::map<long, Line> lines;
  for (const draw::Item& item : page.items) {
    const auto* run = std::get_if<draw::Glyphs>(&item.is);
    if (!run || !item.tag.v || run->size != size) continue;
    Line& line = lines.try_emplace(std::lround(run->at.y.v * 1000), Line{run->at.y, run->at.x, {}})
                     .first->second;
    line.text += run->text;
  }
  std::vector<Line> out;
  for (auto& [y, line] : lines)
    out.push_back(std::move(line));
  return out;
}

}  // namespace

TEST_CASE("no page of prose begins with a paragraph's last line or ends with its first",
          "[pdf_export][7.3]") {
  for (const std::string_view name : {"A5", "A4", "6in"}) {
    const style::Geometry page = style::geometry_of(page_of(name), config::Purpose::print);
    const draw::DisplayList list = laid_out(essay_like(120), name);
    std::size_t pages = 0, short_pages = 0;
    for (std::size_t n = 0; n < list.pages.size(); ++n) {
      if (is_front(list.pages[n])) continue;
      const std::vector<Line> lines = lines_of(list.pages[n], page.body);
      REQUIRE(lines.size() > 1);
      const Pt indented = page.left(n % 2 == 0) + page.body;
      INFO(name << ", page " << list.pages[n].label);
      CHECK_FALSE((lines.front().x < indented && lines.front().last()));
      const bool at_end = n + 1 == list.pages.size();
      CHECK_FALSE((!at_end && lines.back().x > indented && !lines.back().last()));
      ++pages;
      short_pages += !at_end && lines.back().y < page.top + page.depth() - page.leading;
    }
    INFO(name << ": " << short_pages << " of " << pages << " pages are short");
    CHECK(pages > 8);
    CHECK(short_pages * 5 < pages * 2);
  }
}

TEST_CASE("body lines stand on the grid round figures, tables, boxes, quotations and notes",
          "[pdf_export][6.3]") {
  model::Blocks blocks;
  for (int i = 0; i < 40; ++i) {
    if (i % 9 == 4) blocks.push_back(heading(1 + i % 3, "一节之题"));
    blocks.push_back(paragraph(prose(i)));
    if (i % 6 == 1) blocks.push_back(figure(std::to_string(i) + ".png", "图", "一图之说"));
    if (i % 6 == 3) {
      model::Admonition box;
      box.children = {paragraph("盒中之字")};
      blocks.push_back({{}, std::move(box)});
    }
    if (i % 6 == 5) {
      model::Table table;
      table.columns = {model::Align::none};
      table.head = {{{{}, {text("词")}, 1, 1}}};
      table.body = {{{{}, {text("格")}, 1, 1}}, {{{}, {text("格")}, 1, 1}}};
      blocks.push_back({{}, std::move(table)});
    }
    if (i % 7 == 2) {
      model::Quote quote;
      quote.children = {paragraph("引来的字")};
      blocks.push_back({{}, std::move(quote)});
    }
  }
  for (const std::string_view name : {"A5", "A4", "6in"}) {
    const style::Geometry page = style::geometry_of(page_of(name), config::Purpose::print);
    std::size_t seen = 0;
    for (const draw::Page& made : laid_out(blocks, name).pages) {
      if (is_front(made)) continue;
      for (const Line& line : lines_of(made, page.body)) {
        if (line.text.find("刻版") == std::string::npos &&
            line.text.find("如此而已") == std::string::npos)
          continue;
        const double at = (line.y - page.top - page.body * 0.88) / page.leading;
        INFO(name << ", page " << made.label << ": " << line.text);
        CHECK(std::abs(at - std::round(at)) < 0.001);
        ++seen;
      }
    }
    CHECK(seen > 60);
  }
}

TEST_CASE("a figure that waits leaves no hole, and the structure keeps it in its place",
          "[pdf_export][7.6]") {
  std::size_t waited = 0;
  for (int above = 10; above < 26; ++above) {
    model::Blocks blocks;
    for (int i = 0; i < above; ++i)
      blocks.push_back(paragraph("图前一行"));
    model::Block picture = figure("p.png", "图", "一图之说");
    model::SizeHint& width = std::get<model::Figure>(picture.is).images[0].width;
    width.unit = model::SizeHint::Unit::pt;
    width.value = 315;
    blocks.push_back(std::move(picture));  // 210 pt high
    for (int i = 0; i < 40; ++i)
      blocks.push_back(paragraph("图后一行"));
    const draw::DisplayList list = laid_out(blocks, "A5");
    const style::Geometry page = style::geometry_of(page_of("A5"), config::Purpose::print);
    bool first = true;
    for (const draw::Page& made : list.pages) {
      if (is_front(made)) continue;
      const std::vector<Line> lines = lines_of(made, page.body);
      INFO(above << " lines above");
      const bool waits = std::none_of(made.items.begin(), made.items.end(), [](const auto& item) {
        return std::holds_alternative<draw::Picture>(item.is);
      });
      waited += first && waits;
      if (first && waits) CHECK(lines.back().y > page.top + page.depth() - page.leading * 2.0);
      first = false;
    }
    std::vector<std::string> order;  // of the elements
    for (const draw::Struct& element : list.structure) {
      if (element.role == draw::Role::figure) order.push_back("figure");
      if (element.role == draw::Role::caption) order.push_back("caption");
    }
    CHECK(order == std::vector<std::string>{"figure", "caption"});
  }
  CHECK(waited > 8);
}

TEST_CASE("a small table is whole on one page, and the text goes on before it",
          "[pdf_export][7.7]") {
  const style::Geometry page = style::geometry_of(page_of("A5"), config::Purpose::print);
  for (int above = 18; above < 28; ++above) {
    model::Blocks blocks;
    for (int i = 0; i < above; ++i)
      blocks.push_back(paragraph("表前一行"));
    model::Table table;
    table.columns = {model::Align::none};
    table.head = {{{{}, {text("词目")}, 1, 1}}};
    table.body = std::vector<model::TableRow>(5, {{{}, {text("表中一行")}, 1, 1}});
    blocks.push_back({{}, std::move(table)});
    for (int i = 0; i < 20; ++i)
      blocks.push_back(paragraph("表后一行"));
    bool first = true;
    for (const draw::Page& made : laid_out(blocks, "A5").pages) {
      if (is_front(made)) continue;
      std::size_t rows = 0, heads = 0;
      for (const draw::Item& item : made.items) {
        const auto* run = std::get_if<draw::Glyphs>(&item.is);
        rows += run && run->text == "表中一行";
        heads += run && run->text == "词目";
      }
      INFO(above << " lines above");
      CHECK((rows == 0 || rows == 5));
      CHECK(heads == rows / 5);
      const std::vector<Line> lines = lines_of(made, page.body);
      if (first && rows == 0) CHECK(lines.back().y > page.top + page.depth() - page.leading * 1.5);
      first = false;
    }
  }
}

TEST_CASE("a heading at a page's head stands as near its text as any other", "[pdf_export][6.3]") {
  const style::Geometry page = style::geometry_of(page_of("A5"), config::Purpose::print);
  double nearest = 1e9, farthest = 0;
  for (int above = 20; above < 29; ++above) {
    model::Blocks blocks;
    for (int i = 0; i < above; ++i)
      blocks.push_back(paragraph("题前一行"));
    blocks.push_back(heading(3, "小节之题"));
    for (int i = 0; i < 9; ++i)
      blocks.push_back(paragraph("题后一行"));
    for (const draw::Page& made : laid_out(blocks, "A5").pages) {
      if (is_front(made)) continue;
      Pt title;
      for (const draw::Item& item : made.items) {
        const auto* run = std::get_if<draw::Glyphs>(&item.is);
        if (run && item.tag.v && run->text == "小节之题") title = run->at.y;
      }
      if (title == Pt{}) continue;
      for (const Line& line : lines_of(made, page.body)) {
        if (line.y <= title) continue;
        nearest = std::min(nearest, (line.y - title).v),
        farthest = std::max(farthest, (line.y - title).v);
        break;
      }
    }
  }
  CHECK(farthest < nearest + 0.01);
}
