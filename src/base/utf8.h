// The only place, with unicode/, that takes UTF-8 apart into code points.
//
// Past SourceMap every text is valid UTF-8, so `decode` asserts where `validate` reports. Offsets
// are bytes.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keben::utf8 {

/// A code point and where the next one begins.
struct Decoded {
  char32_t code_point = 0;
  std::size_t next = 0;
};

/// The code point that begins at `at`; `text` is valid UTF-8 and `at` is a boundary before its end.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, at + 1};
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu), at + 2};
  if (lead < 0xF0) {
    return {(lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu), at + 3};
  }
  return {(lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 |
              (byte(at + 3) & 0x3Fu),
          at + 4};
}

/// Whether a byte continues a code point that an earlier one begins.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Where the code point before `at` begins; `at` is a boundary after the beginning.
inline std::size_t previous(std::string_view text, std::size_t at) {
  assert(at > 0);
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return at;
}

/// The last code point of a text, or 0 where it is empty; and the first.
inline char32_t last(std::string_view text) {
  return text.empty() ? 0 : decode(text, previous(text, text.size())).code_point;
}
inline char32_t first(std::string_view text) {
  return text.empty() ? 0 : decode(text, 0).code_point;
}

void append(std::string& text, char32_t code_point);

/// How many code points `text` holds.
std::size_t count(std::string_view text);

/// The first byte that does not belong to valid UTF-8 (overlong forms and surrogates included), if
/// there is one.
std::optional<std::size_t> first_invalid(std::string_view bytes);

/// The same bytes with U+FFFD for each that does not belong: for names of files, which may be any.
std::string made_valid(std::string bytes);

std::u32string to_utf32(std::string_view text);
std::string from_utf32(std::u32string_view text);

/// UTF-16BE bytes, as PDF's text strings and ToUnicode maps want them (ISO 32000-1 §7.9.2.2),
/// without a mark.
std::string to_utf16be(std::string_view text);

}  // namespace keben::utf8
