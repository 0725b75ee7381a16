// Running heads against the outline: what stands over a page, and what of the text stands on it.
#include <catch2/catch.hpp>

#include <map>
#include <optional>

#include "pdf/export/export_pdf.h"
#include "pdf/style/geometry.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::test;

namespace {

struct Laid {
  outline::Outline outline;
  draw::DisplayList list;
  style::Geometry page;
};

Laid laid_out(const model::Collection& collection, std::string_view page) {
  const fonts::Catalog faces = std::move(*fonts::Catalog::open({}));
  Diagnostics log;
  Stages stages;
  Laid out;
  Settled book = settled(collection, log);
  config::PdfOptions options;
  options.page = *config::parse_page_size(page);
  out.page = style::geometry_of(options.page, options.purpose);
  out.list = lay_out({book.edition, book.pictures}, faces, options, stages, log);
  out.outline = std::move(book.edition.outline);
  return out;
}

/// What stands above the type area.
std::string head_of(const draw::Page& page, const style::Geometry& geometry) {
  std::string out;
  for (const draw::Item& item : page.items) {
    const auto* run = std::get_if<draw::Glyphs>(&item.is);
    if (run && !item.tag.v && run->at.y < geometry.top) out += run->text;
  }
  return out;
}

/// The sections of an only text by their anchors.
std::map<std::string, std::string> sections_of(const outline::Outline& outline) {
  std::map<std::string, std::string> out;
  for (const outline::HeadingPlace& heading : outline.documents[0].headings) {
    if (heading.rank == 1 && heading.listed) out[heading.anchor] = heading.text;
  }
  return out;
}

/// An only text: every page on the right hand but the first of a chapter says the last section that
/// begins on it, or else the last that began before it.
std::size_t check_only_text(const model::Document& document, std::string_view page) {
  const model::Collection book = book_of(document);
  const Laid laid = laid_out(book, page);
  const auto sections = sections_of(laid.outline);
  std::string section = document.meta.title;
  std::size_t checked = 0;
  bool text = false;  // behind the contents
  for (std::size_t n = 0; n < laid.list.pages.size(); ++n) {
    const draw::Page& made = laid.list.pages[n];
    if (made.label == "1") text = true;
    if (!text) continue;
    for (const draw::Anchor& anchor : made.anchors) {
      const auto begins = sections.find(anchor.name);
      if (begins != sections.end()) section = begins->second;
    }
    const std::string head = head_of(made, laid.page);
    if (head.empty()) continue;  // a chapter's first page, or a blank one
    INFO("page " << made.label << " of " << page);
    CHECK(head == (n % 2 == 0 ? section : book.meta.title));
    ++checked;
  }
  return checked;
}

std::string prose(int clauses) {
  std::string out;
  for (int i = 0; i < clauses; ++i)
    out += "院子里的老梨树，是祖父年轻时种下的，";
  return out + "如此而已。";
}

/// Headings anywhere: several on a page, at its head, in boxes and quotations, before figures and
/// tables, over pages of notes.
model::Document written(int seed) {
  model::Blocks blocks;
  std::vector<model::Note> notes;
  if (seed % 3 == 0) blocks.push_back(paragraph(prose(9)));
  for (int i = 0; i < 24; ++i) {
    const int kind = (seed * 31 + i * 17 + i * i * seed) % 11;
    const std::string name = std::to_string(i);
    blocks.push_back(heading(1 + (kind + seed) % 3, "第" + name + "题"));
    if (kind == 0) continue;  // the next heading follows right away
    blocks.push_back(paragraph(prose(kind * (1 + i % 4))));
    if (kind == 2) {
      model::Admonition box;
      box.children = {heading(1, "盒中之题" + name), paragraph("盒中之字")};
      blocks.push_back({{}, std::move(box)});
    }
    if (kind == 3) blocks.push_back(figure("p.png", "图", "一图之说"));
    if (kind == 4) {
      model::Table table;
      table.head = {{{{}, {text("词")}, 1, 1}}};
      for (int row = 0; row < 70; ++row)
        table.body.push_back({{{}, {text("格")}, 1, 1}});
      blocks.push_back({{}, std::move(table)});
    }
    if (kind == 5) {
      notes.push_back({{}, "n" + name, {heading(1, "注中之题"), paragraph(prose(90))}, 0});
      blocks.push_back(paragraph(
          {text("有注"), note_mark(static_cast<std::uint32_t>(notes.size() - 1)), text("。")}));
    }
  }
  return essay("a.md", "书名", std::move(blocks), std::move(notes));
}

}  // namespace

