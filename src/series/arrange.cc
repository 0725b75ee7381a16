// By the first of weights, numbers, dates and names that half of the texts have (input.md
// §4.4–4.6).
//
// Half and not all, since an author forgets one; half and not one, since a blog that pins a single
// post by `weight: 1` has not put its posts in order. What lacks the mark comes behind, by name.
// The page that opens a folder (README, index, _index) has no place by itself: it stands before the
// first of the folder's texts, wherever that is.
#include "series/arrange.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "series/admission.h"
#include "series/facts.h"
#include "series/folders.h"
#include "series/natural_order.h"
#include "series/paths.h"

namespace keben::series {
namespace {

/// Where a text stands among all.
struct Place {
  double first = 0;
  double second = 0;
  std::string name;  // a natural key
  auto operator<=>(const Place&) const = default;
};

double day_number(const std::optional<model::Date>& date) {
  return date ? date->year * 10000.0 + date->month * 100.0 + date->day : kLast;
}

bool lies_in(std::string_view folder, std::string_view around) {
  return around.empty() || (std::string(folder) + "/").starts_with(std::string(around) + "/");
}

class Arranger {
 public:
  Arranger(const Listing& listing, const Asked& asked, const config::Limits& limits)
      : listing_(listing), limits_(limits), asked_(asked), folders_(listing, limits) {}

  void fill(Plan& plan) {
    read_texts(plan);
    plan.order = order_ = settled_order();
    rank_series();
    sort_texts();
    by_ = settled_grouping();
    place_openings();
    group(plan);
  }

 private:
  void read_texts(Plan& plan) {
    Admitted admitted = admit(listing_, listing_.texts, asked_.jobs, limits_);
    for (LeftOut& file : admitted.left_out)
      plan.left_out.push_back(std::move(file));
    for (Facts& text : admitted.texts) {
      if (text.opens) folders_.open(text);
      folders_.read_categories(text.folder);
      if (text.opens && text.blank) {
        plan.left_out.push_back({text.path, LeftOut::Why::wordless});
      } else {
        (text.opens ? openings_ : texts_).push_back(std::move(text));
      }
    }
    const std::vector<Facts>& all = texts_.empty() ? openings_ : texts_;
    common_ = all.empty() ? std::string() : all.front().folder;
    for (const Facts& text : all)
      while (!lies_in(text.folder, common_))
        common_ = std::string(folder_of(common_));
  }

  // --- the order -------------------------------------------------------------------------------

  template <class Has>
  bool half_have(Has has) const {
    const auto some = static_cast<std::size_t>(std::count_if(texts_.begin(), texts_.end(), has));
    return some > 0 && some * 2 >= texts_.size();
  }

  Order settled_order() const {
    if (asked_.order != Order::automatic && asked_.order != Order::list) return asked_.order;
    if (folders_.has_categories() || half_have([](const Facts& t) { return t.weight.has_value(); }))
      return Order::weight;
    if (is_numbered()) return Order::number;
    if (half_have([](const Facts& t) { return t.date.has_value(); })) return Order::date;
    return Order::name;
  }

  /// Two texts at least must share what stands before their numbers.
  bool is_numbered() const {
    std::map<std::string, std::size_t> stems;
    for (const Facts& text : texts_)
      if (text.number) ++stems[text.number->stem];
    return half_have(
        [&](const Facts& text) { return text.number && stems[text.number->stem] > 1; });
  }

  /// Series stand in the order of their earliest texts.
  void rank_series() {
    using First = std::pair<double, std::string>;
    std::map<std::string, First> firsts;
    for (const Facts& text : texts_) {
      if (!text.number) continue;
      const First here{day_number(text.date), natural_key(text.path)};
      const auto [at, added] = firsts.try_emplace(text.number->stem, here);
      if (!added) at->second = std::min(at->second, here);
    }
    std::vector<std::pair<First, std::string>> in_order;
    for (const auto& [stem, first] : firsts)
      in_order.emplace_back(first, stem);
    std::sort(in_order.begin(), in_order.end());
    for (std::size_t i = 0; i < in_order.size(); ++i)
      rank_[in_order[i].second] = static_cast<double>(i);
  }

  Place place_of(const Facts& text) const {
    Place out{kLast, kLast, natural_key(text.path)};
    switch (order_) {
      case Order::weight:
        if (text.weight) out.first = text.weight->part, out.second = text.weight->value;
        break;
      case Order::number:
        if (text.number) {
          out.first = rank_.at(text.number->stem);
          out.second = text.number->value;
        }
        break;
      case Order::date:
        out.first = day_number(text.date);
        break;
      case Order::automatic:
      case Order::list:
      case Order::name:
        break;
    }
    return out;
  }

  void sort_texts() {
    std::vector<std::tuple<Place, std::string, std::size_t>> keys;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      keys.emplace_back(place_of(texts_[i]), texts_[i].path, i);
    std::sort(keys.begin(), keys.end());
    std::vector<Facts> sorted;
    for (const auto& key : keys)
      sorted.push_back(std::move(texts_[std::get<2>(key)]));
    texts_ = std::move(sorted);
  }

