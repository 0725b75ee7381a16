// By the first of weights, numbers, dates and names that half of the texts have (input.md
// §4.4–4.6).
//
// Half and not all, since an author forgets one; half and not one, since a blog that pins a single
// post by `weight: 1` has not put its posts in order. What lacks the mark comes behind, by name.
#include "series/arrange.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>

#include "base/parallel.h"
#include "markdown/front_matter_formats.h"
#include "markdown/value.h"
#include "series/facts.h"
#include "series/natural_order.h"
#include "series/paths.h"

namespace keben::series {
namespace {

constexpr double kLast = std::numeric_limits<double>::infinity();

/// A folder, as its opening page or Docusaurus' `_category_.json` names and places it.
struct Folder {
  std::string title;
  double place = kLast;
};

/// Where a text stands among those of its group.
struct Place {
  bool behind_opening = false;
  double first = 0;
  double second = 0;
  std::string name;  // a natural key
  auto operator<=>(const Place&) const = default;
};

double day_number(const std::optional<model::Date>& date) {
  return date ? date->year * 10000.0 + date->month * 100.0 + date->day : kLast;
}

/// 入门 of 01-入门.
std::string unnumbered(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const std::size_t rest = std::min(name.find_first_not_of("-_. ", digits), name.size());
  return std::string(digits > 0 && rest > digits && rest < name.size() ? name.substr(rest) : name);
}

class Arranger {
 public:
  Arranger(const Listing& listing, const Asked& asked, const config::Limits& limits)
      : listing_(listing), limits_(limits), asked_(asked) {}

  void fill(Plan& plan) {
    read_texts();
    plan.order = order_ = settled_order();
    rank_series();
    sort_texts();
    by_ = settled_grouping();
    group(plan);
  }

 private:
  void read_texts() {
    std::map<std::string, std::size_t, std::less<>> in_folder;
    for (const std::string& path : listing_.texts)
      if (!is_paper(path) || opens_folder(path)) ++in_folder[std::string(folder_of(path))];
    struct Asking {
      const std::string& path;
      bool alone;
    };
    std::vector<Asking> askings;
    for (const std::string& path : listing_.texts) {
      const bool alone = in_folder[std::string(folder_of(path))] == 1;
      if (!is_paper(path) || (opens_folder(path) && !folder_of(path).empty() && !alone))
        askings.push_back({path, alone});
    }
    constexpr std::size_t kTextsAThread = 16;  // two milliseconds of reading
    for (Facts& facts : parallel_map(
             std::span(askings), jobs_worth(askings.size(), kTextsAThread, asked_.jobs),
             [&](const Asking& one) { return facts_of(listing_, one.path, one.alone, limits_); })) {
      if (facts.opens) open_folder(facts);
      if (!facts.opens || !facts.blank) texts_.push_back(std::move(facts));
    }
    for (const Facts& text : texts_)
      read_category(text.folder);
    common_ = texts_.empty() ? std::string() : texts_.front().folder;
    for (const Facts& text : texts_) {
      while (!common_.empty() && !(text.folder + "/").starts_with(common_ + "/"))
        common_ = std::string(folder_of(common_));
    }
  }

  void open_folder(const Facts& page) {
    Folder& folder = folders_[page.folder];
    if (folder.title.empty()) folder.title = page.title;
    if (page.weight) folder.place = page.weight->value;
  }

  /// Docusaurus' `_category_.json` or `.yml`, of the folder and those around it.
  void read_category(std::string_view path) {
    for (; !path.empty() && seen_.insert(std::string(path)).second; path = folder_of(path)) {
      for (const char* file : {"_category_.json", "_category_.yml", "_category_.yaml"}) {
        const auto text = listing_.read(joined(path, file));
        if (!text) continue;
        const auto read =
            markdown::read_yaml_value({*text, FileId()}, limits_, markdown::YamlTags::passed_over);
        const auto* value = std::get_if<markdown::Value>(&read);
        if (value && value->map()) place_folder(std::string(path), *value->map());
      }
    }
  }

