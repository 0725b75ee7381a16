#include "pdf/lines/fit.h"

#include <algorithm>
#include <numeric>

namespace keben::pdf::lines {
namespace {

using shape::kShrinkStages;
using shape::Shrink;

// Weights in tenths, by stage. Shrink: word space, dot, bracket, comma, autospace, comma's rest,
// stop.
constexpr std::array<std::int64_t, kShrinkStages> kShrinkWeight = {3, 3, 5, 8, 8, 16, 25};
constexpr std::array<std::int64_t, kStretchStages> kStretchWeight = {5, 5, 10, 15, 250, 1000};

// An autospace grows from .25 to .333 and at last to .5 em; other gaps by .05, at most .125 em.
constexpr std::int32_t kAutospaceGrowth = 83, kAutospaceLastGrowth = 167, kLetterGrowth = 50,
                       kLetterLastGrowth = 75;

constexpr std::int64_t kOverrunCost = 1'000'000;  // a whole em too wide
constexpr std::int64_t kMostBadness = 4'000'000;  // keeps sums of squares within 64 bits

// A stiff line that leaves a quarter of the measure white is as bad as one whose gaps grew by .05
// em.
constexpr std::int32_t kFreeWhite = 4;
constexpr std::int64_t kWhiteWeight = 10;

std::size_t at(Shrink stage) {
  return static_cast<std::size_t>(stage);
}
std::size_t at(Stretch stage) {
  return static_cast<std::size_t>(stage);
}

/// A box in halves of a hanzi.
std::int32_t halves_of(const shape::Box& box) {
  switch (box.first) {
    case shape::Cell::hanzi:
    case shape::Cell::wide:
      return 2;
    case shape::Cell::letter:
    case shape::Cell::digit:
    case shape::Cell::code:
    case shape::Cell::hangul:
      return static_cast<std::int32_t>(box.end_glyph - box.first_glyph);
    case shape::Cell::opening:
    case shape::Cell::closing:
    case shape::Cell::pause:
    case shape::Cell::stop:
    case shape::Cell::query:
    case shape::Cell::middle_dot:
    case shape::Cell::connector:
    case shape::Cell::solidus:
    case shape::Cell::long_mark:
    case shape::Cell::double_mark:
    case shape::Cell::wide_space:
    case shape::Cell::other:
      return 0;
  }
  return 0;
}

/// 100 · weight · (used/capacity)³ in sixteenths.
std::int64_t stage_cost(std::int64_t used, std::int64_t capacity, std::int64_t weight_in_tenths) {
  if (used == 0) return 0;
  const std::int64_t ratio =
      used * 1024 / std::max<std::int64_t>(1, capacity);  // may pass 1024 in an emergency
  const std::int64_t capped = std::min<std::int64_t>(ratio, 1024 * 64);
  return weight_in_tenths * 10 * kUnit * (capped * capped / 1024 * capped / 1024) / 1024;
}

}  // namespace

std::int32_t Capacity::shrink_in_all() const {
  return std::accumulate(shrink.begin(), shrink.end(), 0);
}

std::int32_t Capacity::stretch(Stretch stage) const {
  switch (stage) {
    case Stretch::word_space:
      return word_stretch;
    case Stretch::autospace:
      return autospaces * kAutospaceGrowth;
    case Stretch::letters:
      return letterspaces * kLetterGrowth;
    case Stretch::autospace_more:
      return autospaces * kAutospaceLastGrowth;
    case Stretch::letters_more:
      return letterspaces * kLetterLastGrowth;
    case Stretch::emergency:  // without end; this is the measure of its cost
      return (letterspaces + autospaces) * (kLetterGrowth + kLetterLastGrowth) + word_stretch;
  }
  return 0;
}

std::int32_t Capacity::stretch_in_all() const {
  return word_stretch + autospaces * (kAutospaceGrowth + kAutospaceLastGrowth) +
         letterspaces * (kLetterGrowth + kLetterLastGrowth);
}

Usage use_stages(const Capacity& capacity, std::int32_t excess) {
  Usage usage;
  if (excess > 0) {
    for (std::size_t stage = 0; stage < kShrinkStages && excess > 0; ++stage) {
      usage.shrink[stage] = std::min(excess, capacity.shrink[stage]);
      excess -= usage.shrink[stage];
    }
    usage.overrun = excess;
    return usage;
  }
  std::int32_t wanting = -excess;
  for (std::size_t stage = 0; stage < at(Stretch::emergency) && wanting > 0; ++stage) {
    usage.stretch[stage] = std::min(wanting, capacity.stretch(static_cast<Stretch>(stage)));
    wanting -= usage.stretch[stage];
  }
  usage.stretch[at(Stretch::emergency)] = wanting;
  return usage;
}

std::int64_t badness(const Capacity& capacity, const Usage& usage) {
  std::int64_t cost = 0;
  for (std::size_t stage = 0; stage < kShrinkStages; ++stage) {
    cost += stage_cost(usage.shrink[stage], capacity.shrink[stage], kShrinkWeight[stage]);
  }
  for (std::size_t stage = 0; stage < kStretchStages; ++stage) {
    cost += stage_cost(usage.stretch[stage], capacity.stretch(static_cast<Stretch>(stage)),
                       kStretchWeight[stage]);
  }
  cost += kUnit * kOverrunCost * usage.overrun / 1000;
  return std::min(cost, kUnit * kMostBadness);
}

std::int64_t badness_of_white(std::int32_t white, std::int32_t measure) {
  return std::min(stage_cost(white, measure / kFreeWhite, kWhiteWeight), kUnit * kMostBadness);
}

std::int32_t most_white(std::int32_t measure) {
  return measure / 2;
}

Fitness fitness_of(const Capacity& capacity, const Usage& usage) {
  const std::int32_t shrunk = std::accumulate(usage.shrink.begin(), usage.shrink.end(), 0);
  if (shrunk > 0 || usage.overrun > 0) {
    return 2 * (shrunk + usage.overrun) > capacity.shrink_in_all() ? Fitness::tight
                                                                   : Fitness::normal;
  }
  if (usage.stretch[at(Stretch::letters_more)] > 0 || usage.stretch[at(Stretch::emergency)] > 0)
    return Fitness::very_loose;
  return 2 * usage.stretch[at(Stretch::letters)] > capacity.stretch(Stretch::letters)
             ? Fitness::loose
             : Fitness::normal;
}

Commas commas_of(const Capacity& capacity, const Usage& usage) {
  const std::int32_t first = capacity.shrink[at(Shrink::pause)],
                     rest = capacity.shrink[at(Shrink::pause_rest)];
  if (first == 0) return Commas::none;
  if (usage.shrink[at(Shrink::pause)] == 0) return Commas::wide;  // most lines
  // Each part is a quarter of an em of a comma's whole em when nothing is used.
  const std::int32_t used = 250 * usage.shrink[at(Shrink::pause)] / first +
                            (rest ? 250 * usage.shrink[at(Shrink::pause_rest)] / rest : 0);
  return used > 375 ? Commas::narrow : used > 125 ? Commas::middle : Commas::wide;
}

Sums::Sums(const shape::ShapedParagraph& paragraph) : given_(1) {
  const std::size_t n = paragraph.boxes.size();
  at_.resize(n + 2);
  At sum{};
  std::int32_t right_edge = 0;  // of the box before
  for (std::size_t k = 0; k <= n; ++k) {
    const shape::Gap& gap = paragraph.gaps[k];
    sum.begins = right_edge + gap.natural.v - gap.kept_at_start.v;
    sum.ends = right_edge + gap.kept_at_end.v + gap.hyphen.v;
    at_[k] = sum;
    if (gives(gap)) give(gap, sum);
    hyphens_ |= gap.hyphen.v > 0;
    sum.letterspaces += gap.letterspace;
    if (gap.letterspace) sum.stretch += kLetterGrowth + kLetterLastGrowth;
    if (k == n) break;
    const shape::Box& box = paragraph.boxes[k];
    right_edge += gap.natural.v + box.width.v;
    sum.halves += halves_of(box);
    sum.addresses += paragraph.source.styles[box.style].kind == shape::RunKind::address;
  }
  at_[n + 1] = sum;
}

bool Sums::gives(const shape::Gap& gap) {
  int any = gap.word_stretch | gap.autospace;
  for (const std::int16_t amount : gap.shrink)
    any |= amount;
  return any != 0;
}

void Sums::give(const shape::Gap& gap, At& at) {
  Given given = given_.back();
  for (std::size_t stage = 0; stage < kShrinkStages; ++stage) {
    given.shrink[stage] += gap.shrink[stage];
    at.shrink += gap.shrink[stage];
  }
  given.word_stretch += gap.word_stretch;
  given.autospaces += gap.autospace;
  at.stretch += gap.word_stretch;
  if (gap.autospace) at.stretch += kAutospaceGrowth + kAutospaceLastGrowth;
  at.given = static_cast<std::uint32_t>(given_.size());
  given_.push_back(given);
}

std::int32_t Sums::stretch(const At& at, Last last) {
  switch (last) {
    case Last::letters:
      return at.stretch - at.letterspaces * kLetterLastGrowth;
    case Last::letters_more:
      return at.stretch;
  }
  return at.stretch;
}

Capacity Sums::capacity(std::uint32_t first, std::uint32_t end) const {
  Capacity out;
  if (end <= first + 1) return out;
  out.letterspaces = at_[end].letterspaces - at_[first + 1].letterspaces;
  const std::uint32_t from = at_[first + 1].given, to = at_[end].given;
  if (from == to) return out;
  const Given &a = given_[from], &b = given_[to];
  for (std::size_t stage = 0; stage < kShrinkStages; ++stage)
    out.shrink[stage] = b.shrink[stage] - a.shrink[stage];
  out.word_stretch = b.word_stretch - a.word_stretch;
  out.autospaces = b.autospaces - a.autospaces;
  return out;
}

}  // namespace keben::pdf::lines
