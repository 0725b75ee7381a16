#include "cover/detail/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace keben::cover {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr int kTiniest = 20;         // samples: below this a letter is no letter
constexpr double kRaggedness = 3.0;  // of a line that is off by the whole of its target, squared
constexpr double kLine = 0.4;        // of each line after the first
constexpr double kSmallness = 3.5;   // of type e times smaller than the largest
constexpr double kUnreadable = 3.0;  // the same, below what is readable
constexpr double kSlight = 1000.0;
constexpr std::size_t kMostLines = 24;

/// The least cost of ends for each number of lines, at one measure.
class Ends {
 public:
  Ends(std::span<const Box> boxes, Mil measure) : boxes_(boxes), measure_(measure) {}

  struct Answer {
    double cost = kNever;
    std::vector<Line> lines;
  };

  /// In at most `lines` lines' worth of steps: a line holds few boxes, so this is linear in them.
  Answer best(std::size_t lines) const {
    const std::size_t n = boxes_.size();
    const double target =
        static_cast<double>(line_width(boxes_, 0, n).v) / static_cast<double>(lines);
    std::vector<std::vector<Step>> table(lines + 1, std::vector<Step>(n + 1));
    table[0][0].cost = 0;
    for (std::size_t k = 1; k <= lines; ++k) {
      for (std::size_t end = k; end <= n; ++end)
        table[k][end] = best_step(table[k - 1], end, target);
    }
    Answer answer{table[lines][n].cost, {}};
    if (answer.cost == kNever) return answer;
    for (std::size_t k = lines, end = n; k > 0; --k) {
      const std::size_t first = table[k][end].first;
      answer.lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end),
                              line_width(boxes_, first, end)});
      end = first;
    }
    std::reverse(answer.lines.begin(), answer.lines.end());
    return answer;
  }

 private:
  struct Step {
    double cost = kNever;
    std::size_t first = 0;
  };

  Step best_step(const std::vector<Step>& before, std::size_t end, double target) const {
    Step best;
    Mil inner;  // of boxes [first, end) with all their blanks
    for (std::size_t first = end; first-- > 0;) {
      inner += boxes_[first].width + (first + 1 < end ? boxes_[first + 1].gap : Mil{});
      const Mil width = inner - boxes_[first].left_blank - boxes_[end - 1].right_blank;
      if (width > measure_) break;
      if (before[first].cost == kNever) continue;
      const double off = (width.v - target) / std::max<double>(target, 1);
      const bool wanted = end < boxes_.size() && boxes_[end].break_cost < 0;
      double cost = before[first].cost + (wanted ? 0.3 : 1.0) * kRaggedness * off * off;
      if (first > 0) cost += kLine + boxes_[first].break_cost;
      if (first + 1 == end && boxes_[first].slight && boxes_.size() > 1) cost += kSlight;
      if (cost < best.cost) best = {cost, first};
    }
    return best;
  }

  std::span<const Box> boxes_;
  Mil measure_;
};

/// What type of that size costs: more where a thumbnail no longer shows it.
double cost_of_size(const Room& room, int size) {
  const double small = std::log(static_cast<double>(room.largest) / size);
  const double unreadable = std::log(static_cast<double>(room.readable) / size);
  return kSmallness * small + (size < room.readable ? kUnreadable * unreadable : 0);
}

std::size_t lines_in(const Room& room, int size) {
  const int leading = size * room.leading.v / 1000;
  return room.height < size
             ? 0
             : std::min(kMostLines, static_cast<std::size_t>((room.height - size) / leading + 1));
}

std::optional<Lines> fit_whole(std::span<const Box> boxes, const Room& room) {
  std::optional<Lines> best;
  double least = kNever;
  for (int size = room.largest; size >= kTiniest; size -= std::max(1, size / 20)) {
    if (size < room.smallest && best) break;
    const Mil measure{static_cast<std::int32_t>(std::int64_t{room.width} * 1000 / size)};
    const std::size_t most = lines_in(room, size);
    const auto whole = static_cast<std::size_t>(line_width(boxes, 0, boxes.size()).v);
    const std::size_t fewest =
        std::max<std::size_t>(1, whole / static_cast<std::size_t>(measure.v));
    const double smallness = cost_of_size(room, size);
    if (smallness > least + 1.5) break;
    for (std::size_t n = fewest; n <= std::min({most, fewest + 3, boxes.size()}); ++n) {
      Ends::Answer answer = Ends(boxes, measure).best(n);
      if (answer.cost + smallness >= least) continue;
      least = answer.cost + smallness;
      best = Lines{size, std::move(answer.lines)};
    }
  }
  return best;
}

}  // namespace

Mil line_width(std::span<const Box> boxes, std::size_t first, std::size_t end) {
  if (first == end) return {};
  Mil width = -boxes[first].left_blank - boxes[end - 1].right_blank;
  for (std::size_t i = first; i < end; ++i)
    width += boxes[i].width + (i > first ? boxes[i].gap : Mil{});
  return width;
}

Lines fit_lines(std::span<const Box> boxes, const Room& room) {
  while (!boxes.empty()) {
    if (std::optional<Lines> lines = fit_whole(boxes, room)) return *lines;
    boxes = boxes.first(boxes.size() - std::max<std::size_t>(1, boxes.size() / 8));
  }
  return {};
}

}  // namespace keben::cover
