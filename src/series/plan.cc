#include "series/plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "series/admission.h"
#include "series/arrange.h"
#include "series/facts.h"
#include "series/list.h"

namespace keben::series {
namespace {

using Why = LeftOut::Why;

/// From a list to members: each entry's file found, once.
class Follower {
 public:
  Follower(const Listing& listing, const List& list, Diagnostics& log)
      : listing_(listing), list_(list), log_(log), texts_(listing) {}

  /// Whether the list names any text of the folder.
  bool fill(const Asked& asked, const config::Limits& limits, Plan& plan) {
    find_texts();
    find_drafts(asked, limits);
    std::string part;
    for (const Found& one : found_) {
      if (drafts_.count(one.path) > 0) continue;
      if (one.entry->part != part) plan.parts.push_back({one.entry->part, plan.members.size()});
      part = one.entry->part;
      plan.members.push_back({one.path, one.entry->title});
    }
    if (found_.empty()) return false;
    for (const std::string& text : listing_.texts)
      if (taken_.count(text) == 0)
        plan.left_out.push_back({text, text == list_.file ? Why::list : Why::unlisted, list_.file});
    for (const auto& [path, mark] : drafts_)
      plan.left_out.push_back({path, Why::draft, mark});
    return true;
  }

 private:
  struct Found {
    std::string path;
    const Listed* entry;
  };

  void find_texts() {
    for (const Listed& entry : list_.entries)
      if (!is_web_address(entry.target)) find_text(entry);
  }

  void find_text(const Listed& entry) {
    if (entry.target.empty()) {
      log_.note("member-unwritten", entry.at,
                {"只有标题，没有文件：" + entry.title, "a title without a file: " + entry.title});
      return;
    }
    const std::optional<std::string> path = texts_.find(list_, entry.target);
    if (!path) {
      log_.warn("member-missing", entry.at,
                {"没有这个文件：" + entry.target, "no such file: " + entry.target},
                {"改正路径，或从列表中删去", "correct the path, or take it off the list"});
    } else if (taken_.insert(*path).second) {
      found_.push_back({*path, &entry});
    } else if (entry.target.find('#') == std::string::npos) {
      log_.note("member-twice", entry.at,
                {"重复列出，以先出现的为准：" + entry.target,
                 "listed twice, the first place counts: " + entry.target});
    }
  }

  void find_drafts(const Asked& asked, const config::Limits& limits) {
    std::vector<std::string> paths;
    for (const Found& one : found_)
      paths.push_back(one.path);
    for (Facts& text : facts_of(listing_, paths, asked.jobs, limits))
      if (!text.draft.empty()) drafts_.emplace(std::move(text.path), std::move(text.draft));
  }

  const Listing& listing_;
  const List& list_;
  Diagnostics& log_;
  const ListedTexts texts_;
  std::vector<Found> found_;
  std::set<std::string> taken_;
  std::map<std::string, std::string> drafts_;  // with the words that say so
};

/// The folder without the texts that are lists, which are told.
Listing without_lists(const Listing& listing, const config::Limits& limits, Plan& plan) {
  Listing out = listing;
  for (const std::string& list : lists_among_texts(listing, limits)) {
    std::erase(out.texts, list);
    plan.left_out.push_back({list, Why::list});
  }
  return out;
}

}  // namespace

Plan plan_collection(const Listing& listing, const Asked& asked, const config::Limits& limits,
                     SourceMap& sources, Diagnostics& log) {
  Plan plan;
  if (asked.order == Order::automatic || asked.order == Order::list) {
    const std::optional<List> list = find_list(listing, limits, sources, log);
    if (list) {
      plan.title = list->title;
      plan.authors = list->authors;
      plan.language = list->language;
      plan.order = Order::list;
      if (Follower(listing, *list, log).fill(asked, limits, plan)) return plan;
    }
  }
  if (asked.order == Order::list)
    log.warn(
        "order-without-list", {},
        {listing.name + " 中没有可用的目录文件", listing.name + " has no list that can be used"},
        {"写一个 SUMMARY.md，或用 --order 另指顺序",
         "write a SUMMARY.md, or name another order with --order"});
  arrange(without_lists(listing, limits, plan), asked, limits, plan);
  return plan;
}

Plan plan_each(const Listing& listing, const std::function<bool(const std::string&)>& wanted,
               const Asked& asked, const config::Limits& limits) {
  Plan plan;
  std::vector<std::string> texts;
  for (const std::string& text : without_lists(listing, limits, plan).texts)
    if (wanted(text)) {
      texts.push_back(text);
    } else {
      plan.members.push_back({text});
    }
  Admitted admitted = admit(listing, texts, asked.jobs, limits);
  for (Facts& text : admitted.texts)
    plan.members.push_back({std::move(text.path)});
  for (LeftOut& file : admitted.left_out)
    plan.left_out.push_back(std::move(file));
  std::sort(plan.members.begin(), plan.members.end(),
            [](const Member& a, const Member& b) { return a.path < b.path; });
  return plan;
}

}  // namespace keben::series
