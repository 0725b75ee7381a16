#include "pdf/galley/columns.h"

#include <algorithm>

namespace keben::pdf::galley {
namespace {

constexpr double kNarrowTable = 0.7;  // of the measure: below it a table is not stretched

/// The width w for which columns of at most w, and of no more than they need, fill what there is:
/// so in a table that is too wide only its widest columns give.
Pt common_limit(std::vector<Pt> needs, Pt available) {
  std::sort(needs.begin(), needs.end());
  Pt left = available;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const Pt share = left / static_cast<double>(needs.size() - i);
    if (needs[i] > share) return share;
    left -= needs[i];
  }
  return available;
}

}  // namespace

std::vector<Pt> share_out(const std::vector<ColumnWish>& columns, Pt available) {
  Pt least, most;
  std::vector<Pt> needs, likes;
  for (const ColumnWish& c : columns) {
    least += c.least, most += c.most;
    needs.push_back(c.least), likes.push_back(c.most);
  }
  if (most <= available) {
    if (most <= available * kNarrowTable) return likes;
    for (Pt& width : likes)
      width = width * (available / most);
    return likes;
  }
  if (least > available) {
    const Pt limit = common_limit(needs, available);
    for (Pt& width : needs)
      width = std::min(width, limit);
    return needs;
  }
  Pt fair = common_limit(likes, available);
  Pt fixed;
  for (const ColumnWish& c : columns)
    fixed += c.most <= fair ? c.most : c.least;
  if (fixed > available) fair = {}, fixed = least;  // long words elsewhere leave too little
  Pt wished;
  for (const ColumnWish& c : columns)
    wished += c.most <= fair ? Pt{} : c.most - c.least;
  const double share = (available - fixed) / std::max(Pt{0.001}, wished);
  std::vector<Pt> out;
  for (const ColumnWish& c : columns)
    out.push_back(c.most <= fair ? c.most : c.least + (c.most - c.least) * share);
  return out;
}

}  // namespace keben::pdf::galley
