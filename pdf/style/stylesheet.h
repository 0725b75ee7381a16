// Every style of a book's page, settled once from the page, the theme and the language.
//
// Sizes are those of a 10.5 pt page and grow with the body's. Indents of lists, quotes and boxes
// are in ems of the body.
#pragma once

#include <array>

#include "config/theme.h"
#include "pdf/style/geometry.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::style {

/// A heading's paragraph and the whole grid lines that it takes, its own included
/// (typesetting.md 6.3).
struct HeadingStyle {
  ParagraphStyle text;
  int grid_lines = 2;  // of a heading of one line
};

struct Stylesheet {
  Geometry page;
  config::Theme theme;
  model::Language language;

  ParagraphStyle body;   // first line indented
  ParagraphStyle flush;  // the same without indent: after a list's mark, in boxes' labels
  ParagraphStyle quote;
  ParagraphStyle quote_source;                               // "—— 作者"
  std::array<HeadingStyle, 6> headings;                      // by level as written, from 1
  ParagraphStyle title, subtitle, byline, summary;           // of the title page
  ParagraphStyle essay_title, essay_subtitle, essay_byline;  // of an essay within a collection
  ParagraphStyle caption, note, cell, head_cell, code, code_title, label;
  ParagraphStyle contents_heading;
  std::array<ParagraphStyle, 4> contents;  // entries by depth
  ParagraphStyle running_head, folio, ornament;

  Em list_indent{2};
  Em quote_left{2}, quote_right{2};
  Em box_padding{1};

  const HeadingStyle& heading(int level) const {
    return headings[static_cast<std::size_t>(level < 1 ? 0 : level > 6 ? 5 : level - 1)];
  }
};

Stylesheet make_stylesheet(const config::PdfOptions& options, const config::Theme& theme,
                           const model::Language& language);

}  // namespace keben::pdf::style
