// How well boxes fill a line: the ordered stages of shrinking and stretching, and what each of them
// costs.
//
// CLREQ #procedures_for_inter-character_spacing_reduction and -expansion order what gives way
// first: word spaces, then brackets, commas, the space beside Latin, last the full stop; and what
// grows: word spaces, the space beside Latin, then every gap a little. A stage is used up before
// the next begins, and equally by all its gaps. The numbers are those of typesetting.md 5.2 to 5.4;
// all arithmetic is in integers, so that every machine chooses the same lines.
//
//   measure 10 em   一二三，四五六七八九，   natural 10.5 (the last comma has lost its blank): the
//   inner comma gives 0.25
//                   in stage `pause` and 0.25 in `pause_rest`; cost 100·(0.8·1³ + 1.6·1³) = 240
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/length.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::lines {

/// The stages of stretching (typesetting.md 5.3).
enum class Stretch : std::uint8_t {
  word_space,
  autospace,
  letters,
  autospace_more,
  letters_more,
  emergency
};
inline constexpr std::size_t kStretchStages = 6;

/// What a stretch of gaps holds in each stage.
struct Capacity {
  std::array<std::int32_t, shape::kShrinkStages> shrink{};
  std::int32_t word_stretch = 0;
  std::int32_t autospaces = 0;  // how many
  std::int32_t letterspaces = 0;

  std::int32_t shrink_in_all() const;
  std::int32_t stretch(Stretch stage) const;
  /// All that may be stretched without the emergency stage.
  std::int32_t stretch_in_all() const;
};

/// How much of each stage a line uses.
struct Usage {
  std::array<std::int32_t, shape::kShrinkStages> shrink{};
  std::array<std::int32_t, kStretchStages> stretch{};
  std::int32_t overrun = 0;  // what no stage could take
};

/// Uses the stages in order until `excess` (natural width minus measure) is gone; negative excess
/// stretches.
Usage use_stages(const Capacity& capacity, std::int32_t excess);

/// Costs are sixteenths of typesetting.md's units, so that small differences count.
inline constexpr std::int64_t kUnit = 16;

/// b of typesetting.md 5.4, in sixteenths: 100·Σ w·(u/c)³.
std::int64_t badness(const Capacity& capacity, const Usage& usage);

/// What it costs that a piece of an address stays short of the edge by `white`, and how much may
/// be.
std::int64_t badness_of_white(std::int32_t white, std::int32_t measure);
std::int32_t most_white(std::int32_t measure);

/// Lines that differ by more than one class should not be neighbours.
enum class Fitness : std::uint8_t { tight, normal, loose, very_loose };
Fitness fitness_of(const Capacity& capacity, const Usage& usage);

/// How wide a line's commas are on average; lines of unlike commas look restless side by side.
enum class Commas : std::uint8_t { none, narrow, middle, wide };
Commas commas_of(const Capacity& capacity, const Usage& usage);

/// Sums over a paragraph's boxes and gaps, so that any line's width and capacities are a
/// difference. A value: the paragraph need not stay.
class Sums {
 public:
  Sums() = default;
  explicit Sums(const shape::ShapedParagraph& paragraph);

  /// Natural width of a line of boxes [first, end).
  std::int32_t width(std::uint32_t first, std::uint32_t end) const {
    return at_[end].ends - at_[first].begins;
  }
  /// By how much that line is wider than `target`. Where it cannot shrink so far, its last mark may
  /// stand outside by `hang` (typesetting.md 3.7).
  std::int32_t excess(std::uint32_t first, std::uint32_t end, std::int32_t target,
                      std::int32_t hang) const {
    const std::int32_t over = width(first, end) - target;
    const bool hangs = hang > 0 && over > at_[end].shrink - at_[first + 1].shrink;
    return hangs ? over - hang : over;
  }
  /// What the gaps inside that line hold.
  Capacity capacity(std::uint32_t first, std::uint32_t end) const;
  /// Whether that line is a piece of an address and nothing else: it may stay short of the edge.
  bool is_address(std::uint32_t first, std::uint32_t end) const {
    return at_[end].addresses - at_[first].addresses == end - first;
  }
  /// Hanzi on the line, in halves: a hanzi counts two, a Latin letter or digit one.
  std::int32_t halves(std::uint32_t first, std::uint32_t end) const {
    return at_[end].halves - at_[first].halves;
  }
  /// Whether a line may end in a hyphen anywhere.
  bool hyphens() const { return hyphens_; }
  /// The last stage of stretching that a line may use.
  enum class Last : std::uint8_t { letters, letters_more };

  /// Lines that begin at one gap, for a search that asks of thousands of ends whether one of them
  /// may fill `target`: the bounds of its end's `narrowest` and `widest`.
  struct Beginning {
    std::int32_t most;   // an end past it is too far even for a line that shrinks all it can
    std::int32_t least;  // one before it, too near for one that stretches all it may
  };
  Beginning beginning(std::uint32_t first, std::int32_t target, Last last) const {
    const At& behind = at_[first + 1];
    const std::int32_t edge = target + at_[first].begins;
    return {edge - behind.shrink, edge + stretch(behind, last)};
  }
  std::int32_t narrowest(std::uint32_t end) const { return at_[end].ends - at_[end].shrink; }
  std::int32_t widest(std::uint32_t end, Last last) const {
    return at_[end].ends + stretch(at_[end], last);
  }

 private:
  /// Of the gaps before gap k and the boxes up to it; in the paragraph's em.
  struct At {
    std::int32_t begins, ends;  // where a line's edge lies that begins, or ends, at gap k
    std::int32_t shrink, stretch;
    std::int32_t letterspaces;
    std::uint32_t given;  // index into `given_`
    std::int32_t halves;
    std::uint32_t addresses;  // boxes
  };
  /// Most gaps give nothing but a little letterspace; those that hold more have sums of their own.
  struct Given {
    std::array<std::int32_t, shape::kShrinkStages> shrink{};
    std::int32_t word_stretch = 0, autospaces = 0;
  };
  static std::int32_t stretch(const At& at, Last last);
  static bool gives(const shape::Gap& gap);
  void give(const shape::Gap& gap, At& at);

  std::vector<At> at_;  // one more than gaps
  std::vector<Given> given_;
  bool hyphens_ = false;
};

}  // namespace keben::pdf::lines
