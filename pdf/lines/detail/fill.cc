#include "pdf/lines/detail/fill.h"

#include <algorithm>
#include <span>
#include <utility>

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

/// One line on its way from natural widths to the measure.
class Filler {
 public:
  Filler(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end)
      : paragraph_(paragraph), first_(first), end_(end) {
    natural_ = paragraph.gaps[first].kept_at_start + paragraph.gaps[end].kept_at_end +
               paragraph.gaps[end].hyphen;
    for (std::uint32_t k = first; k < end; ++k) {
      natural_ += paragraph.boxes[k].width;
      if (k == first) continue;
      const Gap& gap = paragraph.gaps[k];
      filled_.gaps.push_back(gap.natural);
      natural_ += gap.natural;
      for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage)
        capacity_.shrink[stage] += gap.shrink[stage];
      capacity_.word_stretch += gap.word_stretch;
      capacity_.autospaces += gap.autospace;
      capacity_.letterspaces += gap.letterspace;
    }
  }

  Mil natural() const { return natural_; }

  Filled natural_widths() && { return std::move(filled_); }

  Filled fill(Mil measure) && {
    const std::int32_t excess = (natural_ - measure).v;
    const Usage usage = use_stages(capacity_, excess);
    if (excess > 0) {
      shrink(usage);
    } else {
      stretch(usage);
    }
    return std::move(filled_);
  }

 private:
  void shrink(const Usage& usage) {
    for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage) {
      Share share(usage.shrink[stage], capacity_.shrink[stage]);
      each_gap([&](const Gap& gap, Mil& width) { width -= Mil{share.of(gap.shrink[stage])}; });
    }
  }

  void stretch(const Usage& usage) {
    const auto used = [&](Stretch s) { return usage.stretch[static_cast<std::size_t>(s)]; };
    std::int32_t letters = used(Stretch::letters) + used(Stretch::letters_more);
    std::int32_t emergency = used(Stretch::emergency);
    if (emergency > 0 && capacity_.word_stretch == 0 && capacity_.letterspaces > 0) {
      letters += std::exchange(emergency, 0);
      count_openings();
    }
    Share words(used(Stretch::word_space) + emergency, capacity_.word_stretch);
    Share autospaces(used(Stretch::autospace) + used(Stretch::autospace_more),
                     capacity_.autospaces);
    const auto openings = static_cast<std::int32_t>(filled_.openings.size());
    Share evenly(letters, capacity_.letterspaces + openings);
    each_gap([&](const Gap& gap, Mil& width) {
      width += Mil{words.of(gap.word_stretch) + autospaces.of(gap.autospace) +
                   evenly.of(gap.letterspace)};
    });
    for (Mil& opening : filled_.openings)
      opening = Mil{evenly.of(1)};
  }

  void count_openings() {
    const std::uint32_t begin = paragraph_.boxes[first_].first_glyph;
    const auto glyphs =
        std::span(paragraph_.glyphs).subspan(begin, paragraph_.boxes[end_ - 1].end_glyph - begin);
    filled_.openings.resize(static_cast<std::size_t>(
        std::count_if(glyphs.begin() + (glyphs.empty() ? 0 : 1), glyphs.end(),
                      [](const shape::ShapedGlyph& g) { return g.opens; })));
  }

  template <class Change>
  void each_gap(Change change) {
    for (std::uint32_t k = first_ + 1; k < end_; ++k)
      change(paragraph_.gaps[k], filled_.gaps[k - first_ - 1]);
  }

  const ShapedParagraph& paragraph_;
  std::uint32_t first_, end_;
  Mil natural_;
  Capacity capacity_;
  Filled filled_;
};

}  // namespace

Filled natural_gaps(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end) {
  return Filler(paragraph, first, end).natural_widths();
}

Filled fill(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end, Mil measure) {
  Filler filler(paragraph, first, end);
  const bool may_stay_short = paragraph.gaps[end].at == Gap::Break::mandatory;
  if (may_stay_short && filler.natural() <= measure) return std::move(filler).natural_widths();
  return std::move(filler).fill(measure);
}

}  // namespace keben::pdf::lines
