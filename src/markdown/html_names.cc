#include "markdown/html_names.h"

#include <algorithm>
#include <array>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

struct Name {
  std::string_view name;
  HtmlRole role;
};

// clang-format off
// Sorted by name, for the binary search below.
constexpr Name kNames[] = {
    {"a", HtmlRole::element},          {"abbr", HtmlRole::element},
    {"acronym", HtmlRole::element},    {"address", HtmlRole::element},
    {"area", HtmlRole::bare},          {"article", HtmlRole::element},
    {"aside", HtmlRole::element},      {"audio", HtmlRole::element},
    {"b", HtmlRole::element},          {"base", HtmlRole::bare},
    {"bdi", HtmlRole::element},        {"bdo", HtmlRole::element},
    {"big", HtmlRole::element},        {"blockquote", HtmlRole::element},
    {"body", HtmlRole::bare},          {"br", HtmlRole::element},
    {"button", HtmlRole::bare},        {"canvas", HtmlRole::bare},
    {"caption", HtmlRole::element},    {"center", HtmlRole::element},
    {"cite", HtmlRole::element},       {"code", HtmlRole::element},
    {"col", HtmlRole::element},        {"colgroup", HtmlRole::element},
    {"data", HtmlRole::element},       {"datalist", HtmlRole::bare},
    {"dd", HtmlRole::element},         {"del", HtmlRole::element},
    {"details", HtmlRole::element},    {"dfn", HtmlRole::element},
    {"dialog", HtmlRole::bare},        {"div", HtmlRole::element},
    {"dl", HtmlRole::element},         {"dt", HtmlRole::element},
    {"em", HtmlRole::element},         {"embed", HtmlRole::element},
    {"fieldset", HtmlRole::bare},      {"figcaption", HtmlRole::element},
    {"figure", HtmlRole::element},     {"font", HtmlRole::element},
    {"footer", HtmlRole::element},     {"form", HtmlRole::bare},
    {"frame", HtmlRole::bare},         {"frameset", HtmlRole::bare},
    {"h1", HtmlRole::element},         {"h2", HtmlRole::element},
    {"h3", HtmlRole::element},         {"h4", HtmlRole::element},
    {"h5", HtmlRole::element},         {"h6", HtmlRole::element},
    {"head", HtmlRole::bare},          {"header", HtmlRole::element},
    {"hgroup", HtmlRole::element},     {"hr", HtmlRole::element},
    {"html", HtmlRole::bare},          {"i", HtmlRole::element},
    {"iframe", HtmlRole::frame},       {"img", HtmlRole::element},
    {"input", HtmlRole::bare},         {"ins", HtmlRole::element},
    {"kbd", HtmlRole::element},        {"label", HtmlRole::bare},
    {"legend", HtmlRole::bare},        {"li", HtmlRole::element},
    {"link", HtmlRole::bare},          {"listing", HtmlRole::bare},
    {"main", HtmlRole::element},       {"map", HtmlRole::bare},
    {"mark", HtmlRole::element},       {"marquee", HtmlRole::bare},
    {"math", HtmlRole::gone},          {"menu", HtmlRole::element},
    {"meta", HtmlRole::bare},          {"meter", HtmlRole::bare},
    {"nav", HtmlRole::element},        {"nobr", HtmlRole::bare},
    {"noscript", HtmlRole::bare},      {"object", HtmlRole::element},
    {"ol", HtmlRole::element},         {"optgroup", HtmlRole::bare},
    {"option", HtmlRole::bare},        {"output", HtmlRole::bare},
    {"p", HtmlRole::element},          {"param", HtmlRole::bare},
    {"picture", HtmlRole::element},    {"plaintext", HtmlRole::bare},
    {"pre", HtmlRole::element},        {"progress", HtmlRole::bare},
    {"q", HtmlRole::element},          {"rb", HtmlRole::element},
    {"rp", HtmlRole::element},         {"rt", HtmlRole::element},
    {"rtc", HtmlRole::element},        {"ruby", HtmlRole::element},
    {"s", HtmlRole::element},          {"samp", HtmlRole::element},
    {"script", HtmlRole::gone},        {"section", HtmlRole::element},
    {"select", HtmlRole::bare},        {"slot", HtmlRole::bare},
    {"small", HtmlRole::element},      {"source", HtmlRole::element},
    {"span", HtmlRole::element},       {"strike", HtmlRole::element},
    {"strong", HtmlRole::element},     {"style", HtmlRole::gone},
    {"sub", HtmlRole::element},        {"summary", HtmlRole::element},
    {"sup", HtmlRole::element},        {"svg", HtmlRole::gone},
    {"table", HtmlRole::element},      {"tbody", HtmlRole::element},
    {"td", HtmlRole::element},         {"template", HtmlRole::bare},
    {"textarea", HtmlRole::bare},      {"tfoot", HtmlRole::element},
    {"th", HtmlRole::element},         {"thead", HtmlRole::element},
    {"time", HtmlRole::element},       {"title", HtmlRole::bare},
    {"tr", HtmlRole::element},         {"track", HtmlRole::bare},
    {"tt", HtmlRole::element},         {"u", HtmlRole::element},
    {"ul", HtmlRole::element},         {"var", HtmlRole::element},
    {"video", HtmlRole::element},      {"wbr", HtmlRole::element},
    {"xmp", HtmlRole::bare},
};
// clang-format on

constexpr auto kByName = [](const Name& a, const Name& b) { return a.name < b.name; };
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames), kByName));

/// Components of documentation sites, whose tags are scaffolding around their author's text.
constexpr std::array<std::string_view, 10> kComponents = {
    "Tabs",      "TabItem", "Tab",        "Listing", "Card",
    "CardGroup", "Steps",   "ClientOnly", "Badge",   "Aside"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view each) { return same_ignoring_case(each, name); });
}

}  // namespace

HtmlRole role_of(std::string_view name) {
  if (std::find(kComponents.begin(), kComponents.end(), name) != kComponents.end())
    return HtmlRole::bare;
  const std::string key = lowered(name);
  const auto* found =
      std::lower_bound(std::begin(kNames), std::end(kNames), Name{key, HtmlRole::text}, kByName);
  return found != std::end(kNames) && found->name == key ? found->role : HtmlRole::text;
}

bool is_void(std::string_view name) {
  return is_one_of<14>(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                              "meta", "param", "source", "track", "wbr"});
}

bool may_stay_open(std::string_view name) {
  return is_one_of<16>(name, {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
                              "colgroup", "caption", "rt", "rp", "rb", "rtc"});
}

}  // namespace keben::markdown