  void place_folder(const std::string& path, const markdown::Fields& fields) {
    Folder& folder = folders_[path];
    has_categories_ = true;
    const markdown::Value* label = markdown::find(fields, "label");
    if (label && label->text()) folder.title = *label->text();
    const markdown::Value* position = markdown::find(fields, "position");
    if (!position || !position->text()) return;
    const std::string& text = *position->text();
    double place = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
    if (error == std::errc()) folder.place = place;
  }

  // --- the order -------------------------------------------------------------------------------

  template <class Has>
  bool half_have(Has has) const {
    const auto closed = [](const Facts& text) { return !text.opens; };
    const auto all = std::count_if(texts_.begin(), texts_.end(), closed);
    const auto some = std::count_if(texts_.begin(), texts_.end(),
                                    [&](const Facts& text) { return !text.opens && has(text); });
    return some > 0 && some * 2 >= all;
  }

  Order settled_order() const {
    if (asked_.order != Order::automatic && asked_.order != Order::list) return asked_.order;
    if (has_categories_ || half_have([](const Facts& t) { return t.weight.has_value(); }))
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
    Place out{!text.opens, kLast, kLast, natural_key(text.path)};
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
    if (order_ != Order::weight || has_categories_) return false;
    std::set<std::string> names;
    std::set<Weight> weights;
    std::size_t runs = 0;
    std::string last;
    bool again = false;
    for (const Facts& text : texts_) {
      if (text.opens) continue;
      if (!text.weight || text.category.empty() || text.folder != common_) return false;
      again = !weights.insert(*text.weight).second || again;
      names.insert(text.category);
      runs += std::exchange(last, text.category) == text.category ? 0 : 1;
    }
    return names.size() > 1 && (again || runs == names.size());
  }

  /// The places of a folder and those around it, from the outside in.
  std::vector<std::pair<double, std::string>> place_of_folder(std::string_view path) const {
    std::vector<std::pair<double, std::string>> out;
    for (; !path.empty(); path = folder_of(path)) {
      const auto folder = folders_.find(std::string(path));
      out.emplace_back(folder == folders_.end() ? kLast : folder->second.place, natural_key(path));
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  std::string title_of_folder(std::string_view path) const {
    std::string out;
    for (; path.size() > common_.size(); path = folder_of(path)) {
      const auto folder = folders_.find(std::string(path));
      const bool named = folder != folders_.end() && !folder->second.title.empty();
      const std::string title = named ? folder->second.title : unnumbered(name_of(path));
      out = out.empty() ? title : title + " · " + out;
    }
    return out;
  }

  void group(Plan& plan) const {
    const bool folders = by_ == By::folder;
    std::vector<std::string> names;  // in order of first appearance
    std::map<std::string, std::vector<const Facts*>> groups;
    for (const Facts& text : texts_) {
      std::vector<const Facts*>& group = groups[group_of(text)];
      if (group.empty()) names.push_back(group_of(text));
      group.push_back(&text);
    }
    std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
      if (a.empty() || b.empty()) return a.empty() && !b.empty();
      if (folders) return place_of_folder(a) < place_of_folder(b);
      return asked_.grouping == Grouping::year && a < b;
    });
    for (const std::string& name : names) {
      const bool divides = names.size() > 1 && !name.empty();
      if (divides)
        plan.parts.push_back({folders ? title_of_folder(name) : name, plan.members.size()});
      for (const Facts* text : groups.at(name))
        plan.members.push_back({text->path});
    }
  }

  const Listing& listing_;
  const config::Limits& limits_;
  const Asked asked_;
  Order order_ = Order::name;
  By by_ = By::nothing;
  std::vector<Facts> texts_;
  std::map<std::string, Folder> folders_;
  std::set<std::string> seen_;
  std::map<std::string, double> rank_;
  std::string common_;  // the folder that all texts lie in
  bool has_categories_ = false;
};

}  // namespace

void arrange(const Listing& listing, const Asked& asked, const config::Limits& limits, Plan& plan) {
  Arranger(listing, asked, limits).fill(plan);
}

}  // namespace keben::series
