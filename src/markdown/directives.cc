#include "markdown/directives.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "markdown/embeds.h"

namespace keben::markdown {
namespace {

using model::Admonition;
using model::Align;
using model::Block;
using model::Blocks;
using Kind = Admonition::Kind;

struct Named {
  std::string_view name;
  Kind kind;
};

constexpr std::array<Named, 39> kKinds = {{
    {"note", Kind::note},
    {"notes", Kind::note},
    {"注", Kind::note},
    {"tip", Kind::tip},
    {"hint", Kind::tip},
    {"提示", Kind::tip},
    {"info", Kind::info},
    {"information", Kind::info},
    {"message", Kind::info},
    {"abstract", Kind::info},
    {"summary", Kind::info},
    {"tldr", Kind::info},
    {"todo", Kind::info},
    {"example", Kind::info},
    {"question", Kind::info},
    {"help", Kind::info},
    {"faq", Kind::info},
    {"说明", Kind::info},
    {"important", Kind::important},
    {"重要", Kind::important},
    {"warning", Kind::warning},
    {"warn", Kind::warning},
    {"alert", Kind::warning},
    {"attention", Kind::warning},
    {"警告", Kind::warning},
    {"注意", Kind::warning},
    {"caution", Kind::caution},
    {"danger", Kind::caution},
    {"error", Kind::caution},
    {"failure", Kind::caution},
    {"fail", Kind::caution},
    {"missing", Kind::caution},
    {"bug", Kind::caution},
    {"危险", Kind::caution},
    {"success", Kind::success},
    {"check", Kind::success},
    {"done", Kind::success},
    {"quote", Kind::quote},
    {"cite", Kind::quote},
}};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view each) { return same_ignoring_case(each, name); });
}

bool folds(std::string_view name) {
  return is_one_of<5>(name, {"details", "collapse", "spoiler", "fold", "toggle"});
}
bool groups(std::string_view name) {
  return is_one_of<4>(name, {"code-group", "code-tabs", "tabs", "tab-group"});
}

std::optional<Align> alignment(std::string_view name) {
  if (is_one_of<3>(name, {"center", "align-center", "text-center"})) return Align::center;
  if (is_one_of<3>(name, {"right", "align-right", "text-right"})) return Align::right;
  if (is_one_of<3>(name, {"left", "align-left", "text-left"})) return Align::left;
  return std::nullopt;
}

/// VuePress writes `@tab 标签` on a line of its own; nothing where the block is no such line.
std::optional<std::string> tab_line(const Block& block) {
  constexpr std::string_view kMark = "@tab";
  const auto* paragraph = std::get_if<model::Paragraph>(&block.is);
  if (!paragraph) return std::nullopt;
  const std::string text = model::plain_text(paragraph->content);
  if (!text.starts_with(kMark)) return std::nullopt;
  std::string_view rest = std::string_view(text).substr(kMark.size());
  if (rest.starts_with(":active")) rest.remove_prefix(std::string_view(":active").size());
  if (!rest.starts_with(' ')) return std::nullopt;
  rest = rest.substr(0, rest.rfind('#'));  // an id for the script
  return std::string(trimmed(rest));
}

/// Each box named `tab`, each `@tab` line and, where there are neither, each code block begins an
/// alternative; a code block's title is read from its info string later. What stands between them
/// goes with the one before.
model::Tabs tabs_from(Blocks children) {
  const auto is_tab_box = [](const Block& block) {
    const auto* box = std::get_if<Admonition>(&block.is);
    return box &&
           (same_ignoring_case(box->name, "tab") || same_ignoring_case(box->name, "tab-item"));
  };
  const bool named = std::any_of(children.begin(), children.end(), [&](const Block& block) {
    return is_tab_box(block) || tab_line(block);
  });
  model::Tabs tabs;
  for (Block& child : children) {
    if (is_tab_box(child)) {
      auto& box = std::get<Admonition>(child.is);
      tabs.tabs.push_back({std::move(box.title), std::move(box.children)});
      continue;
    }
    if (const auto title = tab_line(child)) {
      tabs.tabs.push_back({{{child.at, model::Text{*title}}}, {}});
      continue;
    }
    if (tabs.tabs.empty() || (!named && std::holds_alternative<model::CodeBlock>(child.is)))
      tabs.tabs.emplace_back();
    tabs.tabs.back().children.push_back(std::move(child));
  }
  return tabs;
}

/// Zenn writes `:::message alert`: the title is the kind.
Admonition admonition_from(Directive directive, Blocks children) {
  Kind kind = admonition_kind(directive.name);
  if (same_ignoring_case(directive.name, "message") &&
      same_ignoring_case(model::plain_text(directive.title), "alert")) {
    kind = Kind::warning;
    directive.title.clear();
  }
  return {kind, std::string(directive.name), std::move(directive.title), std::move(children)};
}

}  // namespace

Kind admonition_kind(std::string_view name) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Named& each) {
    return same_ignoring_case(each.name, name);
  });
  return found == kKinds.end() ? Kind::other : found->kind;
}

Block block_from(Directive directive, Blocks children, SourceSpan at) {
  const Attributes attributes = parse_attributes(directive.attributes);
  const bool unnamed = directive.name.empty();  // pandoc: `::: {.note}`
  if (unnamed && !attributes.classes.empty()) directive.name = attributes.classes.front();
  if (directive.title.empty()) {
    if (const std::string* title = attributes.find("title"))
      directive.title.push_back({directive.at, model::Text{*title}});
  }
  if (folds(directive.name))
    return {at, model::Details{std::move(directive.title), std::move(children)}};
  if (groups(directive.name)) return {at, tabs_from(std::move(children))};
  const std::optional<Align> align = alignment(directive.name);
  const bool plain_box = unnamed && admonition_kind(directive.name) == Kind::other;
  if (align || plain_box)
    return {at, model::Division{align.value_or(Align::none), std::move(children)}};
  return {at, admonition_from(std::move(directive), std::move(children))};
}

Block card_from(Directive directive, std::string line, Diagnostics& log) {
  const std::string address = embed_address(directive.name, parse_attributes(directive.attributes));
  if (!address.empty())
    return {directive.at, model::LinkCard{{{}, address, {}}, model::plain_text(directive.title)}};
  log.warn("directive-unknown", directive.at,
           {"不认识 `::" + std::string(directive.name) + "`，按原文保留",
            "`::" + std::string(directive.name) + "` is not known; it stays as text"});
  return {directive.at, model::Paragraph{{{directive.at, model::Text{std::move(line)}}}}};
}

}  // namespace keben::markdown
