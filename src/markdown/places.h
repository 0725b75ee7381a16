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

/// The places of a text's parts, asked for from front to back: exact where the text stands on one
/// line and holds no entities.
class Places {
 public:
  /// `text`, at `whole`, outlives this.
  Places(SourceSpan whole, std::string_view text) : whole_(whole), text_(text) {}

  /// Where bytes [first, end) come from; `first` is not before that of the last call.
  SourceSpan part(std::size_t first, std::size_t end) {
    if (!whole_.known() || whole_.first_line != whole_.last_line) return whole_;
    before_ += utf8::count(text_.substr(counted_, first - counted_));
    counted_ = first;
    const std::size_t column = whole_.first_column + before_;
    const std::size_t width = utf8::count(text_.substr(first, end - first));
    SourceSpan at = whole_;
    at.first_column = static_cast<std::uint16_t>(std::min<std::size_t>(column, 65'535));
    at.last_column = static_cast<std::uint16_t>(
        std::min<std::size_t>(column + std::max<std::size_t>(width, 1) - 1, 65'535));
    return at;
  }

 private:
  SourceSpan whole_;
  std::string_view text_;
  std::size_t counted_ = 0;  // bytes
  std::size_t before_ = 0;   // code points in them
};

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
