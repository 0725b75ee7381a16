// Guards for the constructs that are read after the parse (text_constructs.h).
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/byte_set.h"
#include "markdown/ascii.h"
#include "markdown/guards.h"
#include "markdown/text_matchers.h"

namespace keben::markdown {
namespace {

/// The construct that begins at `at` of a line and may hold bars: where it ends, else `at`.
std::size_t end_of_barred(std::string_view line, std::size_t at) {
  std::optional<Match> match;
  if (line[at] == '{') match = match_braced_ruby(line, at);
  if (line.substr(at).starts_with("[[")) match = match_wiki_link(line, at);
  return match ? match->end : at;
}

void guard_bars_between(std::string_view text, std::size_t first, std::size_t end,
                        std::string_view pipe, std::vector<Edit>& edits) {
  for (std::size_t at = first; at < end; ++at) {
    if (text[at] == '|' && text[at - 1] != '\\') edits.push_back({at, 1, pipe});
  }
}

constexpr ByteSet kOpenings("{[\\");

/// Marks that begin constructs of ours, or end their first half.
bool is_mark(char32_t c) {
  return std::u32string_view(U":[]!{^*｜《").find(c) != std::u32string_view::npos;
}

/// The code point of `#91;` or `#x5B;`, or 0.
char32_t number_of(std::string_view reference) {
  constexpr std::size_t kMostDigits = 8;
  reference.remove_prefix(1);
  const bool hex = !reference.empty() && lower(reference[0]) == 'x';
  if (hex) reference.remove_prefix(1);
  const std::string_view digits = reference.substr(0, reference.find(';'));
  if (digits.empty() || digits.size() > kMostDigits || digits.size() == reference.size()) return 0;
  std::uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number, hex ? 16 : 10);
  return error == std::errc{} && stop == end ? number : 0;
}

/// What follows an `&`: `#91;`, `lbrack;`.
bool refers_to_mark(std::string_view reference) {
  if (reference.starts_with('#')) return is_mark(number_of(reference.substr(0, 12)));
  constexpr std::array<std::string_view, 11> kNames = {"lbrack;", "lsqb;", "rbrack;", "rsqb;",
                                                       "lbrace;", "lcub;", "colon;",  "excl;",
                                                       "Hat;",    "ast;",  "midast;"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return reference.starts_with(name); });
}

}  // namespace

void guard_bars(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits) {
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t newline = std::min(text.find('\n', first), text.size());
    const std::string_view line = text.substr(first, newline - first);
    std::size_t at =
        line.find('|') == std::string_view::npos ? std::string_view::npos : kOpenings.find_in(line);
    while (at != std::string_view::npos) {
      const std::size_t end = line[at] == '\\' ? at + 1 : end_of_barred(line, at);
      if (end > at + 1) guard_bars_between(text, first + at, first + end, stand_ins.pipe, edits);
      at = kOpenings.find_in(line, std::max(end, at + 1));
    }
    first = newline + 1;
  }
}

void guard_escapes(std::string_view text, const Literals& literals, const StandIns& stand_ins,
                   std::vector<Edit>& edits) {
  constexpr ByteSet kBeginnings("\\&");
  if (text.find('\\') == text.npos && text.find('&') == text.npos) return;  // as in most essays
  LiteralCursor cursor(literals.spans);
  for (std::size_t at = kBeginnings.find_in(text); at < text.size();
       at = kBeginnings.find_in(text, at)) {
    if (const Literal* span = cursor.at(at)) {
      at = span->end;
      continue;
    }
    const std::string_view rest = text.substr(at + 1);
    const bool slash = text[at] == '\\';
    const bool escapes = slash ? !rest.empty() && is_mark(static_cast<unsigned char>(rest[0]))
                               : refers_to_mark(rest);
    if (escapes) edits.push_back({at, 0, stand_ins.escape});
    at += slash ? 2 : 1;
  }
}

}  // namespace keben::markdown