TEST_CASE(
    "a page that goes on says the section that began last, though two began on the page before",
    "[pdf_export][7.10]") {
  model::Blocks blocks;
  for (int chapter = 0; chapter < 2; ++chapter) {
    blocks.push_back(heading(1, chapter == 0 ? "甲章" : "乙章"));
    for (int i = 0; i < 9 + chapter * 90; ++i)
      blocks.push_back(paragraph("一行。"));
  }
  const model::Collection book = book_of(essay("a.md", "书名", blocks));
  const Laid laid = laid_out(book, "A5");
  std::size_t heads = 0;
  for (const draw::Page& page : laid.list.pages) {
    const std::string head = head_of(page, laid.page);
    if (head.empty() || head == "书名") continue;
    CHECK(head == "乙章");
    ++heads;
  }
  CHECK(heads > 0);
}

TEST_CASE("running heads say the last section that begins on their page, or that goes on",
          "[pdf_export][7.10]") {
  std::size_t checked = 0;
  for (int seed = 1; seed <= 12; ++seed) {
    for (const char* page : {"A5", "A4", "32开"})
      checked += check_only_text(written(seed), page);
  }
  CHECK(checked > 200);
}

TEST_CASE("in a collection running heads say the text, whatever its headings and the parts",
          "[pdf_export][7.10]") {
  model::Collection book;
  book.meta.title = "集名";
  book.meta.language = kChinese;
  for (int i = 0; i < 4; ++i) {
    book.documents.push_back(written(i + 1));
    book.documents.back().path = std::to_string(i) + ".md";
    book.documents.back().meta.title = "文" + std::to_string(i);
    book.documents.back().title_is_first_heading = false;
  }
  book.parts = {{"上编", 1}, {"下编", 3}};
  const Laid laid = laid_out(book, "A5");
  std::map<std::string, std::string> texts;
  for (std::size_t d = 0; d < book.documents.size(); ++d)
    texts[laid.outline.documents[d].anchor] = book.documents[d].meta.title;
  std::string here;
  std::size_t checked = 0;
  for (std::size_t n = 0; n < laid.list.pages.size(); ++n) {
    const draw::Page& page = laid.list.pages[n];
    bool opens = false;
    for (const draw::Anchor& anchor : page.anchors) {
      opens = opens || texts.count(anchor.name) || anchor.name.starts_with("part:");
      if (texts.count(anchor.name)) here = texts[anchor.name];
    }
    const std::string head = head_of(page, laid.page);
    INFO("page " << page.label);
    if (opens) CHECK(head.empty());
    if (head.empty() || here.empty()) continue;
    CHECK(head == (n % 2 == 0 ? here : "集名"));
    ++checked;
  }
  CHECK(checked > 20);
}

TEST_CASE("a title longer than the line is shortened over the page, and says so",
          "[pdf_export][7.10]") {
  std::string name;
  for (int i = 0; i < 90; ++i)
    name += "长";
  model::Blocks blocks{heading(1, name)};
  for (int i = 0; i < 90; ++i)
    blocks.push_back(paragraph("一行。"));
  const Laid laid = laid_out(book_of(essay("a.md", "书名", blocks)), "A5");
  std::size_t heads = 0;
  for (const draw::Page& page : laid.list.pages) {
    const std::string head = head_of(page, laid.page);
    if (head.empty() || head == "书名") continue;
    CHECK(head.ends_with("长……"));
    CHECK(head.size() > 30 * 3);
    ++heads;
  }
  CHECK(heads > 0);
}
