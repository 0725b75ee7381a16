#include "pdf/pages/front_matter.h"

#include <algorithm>
#include <cmath>

#include "model/generated_words.h"

namespace keben::pdf::pages {
namespace {

using galley::FlatText;
using galley::Galley;
using galley::Piece;
using galley::Typesetter;

FlatText plain(std::string text, const style::ParagraphStyle& style, config::Colour ink,
               SourceSpan at = {}) {
  FlatText out;
  out.text.styles.push_back({.face = style.face, .ink = ink});
  out.text.append(text, 0, at);
  return out;
}

/// Sets paragraphs at heights of one page.
class SheetOfPaper {
 public:
  /// @param at  where its texts come from
  SheetOfPaper(const style::Stylesheet& sheet, const fonts::Catalog& faces, SourceSpan at,
               Diagnostics& log)
      : sheet_(sheet), at_(at), typesetter_(faces, galley_, log) {}

  /// Sets a text from `y` down and returns where it ends.
  Pt put(const std::string& text, const style::ParagraphStyle& style, Pt y, draw::Role role,
         Em side_margin = {}) {
    if (text.empty()) return y;
    const Pt margin = side_margin.at(sheet_.page.body);
    const galley::Column column{margin, sheet_.page.measure() - margin * 2.0};
    for (Piece& line : typesetter_.set(plain(text, style, sheet_.theme.text, at_), style, column,
                                       typesetter_.element(role, {}))) {
      for (draw::Item& item : line.items) {
        galley::move_down(item, y);
        page_.items.push_back(std::move(item));
      }
      y += line.height;
    }
    return y;
  }
  void rule(Pt y, Em length) {
    const Pt half = length.at(sheet_.page.body) / 2, middle = sheet_.page.measure() / 2;
    page_.items.push_back({{},
                           draw::Rule{{middle - half, y},
                                      {middle + half, y},
                                      Pt{0.5},
                                      galley::ink_of(sheet_.theme.hairline)}});
  }
  Pt height_of(const std::string& text, const style::ParagraphStyle& style, Em side_margin) {
    const std::size_t first = page_.items.size();
    const Pt height = put(text, style, {}, draw::Role::none, side_margin);
    page_.items.resize(first);
    return height;
  }

  FrontMatter take() {
    page_.opens = true;
    FrontMatter out;
    out.pages.push_back(std::move(page_));
    out.structure = std::move(galley_.structure);
    return out;
  }

 private:
  const style::Stylesheet& sheet_;
  SourceSpan at_;
  Galley galley_;
  Typesetter typesetter_;
  MadeUpPage page_;
};

/// Where the last glyph of a line ends.
Pt right_edge(const Piece& line, const fonts::Catalog& faces) {
  Pt edge;
  for (const draw::Item& item : line.items) {
    const auto* run = std::get_if<draw::Glyphs>(&item.is);
    if (!run || run->glyphs.empty()) continue;
    const draw::PlacedGlyph& last = run->glyphs.back();
    edge = std::max(
        edge, run->at.x + (last.x + faces[{run->face.v}].advance({last.glyph})).at(run->size));
  }
  return edge;
}

}  // namespace

FrontMatter title_page(const edition::Edition& edition, const style::Stylesheet& sheet,
                       const fonts::Catalog& faces, Diagnostics& log) {
  const edition::TitlePage& words = edition.title_page;
  const Pt depth = sheet.page.depth();
  constexpr Em margin{2};
  SourceSpan at = edition.meta.title_at;
  if (!at.known() && edition.single) at = {1, 1, 1, 1, edition.essays[0].file};
  SheetOfPaper paper(sheet, faces, at, log);
  const auto line = [&](const std::string& text, const style::ParagraphStyle& style, Pt y) {
    return paper.put(text, style, y, draw::Role::paragraph);
  };
  line(words.series, sheet.byline, {});
  // The title stands where the eye rests, a little above the golden section of the type area.
  Pt y = line(words.title, sheet.title, depth * 0.26);
  y = line(words.subtitle, sheet.subtitle, y + sheet.page.leading * 0.5);
  y += sheet.page.leading;
  paper.rule(y, {4});
  y += sheet.page.leading;
  for (const std::string& maker : words.makers)
    y = line(maker, sheet.byline, y);
  if (!words.description.empty()) {
    style::ParagraphStyle summary = sheet.summary;
    const Pt height = paper.height_of(words.description, summary, margin);
    if (height <= summary.leading) summary.alignment = style::Alignment::centred;
    const Pt top = std::max(y + sheet.page.leading * 2.0, depth * 0.62);
    if (top + height < depth - sheet.page.leading * 2.0)
      paper.put(words.description, summary, top, draw::Role::paragraph, margin);
  }
  const Pt foot = depth - sheet.byline.leading;
  line(words.publisher, sheet.byline, foot - (words.days.empty() ? Pt{} : sheet.byline.leading));
  line(words.days, sheet.byline, foot);
  return paper.take();
}

FrontMatter part_page(const std::string& title, const style::Stylesheet& sheet,
                      const fonts::Catalog& faces, Diagnostics& log) {
  SheetOfPaper paper(sheet, faces, {}, log);
  paper.put(title, sheet.title, sheet.page.depth() * 0.26, draw::Role::heading1);
  return paper.take();
}

std::string part_anchor(std::size_t part) {
  return "part:" + std::to_string(part + 1);
}

namespace {

constexpr Em kNumberColumn{3};  // at the right, which no title enters
constexpr Em kLeaderStep{0.5}, kLeaderGap{0.5};
constexpr Em kLeaderDot{0.1};  // across; one of U+2026 is as large

/// Rows of the contents, one below the other, as a galley.
class ContentsComposer {
 public:
  ContentsComposer(const std::vector<ContentsRow>& rows, const style::Stylesheet& sheet,
                   const fonts::Catalog& faces, Diagnostics& log)
      : sheet_(sheet),
        faces_(faces),
        typesetter_(faces, galley_, log),
        root_(typesetter_.element(draw::Role::toc, {})) {
    for (const ContentsRow& row : rows)
      if (!row.page.empty()) widest_number_ = std::max(widest_number_, width_of(row.page));
  }

