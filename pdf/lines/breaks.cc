#include "pdf/lines/breaks.h"

#include <algorithm>
#include <limits>

namespace keben::pdf::lines {
namespace {

using shape::Gap;

// typesetting.md 5.4 and 5.5; those that are added to a squared demerit are in kUnit².
constexpr std::int64_t kSquare = kUnit * kUnit;
constexpr std::int64_t kFitnessJump = 3000 * kSquare;
constexpr std::int64_t kCommasFarApart = 1500 * kSquare, kCommasApart = 200 * kSquare;
constexpr std::int64_t kHyphensInARow = 10'000 * kSquare;
constexpr std::int64_t kLoneHanzi = 1'000'000'000 * kSquare, kTwoHanzi = 4000 * kSquare,
                       kUnderIndent = 2000 * kSquare;
constexpr std::int64_t kRescue = 2000;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// No line that grows past the stage `letters` costs less than this; see Search::best.
constexpr std::int64_t kLeastVeryLoose = (kUnit + 100 * kUnit) * (kUnit + 100 * kUnit);

/// How far a search goes to fill a line.
enum class Reach : std::uint8_t {
  comfortable,  // up to the stage `letters`, and `autospace_more`
  preferred,    // all stages but the emergency
  emergency,    // any gap, breaks that are forbidden but for need, and lines that are too wide
};

struct State {
  std::int64_t demerits = 0;
  std::uint32_t gap = 0;       // where the last line ended; the next begins with this box
  std::uint32_t previous = 0;  // index of the state before
  std::uint32_t lines = 0;
  Fitness fitness = Fitness::normal;
  Commas commas = Commas::wide;  // a line without commas leaves its predecessor's
  bool hyphen = false;
  bool overfull = false, emergency = false, torn = false;  // of the last line
};

/// What one line costs by itself, whatever its neighbours are.
struct LineCost {
  std::int64_t demerits = kNever;
  Fitness fitness = Fitness::normal;
  Commas commas = Commas::none;
  bool overfull = false, emergency = false, torn = false;
};

class Search {
 public:
  /// @param wanted number of lines of which sets are looked for; 0 is any
  Search(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure, Reach reach,
         bool count_lines, std::uint32_t wanted = 0)
      : paragraph_(paragraph),
        sums_(sums),
        measure_(measure),
        reach_(reach),
        last_stage_(reach == Reach::comfortable ? Sums::Last::letters : Sums::Last::letters_more),
        count_lines_(count_lines),
        wanted_(wanted),
        most_between_(kFitnessJump + kCommasFarApart + (sums.hyphens() ? kHyphensInARow : 0)) {}

  /// States at the paragraph's end, or none where this reach cannot fill every line.
  std::vector<std::uint32_t> run() {
    states_.reserve(paragraph_.boxes.size() + 1);
    starts_.reserve(paragraph_.boxes.size() + 1);
    states_.push_back({});
    begin_lines_at(0, 0, 1);
    const auto last = static_cast<std::uint32_t>(paragraph_.boxes.size());
    for (std::uint32_t gap = 1; gap <= last; ++gap) {
      const Gap& g = paragraph_.gaps[gap];
      const bool usable = g.at != Gap::Break::never || (reach_ == Reach::emergency && g.rescue);
      if (!usable) continue;
      end_lines_at(gap);
      if (open_ == starts_.size()) return {};
    }
    std::vector<std::uint32_t> out;
    for (std::uint32_t s = starts_.back().first_state; s < starts_.back().end_state; ++s)
      out.push_back(s);
    return out;
  }

  Breaks trace(std::uint32_t state) const {
    Breaks out;
    out.demerits = states_[state].demerits;
    for (std::uint32_t s = state; states_[s].gap != 0; s = states_[s].previous) {
      out.ends.push_back(states_[s].gap);
      out.overfull |= states_[s].overfull;
      out.emergency |= states_[s].emergency;
      out.torn |= states_[s].torn;
      const bool rescued = paragraph_.gaps[states_[s].gap].at == Gap::Break::never;
      out.strained |= rescued || states_[s].fitness == Fitness::very_loose;
    }
    std::reverse(out.ends.begin(), out.ends.end());
    return out;
  }

