// One thin wall around gumbo, the HTML5 parser.
#pragma once

#include <gumbo.h>

#include <memory>
#include <span>
#include <string_view>

namespace keben::markdown::detail {

struct FreeGumbo {
  void operator()(GumboOutput* output) const noexcept {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};
using GumboTree = std::unique_ptr<GumboOutput, FreeGumbo>;

/// The children of an element, a document, or nothing where the node holds none.
inline std::span<GumboNode* const> children_of(const GumboNode& node) {
  const bool element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  if (!element) return {};
  const GumboVector& children = node.v.element.children;
  return {reinterpret_cast<GumboNode* const*>(children.data), children.length};
}

inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT;
}
/// One of gumbo's 150 tags, as a number: a switch over it names the few that matter.
using Tag = unsigned;
inline Tag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_LAST;
}

/// An attribute's value with its entities read; empty where it is absent.
inline std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}
inline bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

}  // namespace keben::markdown::detail
