// The opening lines of our own blocks, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::markdown::detail {

/// What an opening line says. Three forms are met behind colons: `note[标题]{attrs}` (directives),
/// `tip 标题` (VuePress, Docusaurus), `{.note}` (pandoc).
struct ContainerHead {
  std::string name;  // `note`; empty where only attributes stand
  std::string title;
  std::string attributes;  // between the braces, as written
  bool operator==(const ContainerHead&) const = default;
};

/// Nothing where the line is no opener, such as `::: — :::`.
std::optional<ContainerHead> read_container_head(std::string_view behind_colons);

/// `::github{repo="a/b"}`, `::card[标题]{url=…}`: a name, and brackets or braces, and no more.
std::optional<ContainerHead> read_leaf_head(std::string_view line);

/// Zenn's `@[card](https://…)`; what the parentheses hold becomes the attribute `url`.
std::optional<ContainerHead> read_card_head(std::string_view line);

/// MkDocs' `!!! note "标题"` and `???+ note`; the latter's name is `details` where it has a title
/// and its own where not.
std::optional<ContainerHead> read_indented_head(std::string_view line);

/// `=== "标签"`.
std::optional<ContainerHead> read_tab_head(std::string_view line);

/// How many marks a heading without a space behind them has: `##标题` 2, `#标签` 0.
int loose_heading_level(std::string_view line);

}  // namespace keben::markdown::detail
