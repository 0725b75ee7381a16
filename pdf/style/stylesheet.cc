#include "pdf/style/stylesheet.h"

#include <algorithm>

namespace keben::pdf::style {
namespace {

using fonts::Family;
using fonts::Wish;

constexpr Pt kDesignBody{10.5};  // the page on which theme sizes are given

/// A Chinese first line is indented by two ems, a Japanese or Korean one by one, a Western one by
/// one and a half (CLREQ #paragraph_start_indent, JLREQ #positioning_of_beginning_of_paragraph).
Em first_indent(model::Convention convention, const config::Theme& theme) {
  switch (convention) {
    case model::Convention::hans:
    case model::Convention::hant_tw:
    case model::Convention::hant_hk:
      return theme.indent;
    case model::Convention::ja:
    case model::Convention::ko:
      return {1};
    case model::Convention::western:
      return {1.5};
  }
  return theme.indent;
}

/// The face of another's words, and of names on the title page. In Latin letters Kai is no second
/// voice but handwriting.
Family second_voice(model::Convention convention) {
  return model::is_cjk(convention) ? Family::kai : Family::song;
}

/// Styles that differ from the body in a few things.
class Maker {
 public:
  Maker(Stylesheet& sheet, const config::Typesetting& wanted)
      : sheet_(sheet), wanted_(wanted), scale_(sheet.page.body / kDesignBody) {}

  void text() {
    const model::Convention convention = sheet_.language.convention;
    ParagraphStyle& body = sheet_.body;
    body.size = sheet_.page.body;
    body.leading = sheet_.page.leading;
    body.first_indent = wanted_.indent.value_or(first_indent(convention, sheet_.theme));
    body.language = sheet_.language;
    body.leftward = model::runs_leftward(sheet_.language);
    body.prohibition = prohibition_of(wanted_.kinsoku, convention);
    body.marks = wanted_.marks;
    body.autospace = wanted_.autospace;
    body.adjacent_tight = wanted_.adjacent == config::Adjacent::tight;
    body.first_mark_keeps = wanted_.first == config::First::keep;
    body.hang = wanted_.hang == config::Hang::allow_end;
    body.hyphenate = wanted_.hyphens == config::Hyphens::automatic;
    sheet_.flush = body;
    sheet_.flush.first_indent = {0};
    sheet_.flush.first_mark_keeps = false;
    sheet_.quote = body;
    sheet_.quote.face = {.family = second_voice(convention)};
    sheet_.quote_source = with(sheet_.quote, Alignment::right, 9.5);
    sheet_.quote_left = sheet_.theme.quote_margin;
    sheet_.quote_right = sheet_.page.small ? Em{1} : sheet_.theme.quote_margin;
  }

  void headings() {
    constexpr std::array<int, 6> grid_lines = {4, 3, 2, 2, 2, 2};
    for (std::size_t i = 0; i < sheet_.headings.size(); ++i) {
      HeadingStyle& heading = sheet_.headings[i];
      const double size = sheet_.theme.heading_pt[std::min<std::size_t>(i, 3)];
      heading.text = with(sheet_.flush, Alignment::balanced, size);
      heading.text.face = {.family = Family::hei, .bold = true};
      if (i >= 4) heading.text.face = {.family = Family::hei};
      heading.text.leading = heading.text.size * 1.4;
      heading.text.hyphenate = false;
      heading.grid_lines = sheet_.page.small ? std::min(grid_lines[i], 3) : grid_lines[i];
    }
  }

  void title_page() {
    const Family voice = second_voice(sheet_.language.convention);
    sheet_.title = display(Family::song, true, 24);
    sheet_.subtitle = display(Family::song, false, 13);
    sheet_.byline = display(voice, false, 12);
    sheet_.summary = with(sheet_.flush, Alignment::justified, 9.5);
    sheet_.summary.face = {.family = voice};
    sheet_.essay_title = display(Family::hei, true, 18);
    sheet_.essay_subtitle = display(Family::song, false, 12);
    sheet_.essay_byline = display(voice, false, 10);
  }

  void apparatus() {
    sheet_.caption = small(Family::song, 9, 13, Alignment::centred);
    sheet_.note = small(Family::song, 9, 14, Alignment::justified);
    sheet_.cell = small(Family::song, 9, 13, Alignment::ragged);
    sheet_.head_cell = small(Family::hei, 9, 13, Alignment::ragged);
    sheet_.cell.tabular = sheet_.head_cell.tabular = true;
    sheet_.code = small(Family::mono, 9, 13, Alignment::ragged);
    sheet_.code.smart_quotes = false;
    sheet_.code.prohibition = Prohibition::basic;
    sheet_.code.marks = MarkStyle::none;
    sheet_.code_title = small(Family::hei, 8.5, 13, Alignment::ragged);
    sheet_.label = small(Family::hei, 9.5, 15, Alignment::ragged);
    sheet_.label.face.bold = true;
    sheet_.contents_heading = display(Family::hei, true, 15);
    for (std::size_t i = 0; i < sheet_.contents.size(); ++i) {
      sheet_.contents[i] = with(sheet_.flush, Alignment::ragged, i == 0 ? 10.5 : 9.5);
      sheet_.contents[i].face = {.family = i == 0 ? Family::hei : Family::song};
      sheet_.contents[i].leading = sheet_.page.leading;
    }
    sheet_.running_head = small(Family::song, 8.5, 11, Alignment::ragged);
    sheet_.folio = small(Family::song, 9, 11, Alignment::ragged);
    sheet_.ornament = with(sheet_.flush, Alignment::centred, 10.5);
  }

 private:
  ParagraphStyle with(ParagraphStyle base, Alignment alignment, double design_pt) const {
    base.alignment = alignment;
    base.size = Pt{design_pt} * scale_;
    return base;
  }

  ParagraphStyle display(Family family, bool bold, double design_pt) const {
    ParagraphStyle out =
        with(sheet_.flush, Alignment::centred, sheet_.page.small ? design_pt * 0.8 : design_pt);
    out.face = {.family = family, .bold = bold};
    out.leading = out.size * 1.45;
    out.hyphenate = false;
    return out;
  }

  ParagraphStyle small(Family family, double design_pt, double leading_pt,
                       Alignment alignment) const {
    ParagraphStyle out = with(sheet_.flush, alignment, design_pt);
    out.face = {.family = family};
    out.leading = Pt{leading_pt} * scale_;
    return out;
  }

  Stylesheet& sheet_;
  const config::Typesetting& wanted_;
  double scale_;
};

}  // namespace

Stylesheet make_stylesheet(const config::PdfOptions& options, const config::Theme& theme,
                           const model::Language& language) {
  Stylesheet sheet;
  sheet.page = geometry_of(options.page, options.purpose);
  sheet.theme = theme;
  sheet.language = language;
  Maker maker(sheet, options.typesetting);
  maker.text();
  maker.headings();
  maker.title_page();
  maker.apparatus();
  return sheet;
}

}  // namespace keben::pdf::style