  const State& operator[](std::uint32_t state) const { return states_[state]; }

  LineCost line_cost(std::uint32_t first, std::uint32_t end) const {
    const std::int32_t target = (first == 0 ? measure_.first : measure_.rest).v;
    const Gap& gap = paragraph_.gaps[end];
    const std::int32_t excess = sums_.excess(first, end, target, gap.hang);
    LineCost out;
    if (gap.at == Gap::Break::mandatory && excess <= 0) {  // natural width, flush left
      out.demerits = kSquare;
      const Capacity capacity = sums_.capacity(first, end);
      out.commas = commas_of(capacity, {});
    } else {
      const Capacity capacity = sums_.capacity(first, end);
      const Usage usage = use_stages(capacity, excess);
      const bool rescue = gap.at == Gap::Break::never;
      const bool short_of_edge = stays_short(first, end);
      const std::int64_t bad =
          short_of_edge ? badness_of_white(-excess, target) : badness(capacity, usage);
      const std::int64_t linear = kUnit + bad + kUnit * (gap.penalty + (rescue ? kRescue : 0));
      out.demerits = linear * linear;
      out.fitness = short_of_edge ? Fitness::normal : fitness_of(capacity, usage);
      out.commas = commas_of(capacity, usage);
      out.overfull = usage.overrun > 0;
      out.emergency =
          !short_of_edge && usage.stretch[static_cast<std::size_t>(Stretch::emergency)] > 0;
      out.torn = out.emergency && capacity.word_stretch == 0;
    }
    if (end == paragraph_.boxes.size() && first > 0) out.demerits += short_ending(first, end);
    return out;
  }

  static std::int64_t between(const State& before, const LineCost& line, bool hyphen) {
    std::int64_t cost = 0;
    const int jump = static_cast<int>(before.fitness) - static_cast<int>(line.fitness);
    if (jump > 1 || jump < -1) cost += kFitnessJump;
    if (line.commas != Commas::none && before.commas != Commas::none) {
      const int apart = std::abs(static_cast<int>(before.commas) - static_cast<int>(line.commas));
      if (apart) cost += apart > 1 ? kCommasFarApart : kCommasApart;
    }
    return before.hyphen && hyphen ? cost + kHyphensInARow : cost;
  }

 private:
  /// A break that later lines may begin at, with its states.
  struct Start {
    std::uint32_t gap;
    std::uint32_t first_state, end_state;
    std::int64_t least;  // demerits of its states
    Sums::Beginning bounds;
    bool led_on = false;  // some line from here has found an end
  };

  /// A last line of one hanzi is chosen only where nothing else exists (typesetting.md 5.5).
  std::int64_t short_ending(std::uint32_t first, std::uint32_t end) const {
    const std::int32_t halves = sums_.halves(first, end);
    if (halves <= 2) return kLoneHanzi;
    if (halves <= 4) return kTwoHanzi;
    const std::int32_t indent = measure_.rest.v - measure_.first.v;
    return sums_.width(first, end) < indent ? kUnderIndent : 0;
  }

  /// A line that is but a piece of an address has nothing that grows.
  bool stays_short(std::uint32_t first, std::uint32_t end) const {
    const std::int32_t target = (first == 0 ? measure_.first : measure_.rest).v;
    const std::int32_t excess = sums_.width(first, end) - target;
    return excess < 0 && -excess <= most_white(target) && sums_.is_address(first, end);
  }

  void begin_lines_at(std::uint32_t gap, std::uint32_t first_state, std::uint32_t end_state) {
    const std::int32_t target = (gap == 0 ? measure_.first : measure_.rest).v;
    std::int64_t least = kNever;
    for (std::uint32_t s = first_state; s < end_state; ++s)
      least = std::min(least, states_[s].demerits);
    starts_.push_back(
        {gap, first_state, end_state, least, sums_.beginning(gap, target, last_stage_)});
  }

