// In print a link to another text of the book says its page.
#include <catch2/catch.hpp>

#include <string>
#include <utility>

#include "pdf/export/export_pdf.h"
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

model::Block link_to(const std::string& path, const std::string& after = "。") {
  return paragraph(model::Inlines{text("参看《"), link(path, {text("那篇")}), text(after)});
}

/// Three texts; the first two say where the last is, and it says where the first is. Each has
/// `paragraphs` of some length.
model::Collection linked_book(int paragraphs, const model::Language& language = kChinese) {
  model::Blocks middle{link_to("c.md", "》。"), heading(1, "小节")};
  for (int i = 0; i < paragraphs; ++i) {
    std::string words;
    for (int k = 0; k < 30; ++k)
      words += "其理相同，";
    middle.push_back(paragraph(words));
  }
  model::Collection out =
      book_of(essay("a.md", "甲文", {link_to("c.md"), link_to("b.md#小节"), link_to("a.md")}));
  out.documents.push_back(essay("b.md", "乙文", std::move(middle)));
  out.documents.push_back(essay("c.md", "丙文", {link_to("a.md"), heading(1, "末 己")}));
  for (model::Document& document : out.documents)
    document.meta.language = language;
  return out;
}

draw::DisplayList laid_out(const model::Collection& collection, config::Purpose purpose) {
  Diagnostics log;
  Stages stages;
  const Settled book = settled(collection, log);
  config::PdfOptions options;
  options.purpose = purpose;
  return lay_out({book.edition, book.pictures}, faces(), options, stages, log);
}

std::string text_of(const draw::Page& page) {
  std::string out;
  for (const draw::Item& item : page.items)
    if (const auto* run = std::get_if<draw::Glyphs>(&item.is); run && item.tag.v) out += run->text;
  return out;
}

/// The page on which an anchor stands, as its reader knows it.
const draw::Page& page_of(const draw::DisplayList& list, const std::string& anchor) {
  for (const draw::Page& page : list.pages)
    for (const draw::Anchor& each : page.anchors)
      if (each.name == anchor) return page;
  FAIL("no page has " << anchor);
  return list.pages.front();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a link to another text says its page, whatever its number", "[pdf][page-references]") {
  for (const int paragraphs : {1, 40, 400}) {
    const draw::DisplayList list = laid_out(linked_book(paragraphs), config::Purpose::print);
    const std::string last = page_of(list, "e3").label;
    CAPTURE(paragraphs, last);
    CHECK(has(text_of(page_of(list, "e1")), "那篇（见第" + last + "页）。"));
    CHECK(has(text_of(page_of(list, "e2")), "那篇》（见第" + last + "页）。"));
    CHECK(has(text_of(page_of(list, "e3")), "那篇（见第1页）"));
  }
}

TEST_CASE("a link within its text says no page, and a heading's never does",
          "[pdf][page-references]") {
  const draw::DisplayList list = laid_out(linked_book(40), config::Purpose::print);
  const std::string first = text_of(page_of(list, "e1"));
  CHECK(has(first, "（见第3页）"));  // the section of the second text
  CHECK_FALSE(has(first, "（见第1页）"));
  model::Collection book = linked_book(1);
  book.documents[0] = essay("a.md", "甲文", {heading(1, "题")});
  std::get<model::Heading>(book.documents[0].blocks[0].is).content = {link("c.md", {text("丙")})};
  book.documents[0] = numbered(book.documents[0]);
  const std::string opening = text_of(page_of(laid_out(book, config::Purpose::print), "e1"));
  CHECK(has(opening, "丙"));
  CHECK_FALSE(has(opening, "见第"));
}

TEST_CASE("on a screen, where links can be followed, they say no page", "[pdf][page-references]") {
  const draw::DisplayList list = laid_out(linked_book(40), config::Purpose::screen);
  for (const draw::Page& page : list.pages)
    CHECK_FALSE(has(text_of(page), "见第"));
}

TEST_CASE("a page is said in the language of the text", "[pdf][page-references]") {
  const auto first = [](const model::Language& language) {
    const draw::DisplayList list = laid_out(linked_book(1, language), config::Purpose::print);
    return text_of(page_of(list, "e1"));
  };
  CHECK(has(first({"en", model::Convention::western}), " (see page 5)"));
  CHECK(has(first({"zh-TW", model::Convention::hant_tw}), "（見第5頁）"));
  CHECK(has(first({"ja", model::Convention::ja}), "（5ページ参照）"));
}

TEST_CASE("a page's figures stand in the middle of the room that was kept for them",
          "[pdf][page-references]") {
  for (const int paragraphs : {40, 400}) {
    const draw::DisplayList list = laid_out(linked_book(paragraphs), config::Purpose::print);
    const std::string last = page_of(list, "e3").label;
    const draw::Page& page = page_of(list, "e1");
    for (std::size_t i = 1; i + 1 < page.items.size(); ++i) {
      const auto* run = std::get_if<draw::Glyphs>(&page.items[i].is);
      if (!run || run->text != last) continue;
      const auto* before = std::get_if<draw::Glyphs>(&page.items[i - 1].is);
      const auto* after = std::get_if<draw::Glyphs>(&page.items[i + 1].is);
      REQUIRE(before);
      REQUIRE(after);
      const auto x = [](const draw::Glyphs& of, const draw::PlacedGlyph& glyph) {
        return of.at.x + of.size * (glyph.x.v / 1000.0);
      };
      const Pt left = x(*run, run->glyphs.front()) - x(*before, before->glyphs.back()) - run->size;
      const Pt digit =
          run->size *
          (faces()[fonts::FaceId{run->face.v}].advance(fonts::GlyphId{run->glyphs.back().glyph}).v /
           1000.0);
      const Pt right = x(*after, after->glyphs.front()) - x(*run, run->glyphs.back()) - digit;
      CHECK(left.v == Approx(right.v).margin(0.2));
      CHECK(left.v >= -0.01);
    }
  }
}
