// From keben.yaml's `contents` to members and parts.
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "series/arrange.h"
#include "series/list.h"
#include "series/paths.h"
#include "series/project.h"

namespace keben::series {
namespace {

bool is_pattern(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

class ContentsPlanner {
 public:
  ContentsPlanner(const Listing& listing, const Project& project, const config::Limits& limits,
                  Diagnostics& log)
      : listing_(listing),
        project_(project),
        limits_(limits),
        log_(log),
        texts_(listing.texts.begin(), listing.texts.end()) {
    for (std::string& list : lists_among_texts(listing, limits))
      lists_.insert(std::move(list));
  }

  Plan run() {
    for (const ContentsPart& part : project_.contents) {
      for (const ContentsFile& file : part.files)
        if (!is_pattern(file.pattern)) named_.insert(joined({}, file.pattern));
    }
    for (const ContentsPart& part : project_.contents) {
      const std::string last = plan_.parts.empty() ? "" : plan_.parts.back().title;
      if (part.title != last) plan_.parts.push_back({part.title, plan_.members.size()});
      for (const ContentsFile& file : part.files)
        is_pattern(file.pattern) ? add_found(file, part.sort) : add_named(file);
    }
    for (const std::string& text : texts_) {
      using Why = LeftOut::Why;
      if (taken_.count(text) > 0) continue;
      plan_.left_out.push_back(
          {text, lists_.count(text) > 0 ? Why::list : Why::unlisted, "keben.yaml"});
    }
    plan_.order = Order::list;
    return std::move(plan_);
  }

 private:
  void add_named(const ContentsFile& file) {
    const std::string path = joined({}, file.pattern);
    if (texts_.count(path) == 0) {
      missing(file);
    } else if (!taken_.insert(path).second) {
      log_.note("member-twice", file.at,
                {"重复列出，以先出现的为准：" + file.pattern,
                 "listed twice, the first place counts: " + file.pattern});
    } else {
      plan_.members.push_back({path, file.title, !file.title.empty()});
    }
  }

  /// What a pattern finds, put in order by itself; what is named elsewhere stands there. Drafts are
  /// only taken by their names.
  void add_found(const ContentsFile& file, Order sort) {
    Listing found = listing_;
    found.texts.clear();
    bool any = false;
    for (const std::string& text : texts_) {
      if (!fits(text, file.pattern)) continue;
      any = true;
      if (named_.count(text) + taken_.count(text) + lists_.count(text) == 0)
        found.texts.push_back(text);
    }
    if (!any) return missing(file);
    Plan sorted;
    arrange(found, {sort, Grouping::none}, limits_, sorted);
    for (Member& member : sorted.members) {
      taken_.insert(member.path);
      plan_.members.push_back(std::move(member));
    }
    for (LeftOut& left : sorted.left_out) {
      taken_.insert(left.path);
      plan_.left_out.push_back(std::move(left));
    }
  }

  void missing(const ContentsFile& file) {
    log_.warn("member-missing", file.at,
              {"没有这个文件：" + file.pattern, "no such file: " + file.pattern},
              {"改正路径，或从列表中删去", "correct the path, or take it off the list"});
  }

  const Listing& listing_;
  const Project& project_;
  const config::Limits& limits_;
  Diagnostics& log_;
  const std::set<std::string> texts_;
  std::set<std::string> lists_;  // of these, what is a list itself
  std::set<std::string> named_;
  std::set<std::string> taken_;
  Plan plan_;
};

}  // namespace

// A star that fails goes back to the last star only, which is enough: an earlier one could do no
// more with what is left. `**` may be gone back to from behind any `*`.
bool fits(std::string_view path, std::string_view pattern) {
  struct Star {
    std::size_t pattern = std::string_view::npos;  // behind the star
    std::size_t path = 0;                          // where it ends so far
  };
  Star one;
  Star two;
  std::size_t p = 0;
  std::size_t at = 0;
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (at < path.size() || p < pattern.size()) {
    if (pattern.substr(p).starts_with("**")) {
      p += pattern.substr(p).starts_with("**/") ? 3 : 2;
      two = {p, at};
      one = {};
    } else if (p < pattern.size() && pattern[p] == '*') {
      one = {++p, at};
    } else if (at < path.size() && p < pattern.size() &&
               (pattern[p] == path[at] || (pattern[p] == '?' && path[at] != '/'))) {
      ++p, ++at;
    } else if (one.pattern != std::string_view::npos && one.path < path.size() &&
               path[one.path] != '/') {
      p = one.pattern;
      at = ++one.path;
    } else if (two.pattern != std::string_view::npos && two.path < path.size()) {
      p = two.pattern;
      at = ++two.path;
      one = {};
    } else {
      return false;
    }
  }
  return true;
}

Plan plan_contents(const Listing& listing, const Project& project, const config::Limits& limits,
                   Diagnostics& log) {
  return ContentsPlanner(listing, project, limits, log).run();
}

}  // namespace keben::series