  /// A later start makes a narrower line: so those that are too tight for this end, and for every
  /// end behind it, come first, and behind the first that is too loose all are. Only few lie
  /// between them.
  void end_lines_at(std::uint32_t gap) {
    const auto new_states = static_cast<std::uint32_t>(states_.size());
    const std::int32_t narrowest = sums_.narrowest(gap) - paragraph_.gaps[gap].hang;
    const std::int32_t widest = sums_.widest(gap, last_stage_);
    const bool any_may_be_loose =
        reach_ == Reach::emergency || paragraph_.gaps[gap].at == Gap::Break::mandatory;
    const bool in_address = sums_.is_address(gap - 1, gap);
    worst_ = kNever;
    for (std::size_t a = open_; a < starts_.size(); ++a) {
      Start& start = starts_[a];
      const bool tight = narrowest > start.bounds.most;
      // In need, a line that cannot end in time ends as soon as it can.
      const bool overfull = tight && reach_ == Reach::emergency && !start.led_on;
      if (tight && a == open_) ++open_;
      if (tight && !overfull) continue;
      if (widest < start.bounds.least && !any_may_be_loose) {
        if (start.gap > 0 && !in_address) break;
        if (!stays_short(start.gap, gap)) continue;
      }
      end_line(start, gap, new_states);
      start.led_on = true;
    }
    if (paragraph_.gaps[gap].at == Gap::Break::mandatory) open_ = starts_.size();
    const auto end = static_cast<std::uint32_t>(states_.size());
    if (end > new_states) begin_lines_at(gap, new_states, prune(new_states));
  }

  void end_line(const Start& start, std::uint32_t gap, std::uint32_t new_states) {
    if (start.least > worst_) return;
    const LineCost line = line_cost(start.gap, gap);
    const bool hyphen = paragraph_.gaps[gap].hyphen.v > 0;
    for (std::uint32_t s = start.first_state; s < start.end_state; ++s) {
      const State& before = states_[s];
      if (wanted_ && !may_end_in(gap, before.lines + 1)) continue;
      State after{.demerits = before.demerits + line.demerits + between(before, line, hyphen),
                  .gap = gap,
                  .previous = s,
                  .lines = before.lines + 1,
                  .fitness = line.fitness,
                  .commas = line.commas == Commas::none ? before.commas : line.commas,
                  .hyphen = hyphen,
                  .overfull = line.overfull,
                  .emergency = line.emergency,
                  .torn = line.torn};
      if (after.demerits > worst_) continue;
      keep_better(after, new_states);
      if (!count_lines_) worst_ = std::min(worst_, after.demerits + most_between_);
    }
  }

  /// Whether what follows a gap may fill just the lines that are left of the wanted number.
  bool may_end_in(std::uint32_t gap, std::uint32_t lines) const {
    const auto last = static_cast<std::uint32_t>(paragraph_.boxes.size());
    if (gap == last || lines >= wanted_) return gap == last && lines == wanted_;
    const Capacity rest = sums_.capacity(gap, last);
    const std::int64_t width = sums_.width(gap, last), left = wanted_ - lines;
    return width - rest.shrink_in_all() <= left * measure_.rest.v &&
           width + rest.stretch_in_all() > (left - 1) * measure_.rest.v;
  }

  void keep_better(const State& candidate, std::uint32_t new_states) {
    for (std::size_t s = new_states; s < states_.size(); ++s) {
      State& known = states_[s];
      const bool alike = known.fitness == candidate.fitness && known.commas == candidate.commas &&
                         known.hyphen == candidate.hyphen &&
                         (!count_lines_ || known.lines == candidate.lines);
      if (!alike) continue;
      // Ties: fewer lines, then the longer earlier line, which was met first.
      const bool better = candidate.demerits < known.demerits ||
                          (candidate.demerits == known.demerits && candidate.lines < known.lines);
      if (better) known = candidate;
      return;
    }
    states_.push_back(candidate);
  }

