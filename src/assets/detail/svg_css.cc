// Style in a drawing (CSS 2.1 §4.1 for the tokens): what drawing programs write stays, what could
// fetch or hide something goes.
//
// A real parser would read escapes as the letters that they mean; we refuse a stylesheet that has
// any, since no drawing program writes them and `\75rl(` is what they are for.
#include <algorithm>

#include "assets/detail/ascii.h"
#include "assets/detail/svg.h"

namespace keben::assets {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii::lower);
  return out;
}

std::string without_comments(std::string_view css) {
  std::string out;
  while (!css.empty()) {
    const std::size_t open = css.find("/*");
    out += css.substr(0, open);
    if (open == css.npos) break;
    const std::size_t close = css.find("*/", open + 2);
    if (close == css.npos) break;
    css.remove_prefix(close + 2);
    out += ' ';
  }
  return out;
}

/// Past an at-rule: its `;`, or the brace that closes its block.
std::size_t end_of_at_rule(std::string_view css, std::size_t at) {
  int depth = 0;
  for (; at < css.size(); ++at) {
    if (css[at] == ';' && depth == 0) return at + 1;
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth <= 0) return at + 1;
  }
  return css.size();
}

}  // namespace

bool is_harmless_value(std::string_view value) {
  const std::string text = lower(value);
  for (const char* bad : {"\\", "@", "<", "javascript:", "expression", "image(", "image-set(",
                          "src(", "element(", "attr(", "behavior", "-moz-binding", "data:"}) {
    if (text.find(bad) != text.npos) return false;
  }
  for (std::size_t at = text.find("url"); at != text.npos; at = text.find("url", at + 3)) {
    const std::size_t open = text.find_first_not_of(" \t\r\n", at + 3);
    if (open == text.npos || text[open] != '(') continue;
    const std::size_t first = text.find_first_not_of(" \t\r\n\"'", open + 1);
    if (first == text.npos || text[first] != '#') return false;
  }
  return true;
}

std::optional<std::string> clean_css(std::string_view css) {
  const std::string text = without_comments(css);
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t rule = text.find('@', at);
    out += text.substr(at, rule - at);
    if (rule == text.npos) break;
    at = end_of_at_rule(text, rule);
  }
  if (!is_harmless_value(out)) return {};
  return out;
}

}  // namespace keben::assets
