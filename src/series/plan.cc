#include "series/plan.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "series/arrange.h"
#include "series/list.h"
#include "series/paths.h"
#include "series/unlisted.h"

namespace keben::series {
namespace {

/// From a list to members: each entry's file found, once.
class Follower {
 public:
  Follower(const Listing& listing, const List& list, Diagnostics& log)
      : listing_(listing),
        list_(list),
        log_(log),
        texts_(listing.texts.begin(), listing.texts.end()) {}

  void fill(Plan& plan) {
    for (const Listed& entry : list_.entries)
      follow(entry, plan);
    if (!plan.members.empty()) tell_of_unlisted(listing_, taken_, list_.file, log_);
  }

 private:
  void follow(const Listed& entry, Plan& plan) {
    if (is_web_address(entry.target)) return;
    if (entry.target.empty()) {
      log_.note("member-unwritten", entry.at,
                {"只有标题，没有文件：" + entry.title, "a title without a file: " + entry.title});
      return;
    }
    const std::size_t hash = entry.target.find('#');
    const std::optional<std::string> path = file_of(entry.target.substr(0, hash));
    if (!path) {
      log_.warn("member-missing", entry.at,
                {"没有这个文件：" + entry.target, "no such file: " + entry.target},
                {"改正路径，或从列表中删去", "correct the path, or take it off the list"});
    } else if (taken_.insert(*path).second) {
      const std::string& last = plan.parts.empty() ? kNone : plan.parts.back().title;
      if (entry.part != last) plan.parts.push_back({entry.part, plan.members.size()});
      plan.members.push_back({*path, entry.title});
    } else if (hash == std::string::npos) {
      log_.note("member-twice", entry.at,
                {"重复列出，以先出现的为准：" + entry.target,
                 "listed twice, the first place counts: " + entry.target});
    }
  }

  /// As the tools find it: by path, percent-encoded or not, without its suffix, or a folder's page.
  std::optional<std::string> file_of(const std::string& target) const {
    for (const std::string& name : {target, percent_decoded(target)}) {
      const std::string path = joined(list_.base, name);
      for (const std::string_view end :
           {"", ".md", "/README.md", "/index.md", "/_index.md", ".mdx", ".markdown"}) {
        if (path.empty() && !end.starts_with('/')) continue;  // the list's own folder
        const std::string file =
            path.empty() ? std::string(end.substr(1)) : path + std::string(end);
        if (texts_.count(file) > 0) return file;
      }
    }
    return std::nullopt;
  }

  inline static const std::string kNone;

  const Listing& listing_;
  const List& list_;
  Diagnostics& log_;
  const std::set<std::string> texts_;
  std::set<std::string> taken_;
};

}  // namespace

Plan plan_collection(const Listing& listing, const Asked& asked, const config::Limits& limits,
                     SourceMap& sources, Diagnostics& log) {
  Plan plan;
  if (asked.order == Order::automatic || asked.order == Order::list) {
    if (const std::optional<List> list = find_list(listing, limits, sources, log)) {
      Follower(listing, *list, log).fill(plan);
      plan.title = list->title;
      plan.authors = list->authors;
      plan.language = list->language;
      plan.order = Order::list;
      if (!plan.members.empty()) return plan;
    }
  }
  if (asked.order == Order::list)
    log.warn(
        "order-without-list", {},
        {listing.name + " 中没有可用的目录文件", listing.name + " has no list that can be used"},
        {"写一个 SUMMARY.md，或用 --order 另指顺序",
         "write a SUMMARY.md, or name another order with --order"});
  arrange(listing, asked, limits, plan);
  return plan;
}

}  // namespace keben::series
