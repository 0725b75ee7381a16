#include "pdf/galley/paragraph.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "pdf/galley/line_drawer.h"
#include "pdf/lines/breaks.h"
#include "pdf/lines/set_line.h"

namespace keben::pdf::galley {
namespace {

// typesetting.md 7.3
constexpr BreakCost kWidow = 5000, kShortWidow = 5000, kOrphan = 800, kWesternOrphan = 3000;

// A paragraph set in a line more ends with three hanzi at least.
constexpr std::int64_t kLeastLastLine = 3000;
constexpr std::int32_t kLoneEnding = 2;  // halves of a hanzi
// A line of badness 120: the mean beyond which a paragraph is not set again.
constexpr std::int64_t kPoorLine = 121 * 121 * lines::kUnit * lines::kUnit;

// A picture in a line of a table may be made as small as that.
constexpr Mil kLeastPicture{4000};

Mil measure_in(Pt width, Pt size) {
  return {static_cast<std::int32_t>(width / size * 1000.0 + 1e-6)};
}

lines::Breaks break_lines(const shape::ShapedParagraph& paragraph, const lines::Sums& sums,
                          const style::ParagraphStyle& style, lines::Measure measure) {
  switch (style.alignment) {
    case style::Alignment::justified:
      return *lines::break_justified(paragraph, sums, measure);
    case style::Alignment::balanced:
    case style::Alignment::centred:
      return lines::break_balanced(paragraph, sums, measure);
    case style::Alignment::ragged:
    case style::Alignment::right:
      return lines::break_greedy(paragraph, sums, measure);
  }
  return {};
}

/// Widows and orphans (孤行): a page should end neither behind a paragraph's first line nor before
/// its last.
void set_break_costs(std::vector<Piece>& pieces, std::int32_t halves_on_last, bool western) {
  const std::size_t n = pieces.size();
  if (n < 2) return;
  pieces[0].after += western ? kWesternOrphan : kOrphan;
  pieces[n - 2].after += kWidow + (halves_on_last <= 8 ? kShortWidow : 0);
  if (halves_on_last <= 4) pieces[n - 2].after = kForbidden;
}

/// What the author can mend by other words: lines that no search sets well.
void tell(const lines::Breaks& breaks, SourceSpan at, Diagnostics& log) {
  if (breaks.overfull) {
    log.warn("line-overfull", at, {"有一行排不下，略微超出版心", "a line does not fit the measure"},
             {"改写这一行，或换用更宽的页面", "reword it, or choose a wider page"});
  }
  if (breaks.torn && !breaks.overfull) {
    log.note("line-loose", at,
             {"有一行无处可断，字距逾八分之一字",
              "a line can be broken nowhere better; its gaps are wider than an eighth of an em"},
             {"改写这一行，或换用更宽的页面", "reword it, or choose a wider page"});
  }
}

}  // namespace

draw::Ink ink_of(config::Colour colour) {
  return {colour.r, colour.g, colour.b};
}

draw::StructId Typesetter::element(draw::Role role, draw::StructId parent) {
  galley_.structure.push_back({.role = role, .parent = parent});
  return {static_cast<std::uint32_t>(galley_.structure.size() - 1)};
}

/// Words are divided only where lines are poor without it: so most paragraphs have no hyphens at
/// all, and most books of hanzi never read a dictionary.
Typesetter::Broken Typesetter::shaped_and_broken(shape::StyledText text,
                                                 const style::ParagraphStyle& style,
                                                 lines::Measure measure) {
  style::ParagraphStyle undivided = style;
  undivided.hyphenate = false;
  Broken out;
  out.paragraph = shaper_.shape(std::move(text), undivided, measure.rest, log_);
  if (out.paragraph.boxes.empty()) return out;
  out.sums = lines::Sums(out.paragraph);
  out.breaks = break_lines(out.paragraph, out.sums, style, measure);
  if (!style.hyphenate || !out.breaks.strained) return out;
  Diagnostics heard;  // all of it, the first time
  out.paragraph = shaper_.shape(std::move(out.paragraph.source), style, measure.rest, heard);
  out.sums = lines::Sums(out.paragraph);
  out.breaks = break_lines(out.paragraph, out.sums, style, measure);
  return out;
}

namespace {

lines::Measure measure_of(const style::ParagraphStyle& style, Column column) {
  const Mil rest = measure_in(column.width, style.size);
  return {rest - in_mil(style.first_indent), rest};
}

/// A picture in a line is no wider than the line.
void fit_pictures(FlatText& flat, const style::ParagraphStyle& style, Column column) {
  for (shape::RunStyle& run : flat.text.styles) {
    if (run.kind != shape::RunKind::object) continue;
    InlinePicture& picture = flat.pictures[run.object - 1];
    if (picture.width <= column.width) continue;
    picture.height = picture.height * (column.width / picture.width);
    picture.width = column.width;
    run.object_width = measure_in(column.width, style.size);
  }
}

/// Whether a paragraph may well be set in a line less or more: what its gaps can give, with some to
/// spare, against what that line would hold. Most paragraphs are told apart here from the sums.
void find_slack(const lines::Sums& sums, lines::Measure measure, std::uint32_t boxes,
                std::size_t count, Typesetter::Text& out) {
  const auto lines = static_cast<std::int64_t>(count);
  if (lines < 2) return;
  const lines::Capacity capacity = sums.capacity(0, boxes);
  const std::int64_t width = sums.width(0, boxes);
  const std::int64_t shrink = capacity.shrink_in_all();
  const std::int64_t stretch =
      capacity.stretch_in_all() - capacity.stretch(lines::Stretch::letters_more);
  const std::int64_t full = measure.first.v + (lines - 1) * measure.rest.v;
  out.shorter = lines > 2 && (width - (full - measure.rest.v)) * 10 < shrink * 7;
  out.longer = (full + kLeastLastLine - width) * 10 < stretch * 8;
}

}  // namespace

namespace {

/// The author's characters of a paragraph up to a byte, asked for with growing bytes.
class CharacterCount {
 public:
  explicit CharacterCount(const shape::StyledText& text) : text_(text) {}