  /// Drops states that cannot win: what neighbours cost is bounded, so a state that is worse than
  /// the best by more than that stays worse. Exact, not a heuristic. With lines counted, each count
  /// has a best of its own.
  std::uint32_t prune(std::uint32_t first) {
    std::size_t kept = first;
    for (std::size_t s = first; s < states_.size(); ++s) {
      bool hopeless = states_[s].demerits > worst_;
      for (std::size_t o = first; count_lines_ && o < states_.size() && !hopeless; ++o) {
        hopeless = states_[o].lines == states_[s].lines &&
                   states_[o].demerits + most_between_ < states_[s].demerits;
      }
      if (!hopeless) std::swap(states_[kept++], states_[s]);
    }
    states_.resize(kept);
    return static_cast<std::uint32_t>(kept);
  }

  const shape::ShapedParagraph& paragraph_;
  const Sums& sums_;
  Measure measure_;
  Reach reach_;
  Sums::Last last_stage_;
  bool count_lines_;
  std::uint32_t wanted_;
  std::int64_t most_between_;    // that neighbours may cost beyond what lines cost by themselves
  std::int64_t worst_ = kNever;  // past which a state that ends at this gap cannot win
  std::vector<State> states_;
  std::vector<Start> starts_;
  std::size_t open_ = 0;  // before it, all starts are too far back
};

std::uint32_t least(const Search& search, const std::vector<std::uint32_t>& ends) {
  return *std::min_element(ends.begin(), ends.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(search[a].demerits, search[a].lines) <
           std::pair(search[b].demerits, search[b].lines);
  });
}

/// Tries the shorter reaches first. What a short reach finds is the true optimum where it costs
/// less than any single line beyond that reach would. Only a lone hanzi on the last line costs more
/// than gaps that grow past what is preferred, so it sends the search on to need.
Breaks best(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure) {
  Breaks found;
  for (const Reach reach : {Reach::comfortable, Reach::preferred, Reach::emergency}) {
    Search search(paragraph, sums, measure, reach, false);
    const std::vector<std::uint32_t> ends = search.run();
    if (ends.empty()) continue;
    const std::uint32_t end = least(search, ends);
    if (found.ends.empty() || search[end].demerits < found.demerits) found = search.trace(end);
    const std::int64_t certain = reach == Reach::comfortable ? kLeastVeryLoose : kLoneHanzi;
    if (found.demerits < certain) break;
  }
  return found;
}

}  // namespace

std::optional<Breaks> break_justified(const shape::ShapedParagraph& paragraph, const Sums& sums,
                                      Measure measure, int lines) {
  Breaks found = best(paragraph, sums, measure);
  if (lines == 0) return found;
  Search search(paragraph, sums, measure, Reach::preferred, true);
  std::vector<std::uint32_t> ends = search.run();
  const auto wanted = static_cast<std::int64_t>(found.ends.size()) + lines;
  std::erase_if(ends, [&](std::uint32_t s) { return search[s].lines != wanted; });
  if (ends.empty()) return std::nullopt;
  return search.trace(least(search, ends));
}

std::optional<Breaks> break_into(const shape::ShapedParagraph& paragraph, const Sums& sums,
                                 Measure measure, std::uint32_t lines) {
  Search search(paragraph, sums, measure, Reach::comfortable, true, lines);
  const std::vector<std::uint32_t> ends = search.run();
  if (ends.empty()) return std::nullopt;
  return search.trace(least(search, ends));
}

std::int64_t demerits_of(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure,
                         const std::vector<std::uint32_t>& ends) {
  const Search search(paragraph, sums, measure, Reach::emergency, false);
  State state;
  for (const std::uint32_t end : ends) {
    const LineCost line = search.line_cost(state.gap, end);
    const bool hyphen = paragraph.gaps[end].hyphen.v > 0;
    state.demerits += line.demerits + Search::between(state, line, hyphen);
    state.gap = end;
    state.fitness = line.fitness;
    if (line.commas != Commas::none) state.commas = line.commas;
    state.hyphen = hyphen;
  }
  return state.demerits;
}

}  // namespace keben::pdf::lines
