// See svg_weight.h. Each node is weighed once; recursion is bounded, since a chain of references as
// long as the file would otherwise be a deep stack.
#include "assets/detail/svg_weight.h"

namespace keben::assets {

void SvgWeight::open(std::string_view id, unsigned weight) {
  std::size_t node = open_.back();
  if (!id.empty()) {
    node = nodes_.size();
    nodes_.push_back({});
    nodes_[open_.back()].holds.push_back(node);
    by_id_.emplace(id, node);  // the first of its id counts
  }
  nodes_[node].weight += weight;
  open_.push_back(node);
}

void SvgWeight::close() {
  open_.pop_back();
}

void SvgWeight::refer(std::string_view id) {
  nodes_[open_.back()].refers.emplace_back(id);
}

struct SvgWeight::Walk {
  const SvgWeight& of;
  std::size_t most;
  std::vector<std::optional<std::size_t>> known;
  std::vector<bool> entered;

  std::optional<std::size_t> weigh(std::size_t node, int depth) {
    constexpr int kDeepest = 500;
    if (known[node]) return known[node];
    if (entered[node] || depth > kDeepest) return {};
    entered[node] = true;
    std::size_t sum = of.nodes_[node].weight;
    const auto add = [&](std::size_t other) {
      const std::optional<std::size_t> more = weigh(other, depth + 1);
      if (more) sum += *more;
      return more && sum <= most;
    };
    for (const std::size_t inner : of.nodes_[node].holds) {
      if (!add(inner)) return {};
    }
    for (const std::string& id : of.nodes_[node].refers) {
      const auto target = of.by_id_.find(id);
      if (target != of.by_id_.end() && !add(target->second)) return {};
    }
    known[node] = sum;
    return sum;
  }
};

std::optional<std::size_t> SvgWeight::total(std::size_t most) const {
  Walk walk{*this, most, std::vector<std::optional<std::size_t>>(nodes_.size()),
            std::vector<bool>(nodes_.size(), false)};
  return walk.weigh(0, 0);
}

}  // namespace keben::assets
