#include "pdf/pages/bind.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/utf8.h"
#include "model/generated_words.h"
#include "pdf/pages/colophon.h"
#include "pdf/pages/cover_area.h"
#include "pdf/pages/front_matter.h"

namespace keben::pdf::pages {
namespace {

using outline::TocEntry;

std::string roman(std::uint32_t number) {
  constexpr std::pair<std::uint32_t, std::string_view> figures[] = {
      {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
      {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [value, figure] : figures) {
    for (; number >= value; number -= value)
      out += figure;
  }
  return out;
}

class Binder {
 public:
  Binder(const Book& book, Diagnostics& log)
      : book_(book), log_(log), mirrored_(book.purpose == config::Purpose::print) {
    list_.width = book.sheet.page.width;
    list_.height = book.sheet.page.height;
    list_.structure.push_back({.role = draw::Role::document});
  }

  Bound run(std::vector<Flow> flows) {
    number_text(flows);
    cover();
    front_matter();
    text(flows);
    bookmarks(book_.edition.outline.toc, 1);
    if (book_.edition.outline.colophon) {
      const model::GeneratedWords& words = book_.edition.words();
      list_.bookmarks.push_back({1, std::string(words.colophon), kColophonAnchor});
    }
    return {std::move(list_), std::move(starts_)};
  }

 private:
  static constexpr draw::StructId kRoot{1};

  // --- numbers
  // -----------------------------------------------------------------------------------------------------

  /// Where each anchor of the text will stand, before a page of it is placed: the contents come
  /// first.
  void number_text(const std::vector<Flow>& flows) {
    std::uint32_t page = 1;
    for (const Flow& flow : flows) {
      if (mirrored_ && page % 2 == 0) ++page;
      if (!flow.anchor.empty()) page_of_anchor_.try_emplace(flow.anchor, page);
      for (const MadeUpPage& made : flow.pages) {
        for (const draw::Anchor& anchor : made.anchors)
          page_of_anchor_.try_emplace(anchor.name, page);
        ++page;
      }
    }
    // A heading that stands on no line of its own is where its text is.
    for (const outline::DocumentOutline& document : book_.edition.outline.documents) {
      const auto begins = page_of_anchor_.find(document.anchor);
      if (begins == page_of_anchor_.end()) continue;
      for (const outline::HeadingPlace& heading : document.headings)
        page_of_anchor_.try_emplace(heading.anchor, begins->second);
    }
  }

  /// The page of a link's target in the room that zeros made for it, in the middle.
  void settle_page(draw::Glyphs& room) const {
    const auto page = page_of_anchor_.find(room.page_of);
    room.page_of.clear();
    if (page == page_of_anchor_.end() || room.glyphs.empty()) return;
    const fonts::Face& face = book_.faces[fonts::FaceId{room.face.v}];
    const auto width = [&](const std::string& figures) {
      Mil out;
      for (const char c : figures)
        out += face.cell(static_cast<char32_t>(c)).advance;
      return out;
    };
    const Mil kept = width(room.text);
    room.text = std::to_string(page->second);
    Mil x = room.glyphs.front().x + Mil{(kept - width(room.text)).v / 2};
    const Mil rise = room.glyphs.front().rise;
    room.glyphs.clear();
    for (std::size_t i = 0; i < room.text.size(); ++i) {
      const fonts::Face::Cell cell = face.cell(static_cast<char32_t>(room.text[i]));
      room.glyphs.push_back({cell.glyph.v, static_cast<std::uint16_t>(i + 1), x, rise});
      x += cell.advance;
    }
  }

  std::string anchor_of(const TocEntry& entry) const {
    if (entry.kind == TocEntry::Kind::part) return part_anchor(entry.part);
    return entry.heading ? book_.edition.outline.at(entry.document, *entry.heading).anchor
                         : book_.edition.outline.documents[entry.document.v].anchor;
  }

  void contents_rows(const std::vector<TocEntry>& entries, int depth,
                     std::vector<ContentsRow>& rows) const {
    if (depth >= book_.toc_depth) return;
    for (const TocEntry& entry : entries) {
      const std::string anchor = anchor_of(entry);
      const auto page = page_of_anchor_.find(anchor);
      const bool numbered = entry.kind != TocEntry::Kind::part && page != page_of_anchor_.end();
      rows.push_back({depth, entry.title, anchor, numbered ? std::to_string(page->second) : ""});
      contents_rows(entry.children, depth + 1, rows);
    }
  }

  // --- pages
  // -------------------------------------------------------------------------------------------------------

  /// Adds a galley's elements under one of our own; returns by how much its ids grow.
  std::uint32_t adopt(std::vector<draw::Struct> elements, draw::StructId parent) {
    const auto shift = static_cast<std::uint32_t>(list_.structure.size()) - 1;
    for (std::size_t i = 1; i < elements.size(); ++i) {
      draw::Struct element = std::move(elements[i]);
      element.parent = element.parent.v ? draw::StructId{element.parent.v + shift} : parent;
      list_.structure.push_back(std::move(element));
    }
    return shift;
  }

  draw::StructId element(draw::Role role, draw::StructId parent) {
    list_.structure.push_back({.role = role, .parent = parent});
    return {static_cast<std::uint32_t>(list_.structure.size() - 1)};
  }

  bool next_is_recto() const { return list_.pages.size() % 2 == 0; }

  draw::Page& add_page(std::string label) {
    list_.pages.push_back({.label = std::move(label)});
    return list_.pages.back();
  }

  void place(MadeUpPage made, std::uint32_t shift, std::string label) {
    const style::Geometry& geometry = book_.sheet.page;
    const Pt left = geometry.left(next_is_recto()), top = geometry.top;
    draw::Page& page = add_page(std::move(label));
    for (draw::Item& item : made.items) {
      galley::move_down(item, top);
      galley::move_right(item, left);
      if (item.tag.v) item.tag.v += shift;
      auto* glyphs = std::get_if<draw::Glyphs>(&item.is);
      if (glyphs && !glyphs->page_of.empty()) settle_page(*glyphs);
      page.items.push_back(std::move(item));
    }
    for (draw::LinkArea& link : made.links) {
      link.area.x += left;
      link.area.y += top;
      if (link.tag.v) link.tag.v += shift;
      page.links.push_back(std::move(link));
    }
    for (const draw::Anchor& anchor : made.anchors)
      page.anchors.push_back({anchor.name, anchor.y + top});
  }

  void blank_before_recto(bool front) {
    if (!mirrored_ || next_is_recto()) return;
    add_page(front ? roman(static_cast<std::uint32_t>(list_.pages.size() + 1))
                   : std::to_string(text_page_++));
  }

  /// A page of its own in front, without furniture.
  void cover() {
    if (!book_.cover) return;
    const draw::StructId figure = element(draw::Role::figure, kRoot);
    const model::Meta& meta = book_.edition.meta;
    list_.structure[figure.v].alternative =
        std::string(book_.edition.words().cover) + " " + meta.title;
    draw::Page& page = add_page(roman(1));
    page.items.push_back(
        {figure, draw::Picture{book_.cover->picture,
                               cover_area(book_.cover->size, list_.width, list_.height)}});
  }

  void front_matter() {
    const auto add = [&](FrontMatter matter, bool folio) {
      blank_before_recto(true);
      const std::uint32_t shift = adopt(std::move(matter.structure), kRoot);
      for (MadeUpPage& page : matter.pages) {
        const std::string label = roman(static_cast<std::uint32_t>(list_.pages.size() + 1));
        place(std::move(page), shift, label);
        if (folio) this->folio(list_.pages.back());
      }
    };
    add(title_page(book_.edition, book_.sheet, book_.faces, log_), false);
    std::vector<ContentsRow> rows;
    contents_rows(book_.edition.outline.toc, 0, rows);
    // What its rows and the running heads say stands in the text, and has been heard there.
    if (!rows.empty()) add(contents_pages(rows, book_.sheet, book_.faces, heard_), true);
    blank_before_recto(true);
    list_.labels.push_back({.first = 0, .roman = true});
    list_.labels.push_back({.first = static_cast<std::uint32_t>(list_.pages.size())});
  }

  draw::StructId article(const std::string& language) {
    const draw::StructId out = element(draw::Role::article, kRoot);
    list_.structure[out.v].language = language;
    return out;
  }

  void text(std::vector<Flow>& flows) {
    for (Flow& flow : flows) {
      blank_before_recto(false);
      const std::uint32_t shift = adopt(std::move(flow.structure), article(flow.language));
      std::string chapter = flow.title;
      bool first = true;
      for (MadeUpPage& made : flow.pages) {
        const bool opens = made.opens;
        if (const std::string* title = section_title(made)) chapter = *title;
        const edition::TextPlace begins = made.begins;
        place(std::move(made), shift, std::to_string(text_page_++));
        if (begins.known()) starts_.push_back({list_.pages.back().label, begins});
        draw::Page& page = list_.pages.back();
        if (first && !flow.anchor.empty())
          page.anchors.push_back({flow.anchor, book_.sheet.page.top});
        first = false;
        if (!flow.bare) folio(page);
        if (!opens && !book_.sheet.page.small) running_head(page, chapter);
      }
    }
  }

  /// The last section of an only text that begins on a page; it goes on, on the pages that follow.
  /// What stands in a quotation, a list or a box is no section.
  const std::string* section_title(const MadeUpPage& made) const {
    if (!book_.edition.single) return nullptr;
    for (auto landmark = made.landmarks.rbegin(); landmark != made.landmarks.rend(); ++landmark) {
      const outline::HeadingPlace& heading =
          book_.edition.outline.at(landmark->document, landmark->heading);
      if (heading.rank == 1 && heading.listed) return &heading.text;
    }
    return nullptr;
  }

  // --- furniture
  // ---------------------------------------------------------------------------------------------------

  /// A short text of ours on a page: an artifact, no part of the text.
  void furniture(draw::Page& page, const std::string& text, const style::ParagraphStyle& style,
                 Pt y) {
    const style::Geometry& geometry = book_.sheet.page;
    const bool recto = list_.pages.size() % 2 == 1;
    galley::FlatText flat;
    flat.text.styles.push_back({.face = style.face, .ink = book_.sheet.theme.muted});
    flat.text.append(text, 0);
    style::ParagraphStyle own = style;
    own.alignment = geometry.small || !mirrored_ ? style::Alignment::centred
                    : recto                      ? style::Alignment::right
                                                 : style::Alignment::ragged;
    std::vector<galley::Piece> lines =
        furniture_setter_.set(std::move(flat), own, {geometry.left(recto), geometry.measure()}, {});
    if (lines.empty()) return;
    for (draw::Item& item : lines.front().items) {
      galley::move_down(item, y);
      page.items.push_back(std::move(item));
    }
  }

  void folio(draw::Page& page) {
    const style::Geometry& geometry = book_.sheet.page;
    const Pt y = geometry.top + geometry.depth() + geometry.bottom() * 0.4;
    furniture(page, page.label, book_.sheet.folio, y);
  }

  /// The book's title on the left, on the right that of the section: the last one that begins on
  /// the page, or else the one that goes on from the pages before.
  void running_head(draw::Page& page, const std::string& chapter) {
    const bool recto = list_.pages.size() % 2 == 1;
    const style::Geometry& geometry = book_.sheet.page;
    const Pt y = geometry.top - book_.sheet.page.leading * 1.5;
    const std::string& title = recto || !mirrored_ ? chapter : book_.edition.meta.title;
    furniture(page, shortened(title), book_.sheet.running_head, y);
  }

  /// A title as far as it stands on one line.
  const std::string& shortened(const std::string& title) {
    const auto [known, fresh] = shortened_.try_emplace(title, title);
    if (!fresh) return known->second;
    const style::ParagraphStyle& style = book_.sheet.running_head;
    const auto fits = [&](const std::string& text) {
      galley::FlatText flat;
      flat.text.styles.push_back({.face = style.face});
      flat.text.append(text, 0);
      return furniture_setter_.widths(std::move(flat), style).most <= book_.sheet.page.measure();
    };
    if (fits(title)) return known->second;
    constexpr std::string_view kMore = "……";
    std::vector<std::size_t> ends{0};
    while (ends.back() < title.size())
      ends.push_back(utf8::decode(title, ends.back()).next);
    const auto end = std::partition_point(ends.begin() + 1, ends.end(), [&](std::size_t byte) {
      return fits(title.substr(0, byte) + std::string(kMore));
    });
    known->second = title.substr(0, *std::prev(end)) + std::string(kMore);
    return known->second;
  }

  void bookmarks(const std::vector<TocEntry>& entries, int level) {
    for (const TocEntry& entry : entries) {
      list_.bookmarks.push_back({level, entry.title, anchor_of(entry)});
      bookmarks(entry.children, level + 1);
    }
  }

  const Book& book_;
  Diagnostics& log_;
  bool mirrored_;
  draw::DisplayList list_;
  edition::PageStarts starts_;
  std::map<std::string, std::uint32_t> page_of_anchor_;
  std::uint32_t text_page_ = 1;
  std::map<std::string, std::string> shortened_;
  galley::Galley furniture_galley_;
  Diagnostics heard_;
  galley::Typesetter furniture_setter_{book_.faces, furniture_galley_, heard_};
};

}  // namespace

Bound bind(const Book& book, std::vector<Flow> flows, Diagnostics& log) {
  return Binder(book, log).run(std::move(flows));
}

}  // namespace keben::pdf::pages
