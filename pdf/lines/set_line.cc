#include "pdf/lines/set_line.h"

#include <algorithm>
#include <utility>

#include "pdf/lines/detail/fill.h"
#include "unicode/bidi.h"

namespace keben::pdf::lines {
namespace {

using shape::Gap;
using shape::ShapedParagraph;

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

/// The readings over boxes [first, end), centred on their bases.
std::vector<SetReading> readings_over(const ShapedParagraph& paragraph, std::uint32_t first,
                                      std::uint32_t end, const std::vector<Mil>& left_edges) {
  std::vector<SetReading> out;
  const auto begin = std::lower_bound(
      paragraph.readings.begin(), paragraph.readings.end(), first,
      [](const shape::ShapedReading& r, std::uint32_t box) { return r.first_box < box; });
  for (auto at = begin; at != paragraph.readings.end() && at->first_box < end; ++at) {
    const shape::ShapedReading& reading = *at;
    const std::uint32_t last = std::min(reading.end_box, end) - 1;  // its word may be broken
    const Mil left = left_edges[reading.first_box - first] + reading.left_of_base;
    const Mil right =
        left_edges[last - first] + paragraph.boxes[last].width - reading.right_of_base;
    out.push_back({Mil{(left + right - reading.width).v / 2}, &reading});
  }
  return out;
}

/// One line on its way from boxes and filled gaps to glyphs with places.
class Setter {
 public:
  Setter(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end, Filled widths)
      : paragraph_(paragraph), first_(first), end_(end), widths_(std::move(widths)) {
    place();
  }

  SetLine set() && {
    line_.last = ends_naturally(paragraph_, end_);
    for (std::uint32_t k = first_; k < end_; ++k)
      add_box(k);
    const Gap& last = paragraph_.gaps[end_];
    if (last.hyphen_sign.v) right_ = add_hyphen(line_.runs.back(), last, right_);
    line_.readings = readings_over(paragraph_, first_, end_, box_lefts_);
    line_.width = right_ + last.kept_at_end;
    return std::move(line_);
  }

 private:
  /// Left edges of the line's boxes and of the gaps behind them, from left to right as they are
  /// seen: that is the text's order but where some of it runs to the left.
  void place() {
    const std::uint32_t boxes = end_ - first_;
    box_lefts_.resize(boxes);
    gap_lefts_.resize(boxes);
    right_ = paragraph_.gaps[first_].kept_at_start;
    const auto put = [&](std::uint32_t part) {  // boxes are even, the gaps behind them odd
      const std::uint32_t k = part / 2;
      (part % 2 ? gap_lefts_ : box_lefts_)[k] = right_;
      right_ += part % 2 ? gap_width(k) : width_with_openings(first_ + k);
    };
    const std::uint32_t parts = boxes * 2 - 1;  // no gap behind the last box
    if (!paragraph_.turned) {
      for (std::uint32_t part = 0; part < parts; ++part)
        put(part);
    } else {
      std::vector<std::uint8_t> levels;
      for (std::uint32_t part = 0; part < parts; ++part) {
        const std::uint32_t k = first_ + part / 2;
        levels.push_back(part % 2 ? paragraph_.gaps[k + 1].level : paragraph_.boxes[k].level);
      }
      for (const std::uint32_t part : unicode::visual_order(levels))
        put(part);
    }
    gap_lefts_.back() = right_;
  }

  Mil gap_width(std::uint32_t k) const {
    return k < widths_.gaps.size() ? widths_.gaps[k] : Mil{0};
  }

  Mil width_with_openings(std::uint32_t k) {
    const shape::Box& box = paragraph_.boxes[k];
    Mil width = box.width;
    for (std::uint32_t g = box.first_glyph; g < box.end_glyph && !widths_.openings.empty(); ++g) {
      if (opens(k, g)) width += widths_.openings[placed_openings_++];
    }
    return width;
  }

  bool opens(std::uint32_t k, std::uint32_t g) const {
    return paragraph_.glyphs[g].opens && (k > first_ || g > paragraph_.boxes[k].first_glyph);
  }

  /// The run that a box belongs to: the one before where nothing differs.
  SetRun& run_for(std::uint32_t k) {
    const shape::Box& box = paragraph_.boxes[k];
    const Mil left = box_lefts_[k - first_];
    if (k > first_) {
      SetRun& run = line_.runs.back();
      if (run.style == box.style && run.face == box.face && !run.missing && !box.missing &&
          paragraph_.boxes[k - 1].level == box.level) {
        run.left = std::min(run.left, left);
        return run;
      }
    }
    line_.runs.push_back({.style = box.style,
                          .face = box.face,
                          .left = left,
                          .right = left,
                          .missing = box.missing});
    return line_.runs.back();
  }

  void add_box(std::uint32_t k) {
    const shape::Box& box = paragraph_.boxes[k];
    SetRun& run = run_for(k);
    Mil pen = box_lefts_[k - first_];
    std::uint32_t byte = box.first_byte;
    for (std::uint32_t g = box.first_glyph; g < box.end_glyph; ++g) {
      const shape::ShapedGlyph& glyph = paragraph_.glyphs[g];
      if (!widths_.openings.empty() && opens(k, g)) pen += widths_.openings[set_openings_++];
      if (glyph.text_end > byte) {
        run.text.append(paragraph_.source.text, byte, glyph.text_end - byte);
        byte = glyph.text_end;
      }
      const Mil x = pen + glyph.x + (k + 1 == end_ ? box.shift_at_end : Mil{0});
      run.glyphs.push_back(
          {glyph.glyph, x, glyph.rise, static_cast<std::uint32_t>(run.text.size())});
    }
    run.right = std::max(run.right, pen + box.width);
    add_typed_spaces(run, paragraph_, k + 1, gap_lefts_[k - first_], gap_width(k - first_));
  }

  const ShapedParagraph& paragraph_;
  std::uint32_t first_, end_;
  Filled widths_;
  std::vector<Mil> box_lefts_, gap_lefts_;
  Mil right_;  // of all that is placed
  std::size_t placed_openings_ = 0, set_openings_ = 0;
  SetLine line_;
};

}  // namespace

SetLine set_line(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end,
                 Mil measure, Filling filling) {
  Filled widths = filling == Filling::natural ? natural_gaps(paragraph, first, end)
                                              : fill(paragraph, first, end, measure);
  return Setter(paragraph, first, end, std::move(widths)).set();
}

}  // namespace keben::pdf::lines
