// Code as lines of spans: what colour it gets is decided once, for both books.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_map.h"
#include "model/block.h"

namespace keben::edition {

/// What a piece of code is.
enum class CodeKind : std::uint8_t { plain };

/// Text up to byte `end` (from the span before) is of that kind.
struct CodeSpan {
  std::uint32_t end = 0;
  CodeKind kind = CodeKind::plain;
  bool operator==(const CodeSpan&) const = default;
};

struct CodeText {
  std::string text;
  std::vector<CodeSpan> spans;  // to the text's end
  bool operator==(const CodeText&) const = default;
};

struct CodeLine {
  CodeText code;                                 // without its end
  std::optional<model::MarkedLines::Mark> mark;  // picked out by the author
  SourceSpan at = {};
  bool operator==(const CodeLine&) const = default;
};

struct Code {
  std::string language;  // first word of the fence's line, or empty
  std::string title;
  std::vector<CodeLine> lines;
  bool operator==(const Code&) const = default;
};

/// Code in a line.
CodeText code_text(std::string text);
/// A block's, in lines with the marks that its author set; `at` is the block's own place.
Code code_of(model::CodeBlock block, SourceSpan at);
/// Lines of a text without its ends, for what is no code but is shown as it is.
Code lines_of(std::string_view text, SourceSpan at);

}  // namespace keben::edition
