#include "edition/code.h"

#include <algorithm>
#include <utility>

namespace keben::edition {
namespace {

/// The place of line `index` of a block's `count` lines: behind the fence, where it has one.
SourceSpan place_of_line(SourceSpan block, std::size_t index, std::size_t count) {
  if (!block.known()) return block;
  const bool fenced = block.last_line - block.first_line + 1 > count;
  const auto line = block.first_line + static_cast<std::uint32_t>(index) + (fenced ? 1 : 0);
  block.first_line = block.last_line = std::min(line, block.last_line);
  block.first_column = block.last_column = 1;
  return block;
}

}  // namespace

CodeText code_text(std::string text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  return {std::move(text), {{end, CodeKind::plain}}};
}

Code lines_of(std::string_view text, SourceSpan at) {
  Code out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.lines.push_back({code_text(std::string(text.substr(0, end))), std::nullopt});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (std::size_t i = 0; i < out.lines.size(); ++i)
    out.lines[i].at = place_of_line(at, i, out.lines.size());
  return out;
}

Code code_of(model::CodeBlock block, SourceSpan at) {
  Code out = lines_of(block.text, at);
  out.language = std::move(block.language);
  out.title = std::move(block.title);
  for (const model::MarkedLines& marked : block.marked)
    for (std::uint32_t line = marked.first; line <= marked.last; ++line)
      out.lines[line - 1].mark = marked.mark;
  return out;
}

}  // namespace keben::edition
