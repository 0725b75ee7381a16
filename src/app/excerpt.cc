#include "app/excerpt.h"

#include <algorithm>
#include <cstdio>

#include "base/secrets.h"
#include "base/utf8.h"
#include "unicode/cjk.h"

namespace keben::app {
namespace {

constexpr std::size_t kWidest = 72;  // columns of a terminal that an excerpt fills
constexpr std::size_t kBefore = 24;  // of which this many stand before the place

bool is_unprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::size_t columns_of(char32_t c) {
  return unicode::is_wide(c) ? 2 : 1;
}

std::size_t columns_of(std::u32string_view text) {
  std::size_t columns = 0;
  for (const char32_t c : text)
    columns += columns_of(c);
  return columns;
}

std::string numbered(std::uint32_t line) {
  const std::string digits = std::to_string(line);
  return std::string(5 - std::min<std::size_t>(5, digits.size()), ' ') + digits + " | ";
}

/// The stretch of a line that is shown: code points [first, end).
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

Window window_around(std::u32string_view line, std::size_t place) {
  Window out{std::min(place, line.size()), std::min(place, line.size())};
  std::size_t columns = 0;
  while (out.first > 0 && columns < kBefore)
    columns += columns_of(line[--out.first]);
  while (out.end < line.size() && columns < kWidest)
    columns += columns_of(line[out.end++]);
  return out;
}

std::u32string masked(std::u32string_view text) {
  return utf8::to_utf32(masked_secrets(utf8::from_utf32(text)));
}

/// Where the code point at `column` stands once what is secret before it is masked.
std::size_t masked_column(std::u32string_view line, std::size_t column) {
  return masked(line.substr(0, std::min(column, line.size()))).size();
}

}  // namespace

std::string printable(std::string_view bytes) {
  const std::string text = utf8::made_valid(std::string(bytes));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (is_unprintable(c.code_point)) {
      char escaped[16];
      std::snprintf(escaped, sizeof escaped, "\\u%04X", static_cast<unsigned>(c.code_point));
      out += escaped;
    } else {
      out.append(text, at, c.next - at);
    }
    at = c.next;
  }
  return out;
}

std::string excerpt(const SourceSpan& at, const SourceMap& sources) {
  if (!at.known() || at.file.v >= sources.size()) return {};
  const std::u32string written = utf8::to_utf32(sources.line(at.file, at.first_line));
  std::u32string line = masked(written);
  std::replace_if(line.begin(), line.end(), is_unprintable, U'?');
  if (line.empty()) return {};
  const std::size_t place = masked_column(written, at.first_column == 0 ? 0 : at.first_column - 1u);
  const Window window = window_around(line, place);
  const std::u32string_view shown =
      std::u32string_view(line).substr(window.first, window.end - window.first);
  const bool same_line = at.last_line == at.first_line && at.last_column > at.first_column;
  const std::size_t last =
      same_line ? std::min(masked_column(written, at.last_column), window.end) : place + 1;
  const std::string lead = window.first > 0 ? "…" : "";
  const std::string tail = window.end < line.size() ? "…" : "";
  std::string out = numbered(at.first_line) + lead + utf8::from_utf32(shown) + tail + "\n";
  const std::size_t start = std::clamp(place, window.first, window.end);
  const std::size_t before = columns_of(shown.substr(0, start - window.first));
  std::size_t under = 1;
  if (last > start + 1)
    under = std::max<std::size_t>(1, columns_of(shown.substr(start - window.first, last - start)));
  out += "      | " + std::string(before + (lead.empty() ? 0 : 1), ' ') + "^" +
         std::string(under - 1, '~') + "\n";
  return out;
}

}  // namespace keben::app
