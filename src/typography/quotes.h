// Which quotation mark is meant: “ ” ‘ ’ serve Chinese and Western text alike, and authors type "
// and '.
//
// Unicode gives both uses one code point, so the text around a mark must tell (CLREQ #id88;
// typesetting.md 1.2). A Chinese mark is an em wide and never apart from what it encloses; a
// Western one belongs to its word; an apostrophe is a letter. Both books ask here: the PDF for face
// and breaks, the EPUB to write the mark that a typed " stood for.
//
//   他说"走"，he said “go”, don't.      Chinese pair (typed), Western pair, apostrophe
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace keben::typography {

struct Quote {
  enum class Kind : std::uint8_t { chinese, western, apostrophe };
  std::uint32_t at = 0;  // index of its code point
  char32_t mark = 0;     // the mark meant: U+2018, 2019, 201C or 201D
  Kind kind = Kind::western;
  bool opening = false;
  bool operator==(const Quote&) const = default;
};

struct ResolvedQuotes {
  std::vector<Quote>
      quotes;             // ascending; a straight mark that could not be paired is not among them
  bool unpaired = false;  // a straight " was left over and stays as typed
};

/// Resolves one paragraph, in linear time.
///
/// @param text     the paragraph's code points, its inlines run together
/// @param literal  as long as `text`: non-zero where a mark stands for itself (code, addresses,
/// formulas); may be empty
ResolvedQuotes resolve_quotes(std::u32string_view text, std::span<const std::uint8_t> literal,
                              model::Convention convention);

/// Whether resolve_quotes would look at a mark; most paragraphs have none.
constexpr bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= U'‘' && c <= U'’') || (c >= U'“' && c <= U'”');
}

}  // namespace keben::typography
