#include "pdf/pages/detail/tray.h"

#include <algorithm>

namespace keben::pdf::pages {

std::uint32_t Tray::floating_before(std::uint32_t place) const {
  const auto& figures = galley_.floating;
  const auto at =
      std::partition_point(figures.begin(), figures.end(),
                           [&](const galley::Floating& figure) { return figure.end <= place; });
  return static_cast<std::uint32_t>(at - figures.begin());
}

std::uint32_t Tray::floating_begun(std::uint32_t place) const {
  const auto& figures = galley_.floating;
  const auto at =
      std::partition_point(figures.begin(), figures.end(),
                           [&](const galley::Floating& figure) { return figure.first < place; });
  return static_cast<std::uint32_t>(at - figures.begin());
}

std::optional<std::uint32_t> Tray::floating_at(std::uint32_t piece) const {
  if (galley_.floating.empty() || piece >= own_) return std::nullopt;
  const std::uint32_t before = floating_before(piece);
  const bool here = before < galley_.floating.size() && galley_.floating[before].first == piece;
  return here ? std::optional(before) : std::nullopt;
}

std::pair<std::uint32_t, std::uint32_t> Tray::resettable_within(std::uint32_t first,
                                                                std::uint32_t end) const {
  const auto& all = galley_.resettable;
  const auto begin = std::partition_point(
      all.begin(), all.end(), [&](const galley::Resettable& text) { return text.first < first; });
  const auto stop = std::partition_point(
      begin, all.end(), [&](const galley::Resettable& text) { return text.end <= end; });
  return {static_cast<std::uint32_t>(begin - all.begin()),
          static_cast<std::uint32_t>(stop - all.begin())};
}

const Replacement* Tray::set_again(std::uint32_t paragraph, int lines) {
  const auto [known, fresh] = known_.try_emplace({paragraph, lines});
  if (fresh) {
    const galley::Resettable& text = galley_.resettable[paragraph];
    std::optional<galley::Variant> variant = reset_(galley_, text, lines);
    if (variant) {
      if (made_.empty()) galley_.pieces.emplace_back();
      const auto first = static_cast<std::uint32_t>(galley_.pieces.size());
      const auto index = static_cast<std::uint32_t>(made_.size());
      for (galley::Piece& piece : variant->pieces) {
        galley_.pieces.push_back(std::move(piece));
        made_of_piece_.push_back(index);
      }
      const auto end = static_cast<std::uint32_t>(galley_.pieces.size());
      made_.push_back({{first, end}, {text.first, text.end}, variant->cost});
      known->second = index;
    }
  }
  return known->second ? &made_[*known->second] : nullptr;
}

}  // namespace keben::pdf::pages
