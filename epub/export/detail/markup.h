// A reader of our own markup: tags and attributes, in order, with their faults.
//
// No general XML parser: no DTD, no entities but XML's five, no CDATA; what we write has none, and
// to meet one here is a fault. Linear, without copies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keben::epub {

/// An opening (or empty) tag; names and values are as written, entities and all.
struct Tag {
  std::string_view name;
  struct Attribute {
    std::string_view name, value;
  };
  std::vector<Attribute> attributes;

  /// The value of an attribute, or an empty one.
  std::string_view value_of(std::string_view attribute) const;
};

/// Calls `on_tag` for each tag that opens. Returns what is not well formed, or nothing.
std::optional<std::string> read_markup(std::string_view xml,
                                       const std::function<void(const Tag&)>& on_tag);

/// `&amp;` and the other four undone, as needed for comparing references.
std::string without_entities(std::string_view value);

}  // namespace keben::epub
