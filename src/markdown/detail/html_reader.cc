#include "markdown/detail/html_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "markdown/ascii.h"

namespace keben::markdown::detail {

HtmlReader::HtmlReader(HtmlAssembly& assembly, const config::Limits& limits, Diagnostics& log)
    : assembly_(assembly), limits_(limits), log_(log), html_("<body>") {
  html_ += assembly.html();
  tree_.reset(gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size()));
}

const GumboNode& HtmlReader::body() const {
  for (const GumboNode* child : children_of(*tree_->root)) {
    if (tag_of(*child) == GUMBO_TAG_BODY) return *child;
  }
  return *tree_->root;
}

SourceSpan HtmlReader::place_of(const GumboNode& node) const {
  constexpr std::size_t kBody = std::string_view("<body>").size();
  const std::size_t offset =
      is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
  return offset < kBody ? SourceSpan() : assembly_.place_of(offset - kBody);
}

model::Blocks HtmlReader::read_blocks() {
  model::Blocks out = blocks_of(children_of(body()));
  for (Held& held : assembly_.held()) {  // no rule of HTML loses an element; if one does, no text
    if (!held.taken && held.is_block) out.push_back(std::move(held.block));
  }
  return out;
}

model::Inlines HtmlReader::read_inlines() {
  model::Inlines out = inlines_of(children_of(body()));
  for (Held& held : assembly_.held()) {
    if (!held.taken && !held.is_block) out.push_back(std::move(held.inlined));
  }
  return out;
}

Held* HtmlReader::held_at(const GumboNode& node) const {
  if (tag_of(node) != GUMBO_TAG_UNKNOWN || !has_attribute(node, "i")) return nullptr;
  const std::string_view number = attribute(node, "i");
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  std::vector<Held>& held = assembly_.held();
  // Taken twice is impossible while gumbo clones only formatting elements; asked for all the same.
  return index < held.size() && !held[index].taken ? &held[index] : nullptr;
}

// --- Attributes --------------------------------------------------------------------------------

namespace {

/// The value of one property in a style attribute.
std::string_view style_property(const GumboNode& node, std::string_view name) {
  std::string_view style = attribute(node, "style");
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos &&
        same_ignoring_case(markdown::trimmed(declaration.substr(0, colon)), name))
      return markdown::trimmed(declaration.substr(colon + 1));
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return {};
}

model::SizeHint size_of(std::string_view text) {
  text = markdown::trimmed(text);
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return {};
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr float kPointsPerPixel = 0.75F;
  if (unit == "%") return model::share_of_measure(value);
  if (unit == "pt") return model::points_wide(value);
  if (unit.empty() || unit == "px") return model::points_wide(value * kPointsPerPixel);
  return {};
}

}  // namespace

model::Align align_of(const GumboNode& node) {
  const std::string_view by_style = style_property(node, "text-align");
  const std::string_view name = by_style.empty() ? attribute(node, "align") : by_style;
  if (same_ignoring_case(name, "center") || same_ignoring_case(name, "middle"))
    return model::Align::center;
  if (same_ignoring_case(name, "right") || same_ignoring_case(name, "end"))
    return model::Align::right;
  if (same_ignoring_case(name, "left") || same_ignoring_case(name, "start"))
    return model::Align::left;
  return model::Align::none;
}

model::SizeHint width_of(const GumboNode& node) {
  const std::string_view by_style = style_property(node, "width");
  return size_of(by_style.empty() ? attribute(node, "width") : by_style);
}

}  // namespace keben::markdown::detail
