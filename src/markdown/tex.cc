#include "markdown/tex.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

/// Commands whose argument is prose: hanzi inside do not speak against a formula.
constexpr std::array<std::string_view, 9> kProseCommands = {
    "\\text", "\\textbf", "\\textit", "\\textrm", "\\mbox", "\\mathrm", "\\ce", "\\tag", "\\label"};

/// Where the group `{…}` at `at` ends; `at` itself where there is none.
std::size_t end_of_group(std::string_view tex, std::size_t at) {
  if (at >= tex.size() || tex[at] != '{') return at;
  int depth = 0;
  for (std::size_t i = at; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
    } else if (tex[i] == '{') {
      ++depth;
    } else if (tex[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return at;
}

/// Steps over the command at `at`, and over its argument where that is prose.
std::size_t end_of_command(std::string_view tex, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tex.size() && is_alpha(tex[end]))
    ++end;
  if (end == at + 1) return end + (end < tex.size() && !is_not_ascii(tex[end]) ? 1 : 0);  // \$
  const std::string_view command = tex.substr(at, end - at);
  const bool prose =
      std::find(kProseCommands.begin(), kProseCommands.end(), command) != kProseCommands.end();
  return prose ? end_of_group(tex, end) : end;
}

}  // namespace

bool has_hanzi_outside_text(std::string_view tex) {
  for (std::size_t at = 0; at < tex.size();) {
    if (tex[at] == '\\') {
      at = end_of_command(tex, at);
    } else if (!is_not_ascii(tex[at])) {
      ++at;
    } else {
      const utf8::Decoded d = utf8::decode(tex, at);
      if (unicode::is_hanzi(d.code_point) || unicode::is_hangul(d.code_point)) return true;
      at = d.next;
    }
  }
  return false;
}

bool looks_like_formula(std::string_view tex) {
  if (is_blank(tex) || has_hanzi_outside_text(tex)) return false;
  if (tex.find_first_of("\\^_=<>+") != std::string_view::npos) return true;
  bool letters = false;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (!is_alpha(tex[i])) continue;
    if (i + 1 < tex.size() && is_alpha(tex[i + 1])) return false;
    letters = true;
  }
  return letters;
}

namespace {

/// Words of one letter, as in a + b = c; commands are no words.
bool has_word(std::string_view tex) {
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (is_alpha(tex[i]) && is_alpha(tex[i + 1])) return true;
  }
  return false;
}

}  // namespace

bool looks_like_display(std::string_view tex) {
  if (is_blank(tex) || has_hanzi_outside_text(tex)) return false;
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (tex[i] == '\\' && is_alpha(tex[i + 1])) return true;
  }
  const bool raises = tex.find('^') != std::string_view::npos;
  const bool lowers = tex.find("_{") != std::string_view::npos;
  const bool operates = tex.find_first_of("=<>+_") != std::string_view::npos;
  return raises || lowers || (operates && !has_word(tex));
}

bool reads_as_prose(std::string_view line) {
  constexpr std::array<std::string_view, 6> kStops = {"，", "。", "！", "？", "；", "、"};
  const bool stops = std::any_of(kStops.begin(), kStops.end(), [&](std::string_view stop) {
    return line.find(stop) != std::string_view::npos;
  });
  if (has_hanzi_outside_text(line))
    return stops || line.find_first_of("\\^_=<>+") == std::string_view::npos;
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size() && words < 3;) {
    const std::size_t first = at;
    while (at < line.size() && is_alpha(line[at]))
      ++at;
    const bool parts = at == line.size() || line[at] == ' ' || line[at] == ',' || line[at] == '.';
    words = at - first > 1 && parts ? words + 1 : 0;
    if (at < line.size()) at = line[at] == '\\' ? end_of_command(line, at) : at + 1;
  }
  return words >= 3;
}

std::size_t find_escaped(std::string_view text, char mark) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    if (text[at + 1] == mark) return at;
    ++at;
  }
  return std::string_view::npos;
}

}  // namespace keben::markdown
