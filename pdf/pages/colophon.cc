#include "pdf/pages/colophon.h"

#include <string>
#include <utility>
#include <vector>

#include "model/generated_words.h"
#include "pdf/galley/paragraph.h"

namespace keben::pdf::pages {
namespace {

using galley::FlatText;
using galley::Piece;

constexpr Em kHang{2};

class ColophonComposer {
 public:
  ColophonComposer(const style::Stylesheet& sheet, const fonts::Catalog& faces, Diagnostics& log)
      : sheet_(sheet), faces_(faces), typesetter_(faces, galley_, log), small_(sheet.note) {
    small_.alignment = style::Alignment::ragged;
    small_.first_indent = {};
  }

  void heading(const std::string& word, edition::NodeId id) {
    const style::ParagraphStyle& style = sheet_.contents_heading;
    FlatText flat;
    flat.text.styles.push_back({.face = style.face, .ink = sheet_.theme.text});
    flat.text.append(word, 0);
    std::vector<Piece> lines = set(std::move(flat), style, {}, draw::Role::heading1);
    if (!lines.empty()) lines.front().begins = {id, 0};
    add(std::move(lines), galley::kForbidden);
    white(sheet_.page.leading * 1.5, galley::kForbidden);
  }

  void whole(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      FlatText flat;
      style::ParagraphStyle style = small_;
      if (&line == &lines.front()) style.face.bold = true;
      flat.text.styles.push_back({.face = style.face, .ink = sheet_.theme.text});
      flat.text.append(line, 0);
      add(set(std::move(flat), style, {}, draw::Role::paragraph), 0);
    }
    white(sheet_.page.leading, 0);
  }

  /// What belongs to one text is on one page: it is two or three lines.
  void entry(const edition::ColophonEntry& entry, const std::string& anchor, SourceSpan at,
             std::string_view gap) {
    FlatText flat;
    const std::uint32_t link = galley::add_link(flat, {.anchor = anchor});
    flat.text.styles.push_back({.face = small_.face,
                                .ink = sheet_.theme.text,
                                .link = link,
                                .element = static_cast<std::uint32_t>(flat.inner.size())});
    flat.text.styles.push_back({.face = small_.face, .ink = sheet_.theme.muted});
    flat.text.append(entry.title, 0, at);
    if (!entry.about.empty()) flat.text.append(std::string(gap) + entry.about, 1, at);
    style::ParagraphStyle hanging = small_;
    hanging.first_indent = {-kHang.v};
    std::vector<Piece> lines = set(std::move(flat), hanging, kHang, draw::Role::paragraph);
    if (!lines.empty()) lines.front().begins = {entry.id, 0};
    if (!entry.address.empty()) {
      for (Piece& line : address(entry))
        lines.push_back(std::move(line));
    }
    add(std::move(lines), galley::kForbidden);
    if (!galley_.pieces.empty()) galley_.pieces.back().after = 0;
    white(small_.leading * 0.25, 0);
  }

  std::vector<MadeUpPage> pages() { return make_up(galley_, sheet_, faces_); }
  std::vector<draw::Struct> structure() { return std::move(galley_.structure); }

 private:
  std::vector<Piece> address(const edition::ColophonEntry& entry) {
    FlatText flat;
    const std::uint32_t link = galley::add_link(flat, {.address = entry.address});
    flat.text.styles.push_back({.face = small_.face,
                                .kind = shape::RunKind::address,
                                .ink = sheet_.theme.muted,
                                .link = link,
                                .element = static_cast<std::uint32_t>(flat.inner.size())});
    flat.text.append(entry.shown_address, 0);
    return set(std::move(flat), small_, kHang, draw::Role::paragraph);
  }

  std::vector<Piece> set(FlatText flat, const style::ParagraphStyle& style, Em indent,
                         draw::Role role) {
    const Pt left = indent.at(style.size);
    return typesetter_.set(std::move(flat), style, {left, sheet_.page.measure() - left},
                           typesetter_.element(role, {}));
  }

  void add(std::vector<Piece> lines, galley::BreakCost after) {
    for (Piece& line : lines) {
      line.after = after;
      galley_.pieces.push_back(std::move(line));
    }
  }

  void white(Pt height, galley::BreakCost after) {
    galley_.pieces.push_back({.height = height, .after = after, .space = true});
  }

  const style::Stylesheet& sheet_;
  const fonts::Catalog& faces_;
  galley::Galley galley_;
  galley::Typesetter typesetter_;
  style::ParagraphStyle small_;
};

}  // namespace

Flow colophon_flow(const edition::Edition& edition, const style::Stylesheet& sheet,
                   const fonts::Catalog& faces, Diagnostics& log) {
  const edition::Colophon& colophon = *edition.colophon;
  const std::string word(edition.words().colophon);
  const std::string_view gap = model::between_facts(sheet.language.convention);
  ColophonComposer composer(sheet, faces, log);
  composer.heading(word, colophon.id);
  composer.whole(colophon.whole);
  for (const edition::ColophonEntry& entry : colophon.entries)
    composer.entry(entry, edition.outline.documents[entry.essay.v].anchor,
                   edition.places[entry.id.v], gap);
  Flow out;
  out.pages = composer.pages();
  out.structure = composer.structure();
  out.title = word;
  out.anchor = kColophonAnchor;
  return out;
}

}  // namespace keben::pdf::pages
