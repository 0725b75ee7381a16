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
    if (amount_ == 0 || capacity_ == 0 || part == 0) return 0;
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
  Filler(const ShapedParagraph& paragraph, const Capacity& capacity, std::uint32_t first,
         std::uint32_t end, Filled& filled)
      : paragraph_(paragraph), capacity_(capacity), first_(first), end_(end), filled_(filled) {}

  void fill(std::int32_t excess) {
    const Usage usage = use_stages(capacity_, excess);
    if (excess > 0) {
      shrink(usage);
    } else {
      stretch(usage);
    }
  }

 private:
  void shrink(const Usage& usage) {
    for (std::size_t stage = 0; stage < shape::kShrinkStages; ++stage) {
      if (usage.shrink[stage] == 0) continue;
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
  const Capacity& capacity_;
  std::uint32_t first_, end_;
  Filled& filled_;
};

}  // namespace

void natural_gaps(const ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end,
                  Filled& out) {
  out.gaps.clear();
  out.openings.clear();
  for (std::uint32_t k = first + 1; k < end; ++k)
    out.gaps.push_back(paragraph.gaps[k].natural);
}

void fill(const ShapedParagraph& paragraph, const Sums& sums, std::uint32_t first,
          std::uint32_t end, Mil measure, Filled& out) {
  natural_gaps(paragraph, first, end, out);
  const bool may_stay_short = paragraph.gaps[end].at == Gap::Break::mandatory;
  const std::int32_t excess = sums.excess(first, end, measure.v, paragraph.gaps[end].hang);
  if (excess == 0 || (may_stay_short && excess < 0)) return;
  Filler(paragraph, sums.capacity(first, end), first, end, out).fill(excess);
}

}  // namespace keben::pdf::lines
