// What passes need that take a text apart: where a part comes from, and parts made one again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/source_map.h"
#include "base/utf8.h"
#include "model/inline.h"

namespace keben::markdown {

/// The stretch of `whole`, a text's place, that bytes [first, end) of the text cover; exact where
/// the text stands on one line and holds no escapes.
inline SourceSpan part_of(SourceSpan whole, std::string_view text, std::size_t first,
                          std::size_t end) {
  if (!whole.known() || whole.first_line != whole.last_line) return whole;
  const std::size_t before = whole.first_column + utf8::count(text.substr(0, first));
  const std::size_t width = utf8::count(text.substr(first, end - first));
  whole.first_column = static_cast<std::uint16_t>(std::min<std::size_t>(before, 65'535));
  whole.last_column = static_cast<std::uint16_t>(std::min<std::size_t>(before + width - 1, 65'535));
  return whole;
}

/// Appends a node; a text to a text makes one.
inline void append_joined(model::Inlines& out, model::Inline node) {
  auto* before = out.empty() ? nullptr : std::get_if<model::Text>(&out.back().is);
  const auto* text = std::get_if<model::Text>(&node.is);
  if (!before || !text) {
    out.push_back(std::move(node));
    return;
  }
  before->text += text->text;
  out.back().at.last_line = node.at.last_line;
  out.back().at.last_column = node.at.last_column;
}

}  // namespace keben::markdown
