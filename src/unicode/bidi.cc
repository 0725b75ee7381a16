#include "unicode/bidi.h"
#include "late/fribidi.h"

#include <algorithm>
#include <numeric>

namespace keben::unicode {
using namespace late;
std::vector<std::uint8_t> bidi_levels(std::u32string_view text, Flow flow) {
  const bool plain = flow == Flow::rightward && std::none_of(text.begin(), text.end(), may_turn);
  if (plain || text.empty() || !fribidi.open()) return {};
  const auto length = static_cast<FriBidiStrIndex>(text.size());
  const std::vector<FriBidiChar> points(text.begin(), text.end());
  std::vector<FriBidiCharType> types(text.size());
  std::vector<FriBidiBracketType> brackets(text.size());
  std::vector<FriBidiLevel> levels(text.size());
  fribidi_get_bidi_types(points.data(), length, types.data());
  fribidi_get_bracket_types(points.data(), length, types.data(), brackets.data());
  FriBidiParType base = flow == Flow::leftward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  if (!fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base,
                                           levels.data()))
    return {};
  const auto own = static_cast<FriBidiLevel>(flow == Flow::leftward ? 1 : 0);
  if (own == 0 && std::all_of(levels.begin(), levels.end(), [](auto l) { return l == 0; }))
    return {};
  std::vector<std::uint8_t> out;
  out.reserve(levels.size());
  for (const FriBidiLevel level : levels)
    out.push_back(static_cast<std::uint8_t>(std::max<FriBidiLevel>(level, 0)));
  return out;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0u);
  const std::uint8_t highest =
      levels.empty() ? std::uint8_t{0} : *std::max_element(levels.begin(), levels.end());
  for (int level = highest; level > 0; --level) {
    const auto below = [&](std::uint32_t part) { return levels[part] < level; };
    for (auto at = order.begin(); at != order.end();) {
      const auto begin = std::find_if_not(at, order.end(), below);
      at = std::find_if(begin, order.end(), below);
      std::reverse(begin, at);
    }
  }
  return order;
}

}  // namespace keben::unicode