  /// The page of a folder goes into the group of its first text; pages that open all of them, into
  /// none.
  void place_openings() {
    std::map<std::string, std::size_t, std::less<>> firsts;  // by folder
    for (std::size_t i = 0; i < texts_.size(); ++i)
      for (std::string_view folder = folder_of(texts_[i].path);; folder = folder_of(folder)) {
        if (!firsts.try_emplace(std::string(folder), i).second || folder.empty()) break;
      }
    const auto first_of = [&](const Facts& page) {
      const auto first = firsts.find(page.folder);
      return first == firsts.end() ? texts_.size() : first->second;
    };
    std::sort(openings_.begin(), openings_.end(), [&](const Facts& a, const Facts& b) {
      return std::tuple(first_of(a), a.folder, a.path) < std::tuple(first_of(b), b.folder, b.path);
    });
    auto page = openings_.begin();
    for (std::size_t i = 0; i <= texts_.size(); ++i) {
      for (; page != openings_.end() && first_of(*page) == i; ++page) {
        std::string group = group_of(*page);
        const bool opens_all = lies_in(common_, page->folder);
        if (group.empty() && !opens_all && i < texts_.size()) group = group_of(texts_[i]);
        placed_.emplace_back(&*page, opens_all && by_ == By::folder ? std::string() : group);
      }
      if (i < texts_.size()) placed_.emplace_back(&texts_[i], group_of(texts_[i]));
    }
  }

  // --- the parts -------------------------------------------------------------------------------

  enum class By { year, category, series, folder, nothing };

  By settled_grouping() const {
    switch (asked_.grouping) {
      case Grouping::year:
        return By::year;
      case Grouping::category:
        return By::category;
      case Grouping::series:
        return By::series;
      case Grouping::none:
        return By::nothing;
      case Grouping::automatic:
        break;
    }
    // Dates put a blog in order as a whole; in every other order several series are several parts.
    if (order_ == Order::date) return By::nothing;
    return of_several_series() ? By::series : of_several_categories() ? By::category : By::folder;
  }

  /// What a text is grouped by; nothing: in no part, before them all.
  std::string group_of(const Facts& text) const {
    switch (by_) {
      case By::year:
        return text.date ? std::to_string(text.date->year) : std::string();
      case By::category:
        return text.category;
      case By::series:
        return text.series;
      case By::folder:
        return text.folder == common_ ? std::string() : text.folder;
      case By::nothing:
        break;
    }
    return {};
  }

  bool of_several_series() const {
    std::set<std::string> names;
    for (const Facts& text : texts_) {
      if (text.series.empty()) return false;
      names.insert(text.series);
    }
    return names.size() > 1;
  }

  /// One folder in which weights begin again for each category, or go through one after the other:
  /// no part then takes a text out of its author's order.
  bool of_several_categories() const {
    if (order_ != Order::weight || folders_.has_categories()) return false;
    std::set<std::string> names;
    std::set<Weight> weights;
    std::size_t runs = 0;
    std::string last;
    bool again = false;
    for (const Facts& text : texts_) {
      if (!text.weight || text.category.empty() || text.folder != common_) return false;
      again = !weights.insert(*text.weight).second || again;
      names.insert(text.category);
      runs += std::exchange(last, text.category) == text.category ? 0 : 1;
    }
    return names.size() > 1 && (again || runs == names.size());
  }

  void group(Plan& plan) const {
    const bool folders = by_ == By::folder;
    std::vector<std::string> names;  // in order of first appearance
    std::map<std::string, std::vector<const Facts*>> groups;
    for (const auto& [text, name] : placed_) {
      std::vector<const Facts*>& group = groups[name];
      if (group.empty()) names.push_back(name);
      group.push_back(text);
    }
    std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
      if (a.empty() || b.empty()) return a.empty() && !b.empty();
      if (folders) return folders_.place_of(a) < folders_.place_of(b);
      return asked_.grouping == Grouping::year && a < b;
    });
    for (const std::string& name : names) {
      const bool divides = names.size() > 1 && !name.empty();
      if (divides)
        plan.parts.push_back(
            {folders ? folders_.title_of(name, common_) : name, plan.members.size()});
      for (const Facts* text : groups.at(name))
        plan.members.push_back({text->path});
    }
  }

  const Listing& listing_;
  const config::Limits& limits_;
  const Asked asked_;
  Order order_ = Order::name;
  By by_ = By::nothing;
  std::vector<Facts> texts_;  // but for those that open a folder
  std::vector<Facts> openings_;
  std::vector<std::pair<const Facts*, std::string>> placed_;  // all of them, each with its group
  Folders folders_;
  std::map<std::string, double> rank_;
  std::string common_;  // the folder that all texts lie in
};

}  // namespace

void arrange(const Listing& listing, const Asked& asked, const config::Limits& limits, Plan& plan) {
  Arranger(listing, asked, limits).fill(plan);
}

}  // namespace keben::series
