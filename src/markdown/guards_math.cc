#include <optional>

#include "markdown/ascii.h"
#include "markdown/detail/math.h"
#include "markdown/fences.h"
#include "markdown/guards.h"

namespace keben::markdown {
namespace {

/// The line that holds byte `at`, without its newline, as [first, end).
struct Line {
  std::size_t first = 0;
  std::size_t end = 0;

  std::string_view of(std::string_view text) const { return text.substr(first, end - first); }
};

Line line_from(std::string_view text, std::size_t first) {
  const std::size_t end = text.find('\n', first);
  return {first, end == std::string_view::npos ? text.size() : end};
}

/// Bars of the formulas in one line; an author who knows tables has escaped them already.
void guard_bars_of_dollars(std::string_view text, Line line, const StandIns& stand_ins,
                           std::vector<Edit>& edits) {
  const std::string_view whole = line.of(text);
  if (whole.find('|') == std::string_view::npos) return;
  for (std::size_t at = 0; at < whole.size();) {
    if (whole[at] == '\\') {
      at += 2;
      continue;
    }
    const auto math = whole[at] == '$' ? detail::match_math(whole.substr(at)) : std::nullopt;
    if (!math) {
      ++at;
      continue;
    }
    for (const std::size_t end = at + math->bytes; at < end; ++at) {
      if (whole[at] == '|' && whole[at - 1] != '\\')
        edits.push_back({line.first + at, 1, stand_ins.pipe});
    }
  }
}

bool opens_block(std::string_view line) {
  const std::string_view rest = behind_prefixes(line);
  return rest.starts_with("$$") && rest.substr(2).find('$') == std::string_view::npos;
}

bool closes_block(std::string_view line) {
  return trimmed(line).ends_with("$$");
}

/// The last `$$` that opens and is never closed becomes text. Of all openers only one can be so:
/// any line of `$$` after an opener closes it.
void guard_unclosed_block(std::string_view text, const StandIns& stand_ins,
                          std::vector<Edit>& edits) {
  Fences fences;
  std::optional<std::size_t> open;
  for (std::size_t at = 0; at < text.size();) {
    const Line line = line_from(text, at);
    const std::string_view whole = line.of(text);
    if (open) {
      if (closes_block(whole)) open.reset();
    } else if (!fences.covers(whole) && opens_block(whole)) {
      open = line.first + whole.find("$$");
    }
    at = line.end + 1;
  }
  for (std::size_t k = 0; open && k < 2; ++k)
    edits.push_back({*open + k, 1, stand_ins.dollar});
}

}  // namespace

void guard_math(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits) {
  std::size_t at = text.find('$');
  while (at != std::string_view::npos) {
    const std::size_t before = text.rfind('\n', at);
    const Line line = line_from(text, before == std::string_view::npos ? 0 : before + 1);
    guard_bars_of_dollars(text, line, stand_ins, edits);
    at = text.find('$', line.end);
  }
  if (text.find("$$") != std::string_view::npos) guard_unclosed_block(text, stand_ins, edits);
}

}  // namespace keben::markdown