  void heading() {
    const std::string word(model::words_for(sheet_.language.convention).contents);
    const style::ParagraphStyle& style = sheet_.contents_heading;
    for (Piece& line :
         typesetter_.set(plain(word, style, sheet_.theme.text), style, {{}, sheet_.page.measure()},
                         typesetter_.element(draw::Role::paragraph, {}))) {
      line.after = galley::kForbidden;
      galley_.pieces.push_back(std::move(line));
    }
    galley_.pieces.push_back({.height = sheet_.page.leading * 1.5, .after = galley::kForbidden});
  }

  void row(const ContentsRow& row) {
    const auto depth = static_cast<std::size_t>(std::clamp(row.depth, 0, 3));
    style::ParagraphStyle style = sheet_.contents[depth];
    const Pt em = sheet_.page.body, indent = em * (1.5 * static_cast<double>(depth));
    const Pt hang = em * 2.0;
    style.first_indent = {-2 * (sheet_.page.body / style.size)};
    const galley::Column column{indent + hang,
                                sheet_.page.measure() - indent - hang - kNumberColumn.at(em)};
    const draw::StructId item = typesetter_.element(draw::Role::toc_item, root_);
    const draw::StructId link = typesetter_.element(draw::Role::link, item);
    std::vector<Piece> lines =
        typesetter_.set(plain(row.title, style, sheet_.theme.text), style, column, link);
    if (lines.empty()) return;
    if (!row.page.empty()) number(lines.back(), row, link);
    lines.front().snap = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Pt right = i + 1 == lines.size() ? sheet_.page.measure() : right_edge(lines[i], faces_);
      lines[i].links.push_back({{indent, {}, right - indent, style.size}, {}, row.anchor, link});
      lines[i].after = i + 1 < lines.size() ? galley::kForbidden : 0;
      galley_.pieces.push_back(std::move(lines[i]));
    }
    if (row.depth == 0)
      galley_.pieces.back().after = 400;  // rather not between an entry and its own
  }

  FrontMatter take() {
    FrontMatter out;
    out.pages = make_up(galley_, sheet_, faces_);
    out.structure = std::move(galley_.structure);
    return out;
  }

 private:
  Pt width_of(const std::string& number) {
    style::ParagraphStyle style = sheet_.contents[1];
    style.tabular = true;
    return typesetter_.widths(plain(number, style, sheet_.theme.text), style).most;
  }

  /// The page's number at the right edge, and dots that stand one below the other in all rows. They
  /// end in one place: the faces' figures have widths of their own.
  void number(Piece& line, const ContentsRow& row, draw::StructId link) {
    style::ParagraphStyle style = sheet_.contents[1];
    style.tabular = true;
    style.alignment = style::Alignment::right;
    const Pt em = sheet_.page.body, right = sheet_.page.measure();
    std::vector<Piece> set =
        typesetter_.set(plain(row.page, style, sheet_.theme.text), style,
                        {right - kNumberColumn.at(em), kNumberColumn.at(em)}, link);
    if (set.empty()) return;
    const Pt step = kLeaderStep.at(em), gap = kLeaderGap.at(em);
    const double first = std::ceil((right_edge(line, faces_) + gap) / step);
    const double last = std::floor((right - widest_number_ - gap) / step);
    if (last > first) {
      const Pt y = sheet_.page.body * 0.62;
      line.items.push_back({{},
                            draw::Rule{{step * first, y},
                                       {step * last, y},
                                       kLeaderDot.at(em),
                                       galley::ink_of(sheet_.theme.muted),
                                       step}});
    }
    line.items.insert(line.items.end(), set.front().items.begin(), set.front().items.end());
  }

  const style::Stylesheet& sheet_;
  const fonts::Catalog& faces_;
  Galley galley_;
  Typesetter typesetter_;
  draw::StructId root_;
  Pt widest_number_;
};

}  // namespace

FrontMatter contents_pages(const std::vector<ContentsRow>& rows, const style::Stylesheet& sheet,
                           const fonts::Catalog& faces, Diagnostics& log) {
  ContentsComposer composer(rows, sheet, faces, log);
  composer.heading();
  for (const ContentsRow& row : rows)
    composer.row(row);
  return composer.take();
}

}  // namespace keben::pdf::pages
