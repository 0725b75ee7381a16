#include "pdf/lines/set_line.h"

#include <algorithm>

namespace keben::pdf::lines {
namespace {

using shape::Gap;
using shape::ShapedParagraph;

/// Shares an amount out in proportion to capacities so that the parts add up to it exactly.
class Share {
 public:
  Share(std::int64_t amount, std::int64_t capacity) : amount_(amount), capacity_(capacity) {}
  std::int32_t of(std::int64_t part) {
    if (capacity_ == 0 || part == 0) return 0;
    seen_ += part;
    const std::int64_t until = amount_ * seen_ / capacity_;
    const std::int64_t mine = until - given_;
    given_ = until;
    return static_cast<std::int32_t>(mine);
  }

 private:
  std::int64_t amount_, capacity_;
  std::int64_t seen_ = 0, given_ = 0;
};

bool ends_naturally(const ShapedParagraph& paragraph, std::uint32_t end) {
  return paragraph.gaps[end].at == Gap::Break::mandatory;
}

/// A typed space is drawn as one, wherever its width went, so that copied text has it; in code each
/// of several is.
void add_typed_spaces(SetRun& run, const ShapedParagraph& paragraph, std::uint32_t gap_index,
                      Mil at, Mil width) {
  const Gap& gap = paragraph.gaps[gap_index];
  if (!gap.typed) return;
  const std::string_view typed =
      std::string_view(paragraph.source.text).substr(gap.text_first, gap.text_end - gap.text_first);
  const shape::RunKind kind = paragraph.source.styles[run.style].kind;
  const bool columns = kind == shape::RunKind::code || kind == shape::RunKind::formula;
  const auto spaces =
      columns ? static_cast<std::int32_t>(std::count(typed.begin(), typed.end(), ' ')) : 1;
  for (std::int32_t i = 0; i < spaces; ++i) {
    run.text += ' ';
    run.glyphs.push_back(
        {{0}, at + Mil{width.v * i / spaces}, {0}, static_cast<std::uint32_t>(run.text.size())});
  }
}

/// A hyphen at the line's end. Its text is a soft hyphen, which whoever copies the line knows to
/// drop.
Mil add_hyphen(SetRun& run, const Gap& gap, Mil pen) {
  run.text += "\u00AD";
  run.glyphs.push_back({gap.hyphen_sign, pen, {0}, static_cast<std::uint32_t>(run.text.size())});
  run.right = pen + gap.hyphen;
  return run.right;
}

}  // namespace

std::vector<Mil> settle_gaps(const ShapedParagraph& paragraph, std::uint32_t first,
                             std::uint32_t end, Mil measure, Filling filling) {
  Capacity capacity;
  Mil natural = paragraph.gaps[first].kept_at_start + paragraph.gaps[end].kept_at_end +
                paragraph.gaps[end].hyphen;
  std::vector<Mil> widths;
  for (std::uint32_t k = first; k < end; ++k) {
    natural += paragraph.boxes[k].width;
    if (k == first) continue;
    const Gap& gap = paragraph.gaps[k];
    widths.push_back(gap.natural);
    natural += gap.natural;
    for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage)
      capacity.shrink[stage] += gap.shrink[stage];
    capacity.word_stretch += gap.word_stretch;
    capacity.autospaces += gap.autospace;
    capacity.letterspaces += gap.letterspace;
  }
  const std::int32_t excess = (natural - measure).v;
  if (filling == Filling::natural || (excess < 0 && ends_naturally(paragraph, end))) return widths;

  const Usage usage = use_stages(capacity, excess);
  std::vector<Share> shrink;
  for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage) {
    shrink.emplace_back(usage.shrink[stage], capacity.shrink[stage]);
  }
  const auto used = [&](Stretch stage) { return usage.stretch[static_cast<std::size_t>(stage)]; };
  const std::int32_t everything =
      capacity.letterspaces + capacity.autospaces + (capacity.word_stretch > 0 ? 1 : 0);
  Share words(used(Stretch::word_space), capacity.word_stretch);
  Share autospaces(used(Stretch::autospace) + used(Stretch::autospace_more), capacity.autospaces);
  Share letters(used(Stretch::letters) + used(Stretch::letters_more), capacity.letterspaces);
  // The emergency takes word spaces where there are any, else every gap that may open.
  const bool by_words = capacity.word_stretch > 0;
  Share emergency(everything ? used(Stretch::emergency) : 0,
                  by_words ? capacity.word_stretch : capacity.letterspaces + capacity.autospaces);
  for (std::uint32_t k = first + 1; k < end; ++k) {
    const Gap& gap = paragraph.gaps[k];
    std::int32_t& width = widths[k - first - 1].v;
    for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage)
      width -= shrink[stage].of(gap.shrink[stage]);
    width +=
        words.of(gap.word_stretch) + autospaces.of(gap.autospace) + letters.of(gap.letterspace);
    width += emergency.of(by_words ? gap.word_stretch : gap.letterspace + gap.autospace);
  }
  return widths;
}

SetLine set_line(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end,
                 Mil measure, Filling filling) {
  const std::vector<Mil> gaps = settle_gaps(paragraph, first, end, measure, filling);
  const std::string& text = paragraph.source.text;
  SetLine line;
  line.last = ends_naturally(paragraph, end);
  Mil pen = paragraph.gaps[first].kept_at_start;
  std::vector<Mil> left_edges;
  for (std::uint32_t k = first; k < end; ++k) {
    const shape::Box& box = paragraph.boxes[k];
    left_edges.push_back(pen);
    const bool same = !line.runs.empty() && line.runs.back().style == box.style &&
                      line.runs.back().face == box.face && line.runs.back().missing == box.missing;
    if (!same)
      line.runs.push_back(
          {.style = box.style, .face = box.face, .left = pen, .missing = box.missing});
    SetRun& run = line.runs.back();
    std::uint32_t byte = box.first_byte;
    for (std::uint32_t g = box.first_glyph; g < box.end_glyph; ++g) {
      const shape::ShapedGlyph& glyph = paragraph.glyphs[g];
      if (glyph.text_end > byte) {
        run.text.append(text, byte, glyph.text_end - byte);
        byte = glyph.text_end;
      }
      run.glyphs.push_back(
          {glyph.glyph, pen + glyph.x, glyph.rise, static_cast<std::uint32_t>(run.text.size())});
    }
    pen += box.width;
    run.right = pen;
    add_typed_spaces(run, paragraph, k + 1, pen, k + 1 < end ? gaps[k - first] : Mil{0});
    if (k + 1 < end) pen += gaps[k - first];
  }
  if (paragraph.gaps[end].hyphen_sign.v)
    pen = add_hyphen(line.runs.back(), paragraph.gaps[end], pen);
  for (const shape::ShapedReading& reading : paragraph.readings) {
    if (reading.first_box < first || reading.first_box >= end) continue;
    const std::uint32_t last = std::min(reading.end_box, end) - 1;  // its word may be broken
    const Mil left = left_edges[reading.first_box - first];
    const Mil right = left_edges[last - first] + paragraph.boxes[last].width;
    line.readings.push_back({Mil{(left + right - reading.width).v / 2}, &reading});
  }
  line.width = pen + paragraph.gaps[end].kept_at_end;
  return line;
}

}  // namespace keben::pdf::lines
