// A folder of texts as a value: paths and what lies there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "series/paths.h"
#include "series/plan.h"

namespace keben::test {

using Tree = std::map<std::string, std::string>;
using Lines = std::vector<std::string>;

inline series::Listing listing_of(const Tree& tree) {
  series::Listing out{.name = "posts"};
  for (const auto& [path, text] : tree)
    if (series::is_markdown(path)) out.texts.push_back(path);
  out.read = [tree](const std::string& path) -> std::optional<std::string> {
    const auto found = tree.find(path);
    return found == tree.end() ? std::nullopt : std::optional(found->second);
  };
  return out;
}

/// A plan, with the messages that it cost: "warning member-missing 3" with the line.
struct Planned {
  series::Plan plan;
  Lines messages;

  /// What is left out, and why: "draft a.md".
  Lines left_out() const {
    constexpr const char* kWhy[] = {"unlisted", "list",   "paper", "draft",
                                    "wordless", "hidden", "link",  "no-file"};
    Lines out;
    for (const series::LeftOut& file : plan.left_out)
      out.push_back(std::string(kWhy[static_cast<std::size_t>(file.why)]) + " " + file.path);
    return out;
  }

  /// Parts in brackets, members by path.
  Lines lines() const {
    Lines out;
    std::size_t part = 0;
    for (std::size_t i = 0; i < plan.members.size(); ++i) {
      for (; part < plan.parts.size() && plan.parts[part].first == i; ++part)
        out.push_back("[" + plan.parts[part].title + "]");
      out.push_back(plan.members[i].path);
    }
    return out;
  }
};

inline Planned planned(const Tree& tree, series::Asked asked = {}) {
  SourceMap sources;
  Diagnostics log;
  Planned out{series::plan_collection(listing_of(tree), asked, config::Limits(), sources, log), {}};
  for (const Diagnostic& one : log.all())
    out.messages.push_back((one.severity == Severity::warning ? "warning " : "note ") + one.code +
                           (one.at.known() ? " " + std::to_string(one.at.first_line) : ""));
  return out;
}

}  // namespace keben::test
