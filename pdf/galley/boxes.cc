// Blocks in frames: code, admonitions, what a web page would fold. A frame goes along with its
// pieces and stays open where a page cuts it (typesetting.md 7.8, 7.9).
#include <algorithm>

#include "base/utf8.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr BreakCost kSplitCode = 200, kFewLinesOfCode = 3000, kBlankAtHead = 700, kSplitBox = 300;
constexpr std::size_t kFewLines = 3;
constexpr Pt kBarWidth{2};

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Tabs become spaces up to the next stop of four columns.
std::string without_tabs(std::string_view line) {
  std::string out;
  std::size_t column = 0;
  for (const char c : line) {
    if (c == '\t') {
      const std::size_t next = (column / 4 + 1) * 4;
      out.append(next - column, ' ');
      column = next;
    } else {
      out += c;
      column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
  }
  return out;
}

}  // namespace

template <class F>
void Composer::framed(Frame frame, const Place& place, F inside) {
  frame.parent = place.frame;
  galley_.frames.push_back(frame);
  Place inner = place;
  inner.frame = static_cast<std::uint32_t>(galley_.frames.size() - 1);
  const auto pad = [&](Pt height, bool last) {
    Piece white;
    white.height = height;
    white.after = kForbidden;
    if (last) {
      white.after = 0;
      keep();
    }
    add(std::move(white), inner);
  };
  pad(em() * 0.7, false);
  inside(inner);
  // A line's leading hangs below its em box; the padding below is less by that much, so both look
  // alike.
  if (!galley_.pieces.empty() && galley_.pieces.back().space) galley_.pieces.pop_back();
  pad(em() * 0.7 - (line() - em()) * 0.6, true);
}

void Composer::code(const edition::Code& b, edition::NodeId id, const Place& place) {
  const WholeLines whole = begin_whole_lines(place);
  const Frame frame{
      .left = place.column.left, .width = place.column.width, .panel = sheet_.theme.panel};
  framed(frame, place, [&](const Place& in_frame) {
    const Place inner = in_frame.indented(em() * 0.8, em() * 0.8);
    const draw::StructId tag = element(draw::Role::code, place);
    if (!b.title.empty()) {
      text(plain(b.title, sheet_.code_title, sheet_.theme.muted), sheet_.code_title, inner, tag);
      keep();
    }
    std::uint32_t characters = 0;  // of the lines before
    for (std::size_t i = 0; i < b.lines.size(); ++i) {
      const edition::CodeLine& line = b.lines[i];
      const std::size_t first = galley_.pieces.size();
      at_ = line.at.known() ? line.at : at_;
      const bool near_edge = i + 1 < kFewLines || i + 1 + kFewLines > b.lines.size();
      // Rather behind a blank line than before it.
      const bool blank_next = i + 1 < b.lines.size() && is_blank(b.lines[i + 1].code.text);
      const BreakCost split = blank_next ? kBlankAtHead : kSplitCode;
      code_line(without_tabs(line.code.text), near_edge ? kFewLinesOfCode : split, inner, tag);
      for (std::size_t p = first; p < galley_.pieces.size(); ++p)
        galley_.pieces[p].begins = {id, characters};
      characters += static_cast<std::uint32_t>(utf8::count(line.code.text)) + 1;
      if (line.mark) mark_line(first, *line.mark, frame);
    }
  });
  end_whole_lines(whole);
}

/// One line of source, wrapped where it must be; what is wrapped hangs by two columns behind a sign
/// of ours, which is no part of the text.
void Composer::code_line(const std::string& source, BreakCost after, const Place& place,
                         draw::StructId tag) {
  std::size_t indent = source.find_first_not_of(' ');
  if (indent == std::string::npos) {
    add(Piece{.height = sheet_.code.leading, .after = after}, place);
    return;
  }
  const Pt column = sheet_.code.size / 2.0;  // half an em: two columns to a hanzi
  indent = std::min(indent, static_cast<std::size_t>(place.column.width / column / 2));
  const Place hanging = place.indented(column * static_cast<double>(indent + 2));
  style::ParagraphStyle style = sheet_.code;
  style.first_indent = {-1};
  FlatText flat = plain(source.substr(indent), style, sheet_.theme.text);
  flat.text.styles[0].kind = shape::RunKind::code;
  std::vector<Piece> lines = typesetter_.set(std::move(flat), style, hanging.column, tag);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool wrapped = i + 1 < lines.size();
    lines[i].after = wrapped ? kForbidden : after;
    if (wrapped) wrap_sign(lines[i], place);
    add(std::move(lines[i]), place);
  }
}

