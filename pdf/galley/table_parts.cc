#include "pdf/galley/table_parts.h"

#include <algorithm>
#include <numeric>

namespace keben::pdf::galley {
namespace {

// 9 pt, 8.5, 8 and 7.875: 六号, the smallest size of the book (typesetting.md 6.2).
constexpr double kScales[] = {1, 17.0 / 18, 8.0 / 9, 7.0 / 8};
constexpr double kSmallest = 7.0 / 8;

// A word that is longer is rather divided than makes a table fall in parts.
constexpr double kLongWord = 8;  // em
// A table in parts need not stand its sentences on end: one part more or less matters little.
constexpr double kReadable = 5;  // em
constexpr double kLeast = 2;     // em: two hanzi
// What the row headings that each part repeats take of the measure, where they would like as much,
// and where their words need as much.
constexpr double kHeadingShare = 0.25, kMostHeadingShare = 0.4;
constexpr double kAboutAsWide = 0.6;
constexpr Pt kHair{0.01};  // against rounding

/// What one size of type comes to.
class Fitting {
 public:
  Fitting(const std::vector<ColumnWish>& columns, const TableRoom& room, double scale)
      : room_(room), scale_(scale) {
    for (const ColumnWish& c : columns)
      wishes_.push_back({c.most * scale + room.beside, c.least * scale + room.beside});
  }

  bool fits_whole(double longest_word) const {
    Pt sum;
    for (const ColumnWish& wish : wishes_)
      sum += std::min(wish.least, wide(longest_word));
    return sum <= room_.width;
  }

  TablePlan whole() const {
    const auto end = static_cast<std::uint32_t>(wishes_.size());
    return plan({{0, end, false, share_out(wishes_, room_.width)}});
  }

  /// As few parts as there can be, and these of about the same width.
  TablePlan in_parts() const {
    const Pt heading = heading_width();
    std::vector<TablePart> parts = level_parts(heading, room_.width - heading);
    Pt widest;
    for (TablePart& part : parts) {
      set_widths(part, heading, room_.width - heading);
      widest = std::max(widest, width_of(part));
    }
    for (TablePart& part : parts)
      widen(part, heading, widest);
    return plan(std::move(parts));
  }

  std::size_t count_parts() const {
    const Pt heading = heading_width();
    return last_beginnings(heading, room_.width - heading).size();
  }

 private:
  Pt wide(double em) const { return room_.em * (em * scale_) + room_.beside; }

  Pt readable(const ColumnWish& wish) const {
    return std::max(wish.least, std::min(wish.most, wide(kReadable)));
  }

  /// Of the column that all parts show; none where it would leave no room for another.
  Pt heading_width() const {
    if (wishes_.size() < 2) return {};
    const ColumnWish& first = wishes_.front();
    const Pt wished = std::max(readable(first), std::min(first.most, room_.width * kHeadingShare));
    const Pt width = std::min(wished, std::max(room_.width * kMostHeadingShare, wide(kLeast)));
    return room_.width - width < wide(kLeast) ? Pt{} : width;
  }

  /// Where at the earliest the last part begins, the last two, and so on: each as full as it will
  /// be, and with one column at least. The first column stands beside them all where it is their
  /// heading.
  std::vector<std::uint32_t> last_beginnings(Pt heading, Pt width) const {
    const std::uint32_t first = heading > Pt{} ? 1 : 0;
    std::vector<std::uint32_t> out;
    Pt used;
    for (auto c = static_cast<std::uint32_t>(wishes_.size()); c > first; --c) {
      const Pt needed = readable(wishes_[c - 1]);
      if (out.empty() || used + needed > width + kHair) {
        out.push_back(c);
        used = {};
      }
      used += needed;
      out.back() = c - 1;
    }
    return out;
  }

  /// Parts that take an even share of what is left, and leave no more than those to come can hold.
  std::vector<TablePart> level_parts(Pt heading, Pt width) const {
    const std::vector<std::uint32_t> beginnings = last_beginnings(heading, width);
    std::uint32_t next = beginnings.back();
    Pt left;
    for (std::uint32_t c = next; c < wishes_.size(); ++c)
      left += readable(wishes_[c]);
    std::vector<TablePart> parts;
    for (std::size_t to_come = beginnings.size(); to_come-- > 0;) {
      const std::uint32_t must =
          to_come > 0 ? beginnings[to_come - 1] : static_cast<std::uint32_t>(wishes_.size());
      const Pt share = left / static_cast<double>(to_come + 1);
      TablePart part{next, next, heading > Pt{}};
      Pt used;
      while (next < wishes_.size()) {
        const Pt needed = readable(wishes_[next]);
        if (next >= must && used > Pt{} && used + needed / 2 > share) break;
        if (used > Pt{} && used + needed > width + kHair) break;
        used += needed;
        part.end = ++next;
      }
      left -= used;
      parts.push_back(std::move(part));
    }
    parts.front().first = 0;
    parts.front().repeats_first = false;
    return parts;
  }

  void set_widths(TablePart& part, Pt heading, Pt left) const {
    std::uint32_t own = part.first;
    if (heading > Pt{}) {
      part.widths.push_back(heading);
      if (!part.repeats_first) ++own;
    }
    std::vector<ColumnWish> beside;
    for (std::uint32_t c = own; c < part.end; ++c)
      beside.push_back({std::max(wishes_[c].most, readable(wishes_[c])), readable(wishes_[c])});
    for (const Pt width : share_out(beside, left))
      part.widths.push_back(width);
  }

  static Pt width_of(const TablePart& part) {
    return std::accumulate(part.widths.begin(), part.widths.end(), Pt{});
  }

  /// Parts of about one width get the same.
  static void widen(TablePart& part, Pt heading, Pt wanted) {
    const Pt own = width_of(part) - heading;
    if (own < (wanted - heading) * kAboutAsWide) return;
    for (std::size_t i = heading > Pt{} ? 1 : 0; i < part.widths.size(); ++i)
      part.widths[i] = part.widths[i] * ((wanted - heading) / own);
  }

  TablePlan plan(std::vector<TablePart> parts) const {
    TablePlan out{scale_, false, std::move(parts)};
    for (const TablePart& part : out.parts) {
      for (std::uint32_t i = 0; i < part.columns(); ++i) {
        const std::uint32_t column = !part.repeats_first ? part.first + i
                                     : i == 0            ? 0
                                                         : part.first + i - 1;
        out.divides_words |= part.widths[i] + kHair < wishes_[column].least;
      }
    }
    return out;
  }

  const TableRoom& room_;
  double scale_;
  std::vector<ColumnWish> wishes_;
};

}  // namespace

TablePlan plan_table(const std::vector<ColumnWish>& columns, const TableRoom& room) {
  constexpr double kAnyWord = 1e6;  // em
  for (const double scale : kScales) {
    const Fitting fitting(columns, room, scale);
    if (fitting.fits_whole(kAnyWord)) return fitting.whole();
  }
  const Fitting smallest(columns, room, kSmallest);
  if (columns.size() == 1 || smallest.fits_whole(kLongWord)) return smallest.whole();
  // In the largest type that needs no more parts than the smallest.
  const std::size_t count = smallest.count_parts();
  for (const double scale : kScales) {
    const Fitting fitting(columns, room, scale);
    if (fitting.count_parts() == count) return fitting.in_parts();
  }
  return smallest.in_parts();
}

}  // namespace keben::pdf::galley