  std::uint32_t before(std::uint32_t byte) {
    while (at_ < byte && run_ < text_.runs.size()) {
      const shape::StyledRun& run = text_.runs[run_];
      const std::uint32_t end = std::min(byte, run.end);
      if (!text_.styles[run.style].ours)
        count_ += static_cast<std::uint32_t>(
            utf8::count(std::string_view(text_.text).substr(at_, end - at_)));
      at_ = end;
      if (end == run.end) ++run_;
    }
    return count_;
  }

 private:
  const shape::StyledText& text_;
  std::size_t run_ = 0;
  std::uint32_t at_ = 0, count_ = 0;
};

}  // namespace

std::vector<Piece> Typesetter::drawn(const FlatText& flat, const Broken& broken,
                                     const style::ParagraphStyle& style, Column column,
                                     draw::StructId tag, draw::StructId first_inner) const {
  const auto& [paragraph, sums, breaks] = broken;
  const Mil measure = measure_in(column.width, style.size);
  const Mil indent = in_mil(style.first_indent);
  const bool leftward = style.leftward;  // its lines begin at the right
  const bool justified = style.alignment == style::Alignment::justified;
  const Tags tags{tag, first_inner};
  LineDrawer drawer(flat, paragraph, style, faces_, tags);
  lines::LineSetter setter(paragraph, sums);
  CharacterCount characters(paragraph.source);
  std::vector<Piece> pieces;
  pieces.reserve(breaks.ends.size());
  std::uint32_t first = 0;
  for (const std::uint32_t end : breaks.ends) {
    const Mil own_indent = first == 0 ? indent : Mil{0};
    const Mil target = measure - own_indent;
    const lines::SetLine& line = setter.set(
        first, end, target, justified ? lines::Filling::justified : lines::Filling::natural);
    Mil offset = own_indent;
    if (style.alignment == style::Alignment::centred) offset += Mil{(target - line.width).v / 2};
    if (style.alignment == style::Alignment::right) offset += target - line.width;
    if (leftward && style.alignment != style::Alignment::centred) offset = target - line.width;
    pieces.push_back(drawer.draw(line, column.left + offset.at(style.size)));
    if (flat.from.known())
      pieces.back().begins = {flat.from, characters.before(paragraph.boxes[first].first_byte)};
    first = end;
  }
  return pieces;
}

Typesetter::Text Typesetter::set_text(FlatText flat, const style::ParagraphStyle& style,
                                      Column column, draw::StructId tag) {
  Text out;
  if (flat.text.empty()) return out;
  fit_pictures(flat, style, column);
  out.first_inner = {static_cast<std::uint32_t>(galley_.structure.size())};
  const Tags tags{tag, out.first_inner};
  for (const InnerElement& inner : flat.inner) {
    galley_.structure.push_back({.role = inner.role,
                                 .parent = tags.of(inner.parent),
                                 .alternative = inner.alternative,
                                 .language = inner.language});
  }
  const lines::Measure measure = measure_of(style, column);
  Broken broken = shaped_and_broken(std::move(flat.text), style, measure);
  const shape::ShapedParagraph& paragraph = broken.paragraph;
  const std::vector<std::uint32_t>& ends = broken.breaks.ends;
  if (paragraph.boxes.empty()) return out;
  tell(broken.breaks, paragraph.source.at(0), log_);
  out.lines = drawn(flat, broken, style, column, tag, out.first_inner);
  const lines::Sums& sums = broken.sums;
  const std::uint32_t last_first = ends.size() > 1 ? ends[ends.size() - 2] : 0;
  set_break_costs(out.lines, sums.halves(last_first, ends.back()),
                  !model::is_cjk(style.language.convention));
  if (style.alignment == style::Alignment::justified && !broken.breaks.strained)
    find_slack(sums, measure, ends.back(), ends.size(), out);
  out.demerits = broken.breaks.demerits;
  shaper_.reuse(std::move(broken.paragraph));
  return out;
}

std::optional<Typesetter::Text> Typesetter::set_in_lines(FlatText flat,
                                                         const style::ParagraphStyle& style,
                                                         Column column, draw::StructId tag,
                                                         draw::StructId first_inner,
                                                         std::uint32_t lines) {
  const lines::Measure measure = measure_of(style, column);
  fit_pictures(flat, style, column);
  style::ParagraphStyle undivided = style;
  undivided.hyphenate = false;
  Diagnostics heard;  // the first time
  Broken broken;
  broken.paragraph = shaper_.shape(std::move(flat.text), undivided, measure.rest, heard);
  if (broken.paragraph.boxes.empty()) return std::nullopt;
  broken.sums = lines::Sums(broken.paragraph);
  std::optional<lines::Breaks> breaks =
      lines::break_into(broken.paragraph, broken.sums, measure, lines);
  if (!breaks || breaks->demerits > kPoorLine * lines) return std::nullopt;
  broken.breaks = std::move(*breaks);
  const std::vector<std::uint32_t>& ends = broken.breaks.ends;
  const std::int32_t halves = broken.sums.halves(ends[ends.size() - 2], ends.back());
  if (halves <= kLoneEnding) return std::nullopt;
  Text out;
  out.lines = drawn(flat, broken, style, column, tag, first_inner);
  out.lines.front().after = out.lines[lines - 2].after = kForbidden;
  out.demerits = broken.breaks.demerits;
  shaper_.reuse(std::move(broken.paragraph));
  return out;
}

Typesetter::Widths Typesetter::widths(FlatText flat, const style::ParagraphStyle& style) {
  if (flat.text.empty()) return {};
  Diagnostics unheard;  // the same text is set again, and then heard
  const shape::ShapedParagraph paragraph =
      measurer_.shape(std::move(flat.text), style, Mil{1'000'000}, unheard);
  if (paragraph.boxes.empty()) return {};
  const lines::Sums sums(paragraph);
  std::int32_t least = 0, most = 0, can_give = 0;
  std::uint32_t line = 0, piece = 0;
  for (std::uint32_t gap = 1; gap <= paragraph.boxes.size(); ++gap) {
    const shape::Box& box = paragraph.boxes[gap - 1];
    if (paragraph.source.styles[box.style].kind == shape::RunKind::object)
      can_give += std::max(0, (box.width - kLeastPicture).v);
    const shape::Gap::Break at = paragraph.gaps[gap].at;
    if (at == shape::Gap::Break::never) continue;
    least = std::max(least, sums.width(piece, gap) - std::exchange(can_give, 0));
    piece = gap;
    if (at != shape::Gap::Break::mandatory) continue;
    most = std::max(most, sums.width(line, gap));
    line = gap;
  }
  return {Mil{most}.at(style.size), Mil{least}.at(style.size)};
}

}  // namespace keben::pdf::galley