/// A tint behind all parts of a line, from piece `first` on, as wide as the frame; and at its left,
/// where no text stands, what says it without grey: a bar, a plus or a minus, none of them to be
/// copied.
void Composer::mark_line(std::size_t first, model::MarkedLines::Mark mark, const Frame& frame) {
  const Pt size = sheet_.code.size, leading = sheet_.code.leading;
  const Pt rise = (leading - size) / 2;
  const draw::Ink sign = ink_of(sheet_.theme.text);
  for (std::size_t i = first; i < galley_.pieces.size(); ++i) {
    const draw::Rect behind{frame.left, rise * -1.0, frame.width, leading};
    std::vector<draw::Item> ground{{{}, draw::Fill{behind, ink_of(sheet_.theme.mark)}}};
    if (mark == model::MarkedLines::Mark::picked)
      ground.push_back({{}, draw::Fill{{behind.x, behind.y, kBarWidth, leading}, sign}});
    std::vector<draw::Item>& items = galley_.pieces[i].items;
    items.insert(items.begin(), ground.begin(), ground.end());
  }
  if (mark == model::MarkedLines::Mark::picked) return;
  const Pt x = frame.left + em() * 0.4, y = size / 2, reach = size * 0.22;
  std::vector<draw::Item>& items = galley_.pieces[first].items;
  items.push_back({{}, draw::Rule{{x - reach, y}, {x + reach, y}, Pt{0.7}, sign}});
  if (mark == model::MarkedLines::Mark::inserted)
    items.push_back({{}, draw::Rule{{x, y - reach}, {x, y + reach}, Pt{0.7}, sign}});
}

/// A hook at the end of the line: an artifact, not to be copied.
void Composer::wrap_sign(Piece& line, const Place& place) {
  const Pt reach = sheet_.code.size * 0.35, y = sheet_.code.size * 0.55;
  const Pt right = place.column.left + place.column.width + reach * 0.6;
  const draw::Ink ink = ink_of(sheet_.theme.muted);
  const auto rule = [&](Pt x0, Pt y0, Pt x1, Pt y1) {
    line.items.push_back({{}, draw::Rule{{right + x0, y0}, {right + x1, y1}, Pt{0.6}, ink}});
  };
  rule(reach, y - reach, reach, y), rule(reach, y, Pt{0}, y);
  rule(Pt{0}, y, reach * 0.35, y - reach * 0.35), rule(Pt{0}, y, reach * 0.35, y + reach * 0.35);
}

void Composer::box(const edition::Box& b, const Place& place) {
  switch (b.kind) {
    case edition::Box::Kind::folded:
    case edition::Box::Kind::tab:
      return fold(b, place);
    case edition::Box::Kind::note:
    case edition::Box::Kind::tip:
    case edition::Box::Kind::info:
    case edition::Box::Kind::important:
    case edition::Box::Kind::warning:
    case edition::Box::Kind::caution:
    case edition::Box::Kind::success:
    case edition::Box::Kind::quote:
    case edition::Box::Kind::other:
      return framed_box(b, place);
  }
}

void Composer::framed_box(const edition::Box& b, const Place& place) {
  const config::Colour colour = sheet_.theme.admonition[static_cast<std::size_t>(b.kind)];
  const WholeLines whole = begin_whole_lines(place);
  Place outer = place;
  outer.parent = element(draw::Role::division, place);
  const Frame frame{.left = place.column.left,
                    .width = place.column.width,
                    .panel = sheet_.theme.panel,
                    .bar = colour,
                    .bar_width = kBarWidth};
  framed(frame, outer, [&](const Place& in_frame) {
    Place inner =
        in_frame.indented(em() * sheet_.box_padding.v + kBarWidth, em() * sheet_.box_padding.v);
    inner.in_box = true;
    inner.in_quote = false;
    const draw::StructId tag = element(draw::Role::paragraph, inner);
    FlatText label = flat(b.label, sheet_.label);
    for (shape::RunStyle& style : label.text.styles)
      style.ink = colour;
    text(std::move(label), sheet_.label, inner, tag);
    keep();
    const std::size_t first = galley_.pieces.size();
    blocks(b.children, inner);
    for (std::size_t i = first; i < galley_.pieces.size(); ++i) {
      BreakCost& after = galley_.pieces[i].after;
      if (after < kForbidden) after += kSplitBox;
    }
    for (auto text = galley_.resettable.rbegin();
         text != galley_.resettable.rend() && text->first >= first; ++text)
      text->inside += kSplitBox;
    if (first + 1 < galley_.pieces.size()) {  // the label keeps two lines
      BreakCost& after = galley_.pieces[first].after;
      after = std::max(after, kForbidden);
    }
  });
  end_whole_lines(whole);
}

/// What the web folds, or shows one at a time: laid open under its label, a little to the right.
void Composer::fold(const edition::Box& b, const Place& place) {
  const bool tab = b.kind == edition::Box::Kind::tab;
  Place inner = tab ? place : place.indented(em());
  inner.parent = element(draw::Role::division, place);
  inner.in_box = true;
  if (!tab || !b.label.empty()) space(line() / 2, place);
  if (!b.label.empty()) {
    text(flat(b.label, sheet_.label), sheet_.label, place, element(draw::Role::paragraph, inner));
    keep();
  }
  blocks(b.children, inner);
  if (tab) return;
  space(line() / 2, place);
  snap();
}

}  // namespace keben::pdf::galley
