#include "pdf/lines/set_line.h"

#include <algorithm>

#include "unicode/bidi.h"

namespace keben::pdf::lines {

using shape::Gap;

const SetLine& LineSetter::set(std::uint32_t first, std::uint32_t end, Mil measure,
                               Filling filling) {
  first_ = first;
  end_ = end;
  if (filling == Filling::natural) {
    natural_gaps(paragraph_, first, end, widths_);
  } else {
    fill(paragraph_, sums_, first, end, measure, widths_);
  }
  line_.runs.clear();
  line_.glyphs.clear();
  line_.text.clear();
  line_.readings.clear();
  place();
  std::size_t opened = 0;
  for (std::uint32_t k = first; k < end; ++k)
    add_box(k, opened);
  const Gap& last = paragraph_.gaps[end];
  if (last.hyphen_sign.v) add_hyphen(line_.runs.back());
  if (!paragraph_.readings.empty()) add_readings();
  line_.width = right_ + last.kept_at_end;
  line_.last = last.at == Gap::Break::mandatory;
  return line_;
}

/// Left edges of the line's boxes and of the gaps behind them, from left to right as they are
/// seen: that is the text's order but where some of it runs to the left.
void LineSetter::place() {
  const std::uint32_t boxes = end_ - first_;
  box_lefts_.resize(boxes);
  gap_lefts_.resize(boxes);
  right_ = paragraph_.gaps[first_].kept_at_start;
  std::size_t placed = 0;
  const auto put_box = [&](std::uint32_t k) {
    box_lefts_[k] = right_;
    right_ += width_with_openings(first_ + k, placed);
  };
  const auto put_gap = [&](std::uint32_t k) {
    gap_lefts_[k] = right_;
    right_ += gap_width(k);
  };
  if (!paragraph_.turned) {
    for (std::uint32_t k = 0; k < boxes; ++k) {
      put_box(k);
      put_gap(k);
    }
  } else {
    std::vector<std::uint8_t> levels;  // boxes are even, the gaps behind them odd
    for (std::uint32_t part = 0; part + 1 < boxes * 2; ++part) {
      const std::uint32_t k = first_ + part / 2;
      levels.push_back(part % 2 ? paragraph_.gaps[k + 1].level : paragraph_.boxes[k].level);
    }
    for (const std::uint32_t part : unicode::visual_order(levels))
      part % 2 ? put_gap(part / 2) : put_box(part / 2);
  }
  gap_lefts_.back() = right_;  // no gap stands behind the last box
}

Mil LineSetter::gap_width(std::uint32_t k) const {
  return k < widths_.gaps.size() ? widths_.gaps[k] : Mil{0};
}

Mil LineSetter::width_with_openings(std::uint32_t k, std::size_t& placed) const {
  const shape::Box& box = paragraph_.boxes[k];
  if (widths_.openings.empty()) return box.width;
  Mil width = box.width;
  for (std::uint32_t g = box.first_glyph; g < box.end_glyph; ++g) {
    if (opens(k, g)) width += widths_.openings[placed++];
  }
  return width;
}

bool LineSetter::opens(std::uint32_t k, std::uint32_t g) const {
  return paragraph_.glyphs[g].opens && (k > first_ || g > paragraph_.boxes[k].first_glyph);
}

/// The run that a box belongs to: the one before where nothing differs.
SetRun& LineSetter::run_for(std::uint32_t k) {
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
  SetRun& run = line_.runs.emplace_back();
  run.style = box.style;
  run.face = box.face;
  run.left = run.right = left;
  run.missing = box.missing;
  run.first_glyph = run.end_glyph = static_cast<std::uint32_t>(line_.glyphs.size());
  run.first_byte = run.end_byte = static_cast<std::uint32_t>(line_.text.size());
  return run;
}

void LineSetter::add_glyph(SetRun& run, const SetGlyph& glyph) {
  line_.glyphs.push_back(glyph);
  ++run.end_glyph;
}

void LineSetter::add_box(std::uint32_t k, std::size_t& opened) {
  const shape::Box& box = paragraph_.boxes[k];
  SetRun& run = run_for(k);
  Mil pen = box_lefts_[k - first_];
  const bool other = k + 1 == end_ && box.glyphs_at_end > 0;
  const std::uint32_t first = other ? box.end_glyph : box.first_glyph;
  const std::uint32_t end = other ? box.end_glyph + box.glyphs_at_end : box.end_glyph;
  const std::uint32_t before = run.end_byte - run.first_byte;
  std::uint32_t byte = box.first_byte;  // a glyph that stands for no text of its own moves it not
  for (std::uint32_t g = first; g < end; ++g) {
    const shape::ShapedGlyph& glyph = paragraph_.glyphs[g];
    if (!widths_.openings.empty() && opens(k, g)) pen += widths_.openings[opened++];
    byte = std::max(byte, glyph.text_end);
    add_glyph(run, {glyph.glyph, pen + glyph.x, glyph.rise, before + byte - box.first_byte});
  }
  line_.text.append(paragraph_.source.text, box.first_byte, byte - box.first_byte);
  run.end_byte += byte - box.first_byte;
  run.right = std::max(run.right, pen + box.width);
  if (paragraph_.gaps[k + 1].typed) add_typed_spaces(run, k);
}

/// A typed space is drawn as one, wherever its width went, so that copied text has it; in code each
/// of several is, and so is each U+3000.
void LineSetter::add_typed_spaces(SetRun& run, std::uint32_t k) {
  const Gap& gap = paragraph_.gaps[k + 1];
  const Mil at = gap_lefts_[k - first_], width = gap_width(k - first_);
  const std::string_view typed = std::string_view(paragraph_.source.text)
                                     .substr(gap.text_first, gap.text_end - gap.text_first);
  const shape::RunKind kind = paragraph_.source.styles[run.style].kind;
  const bool columns = kind == shape::RunKind::code || kind == shape::RunKind::formula;
  const std::int32_t wide = shape::count_wide_spaces(typed);
  const auto narrow =
      columns ? static_cast<std::int32_t>(std::count(typed.begin(), typed.end(), ' ')) : 1;
  const std::int32_t spaces = wide > 0 ? wide : narrow;
  for (std::int32_t i = 0; i < spaces; ++i) {
    line_.text += wide > 0 ? shape::kWideSpace : " ";
    run.end_byte = static_cast<std::uint32_t>(line_.text.size());
    add_glyph(run, {{0}, at + Mil{width.v * i / spaces}, {0}, run.end_byte - run.first_byte});
  }
}

/// A hyphen at the line's end. Its text is a soft hyphen, which whoever copies the line knows to
/// drop.
void LineSetter::add_hyphen(SetRun& run) {
  const Gap& gap = paragraph_.gaps[end_];
  line_.text += "\u00AD";
  run.end_byte = static_cast<std::uint32_t>(line_.text.size());
  add_glyph(run, {gap.hyphen_sign, right_, {0}, run.end_byte - run.first_byte});
  right_ += gap.hyphen;
  run.right = right_;
}

/// The readings over the line's boxes, centred on their bases.
void LineSetter::add_readings() {
  const auto begin = std::lower_bound(
      paragraph_.readings.begin(), paragraph_.readings.end(), first_,
      [](const shape::ShapedReading& r, std::uint32_t box) { return r.first_box < box; });
  for (auto at = begin; at != paragraph_.readings.end() && at->first_box < end_; ++at) {
    const shape::ShapedReading& reading = *at;
    const std::uint32_t last = std::min(reading.end_box, end_) - 1;  // its word may be broken
    const Mil left = box_lefts_[reading.first_box - first_] + reading.left_of_base;
    const Mil right =
        box_lefts_[last - first_] + paragraph_.boxes[last].width - reading.right_of_base;
    line_.readings.push_back({Mil{(left + right - reading.width).v / 2}, &reading});
  }
}

}  // namespace keben::pdf::lines
