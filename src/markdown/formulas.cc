#include "markdown/formulas.h"

#include <algorithm>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/stand_ins.h"
#include "markdown/tex.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

constexpr std::size_t kLookAhead = 1000;
constexpr std::size_t kDisplayLookAhead = 16 * 1024;

std::optional<MathInLine> match_display(std::string_view text) {
  const std::string_view window = text.substr(0, kDisplayLookAhead);
  for (std::size_t at = 2; at < window.size();) {
    if (window[at] == '\\') {
      at += 2;
    } else if (window[at] != '$') {
      ++at;
    } else if (const std::size_t end = end_of_dollars(window, at); end - at >= 2) {
      if (at == 2) return std::nullopt;
      return MathInLine{text.substr(2, at - 2), true, at + 2};
    } else {
      at = end;
    }
  }
  return std::nullopt;
}

/// Whether a code span begins in the first `length` bytes of `text` and ends behind them. Such a
/// formula is none: its end stands in code, as in "$5 and `$x`".
bool cuts_code(std::string_view text, std::size_t length) {
  const auto end_of_run = [text](std::size_t at) {
    return std::min(text.find_first_not_of('`', at), text.size());
  };
  for (std::size_t at = text.find('`'); at < length;) {
    const std::size_t behind = end_of_run(at);
    const std::string_view run = text.substr(at, behind - at);
    std::size_t partner = text.find(run, behind);
    while (partner != std::string_view::npos && end_of_run(partner) - partner != run.size())
      partner = text.find(run, end_of_run(partner));
    if (partner != std::string_view::npos && partner >= length) return true;
    at = text.find('`', partner == std::string_view::npos ? behind : partner + run.size());
  }
  return false;
}

std::optional<MathInLine> match_inline(std::string_view text) {
  if (text.size() < 2 || is_space(text[1])) return std::nullopt;
  const std::string_view window = text.substr(0, kLookAhead);
  for (std::size_t at = 1; at < window.size();) {
    if (window[at] == '\\') {
      at += 2;
      continue;
    }
    if (window[at] != '$') {
      ++at;
      continue;
    }
    const std::size_t end = end_of_dollars(window, at);
    const bool closes =
        end - at == 1 && !is_space(window[at - 1]) && (end == text.size() || !is_digit(text[end]));
    if (closes) {
      const std::string_view tex = text.substr(1, at - 1);
      if (has_hanzi_outside_text(tex) || unicode::is_wide(utf8::last(tex))) return std::nullopt;
      if (cuts_code(window, at)) return std::nullopt;
      return MathInLine{tex, false, end};
    }
    at = end;
  }
  return std::nullopt;
}

/// Where the `\]` stands that ends what `text` begins with; npos where a blank line or another `\[`
/// comes first. Each opener so looks no further than the next.
std::size_t find_square(std::string_view text) {
  const std::string_view window = text.substr(0, kDisplayLookAhead);
  for (std::size_t at = 0; at + 1 < window.size(); ++at) {
    if (window[at] == '\n' && window[at + 1] == '\n') break;
    if (window[at] != '\\') continue;
    if (window[at + 1] == ']') return at;
    if (window[at + 1] == '[') break;
    ++at;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t end_of_dollars(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == '$')
    ++at;
  return at;
}

std::size_t length_before_square(std::string_view text) {
  const std::size_t length = find_square(text);
  if (length == std::string_view::npos || !looks_like_display(text.substr(0, length))) return 0;
  if (cuts_code(text.substr(0, kDisplayLookAhead), length)) return 0;
  const std::string_view behind = text.substr(length + 2);
  return behind.starts_with('(') || behind.starts_with('[') ? 0 : length;
}

std::size_t length_before_bracket(std::string_view text) {
  const std::string_view window = text.substr(0, kLookAhead);
  for (std::size_t at = 0; at + 1 < window.size(); ++at) {
    if (window[at] == '\n' && window[at + 1] == '\n') return 0;
    if (window[at] != '\\') continue;
    if (window[at + 1] == ')')
      return looks_like_formula(window.substr(0, at)) && !cuts_code(window, at) ? at : 0;
    ++at;
  }
  return 0;
}

std::optional<MathInLine> match_math(std::string_view text) {
  if (text.starts_with(kFormulaBracket)) {
    const std::string_view behind = text.substr(kFormulaBracket.size());
    const std::size_t length = length_before_bracket(behind);
    if (length == 0) return std::nullopt;
    return MathInLine{behind.substr(0, length), false, kFormulaBracket.size() + length + 2};
  }
  if (text.starts_with(kFormulaSquare)) {
    const std::string_view behind = text.substr(kFormulaSquare.size());
    const std::size_t length = find_square(behind);
    if (length == std::string_view::npos) return std::nullopt;
    return MathInLine{trimmed(behind.substr(0, length)), true, kFormulaSquare.size() + length + 2};
  }
  switch (end_of_dollars(text, 0)) {
    case 1:
      return match_inline(text);
    case 2:
      return match_display(text);
    default:
      return std::nullopt;
  }
}

// --- Lines of a formula ------------------------------------------------------------------------

bool opens_formula(std::string_view text) {
  if (!text.starts_with("$$")) return false;
  const std::string_view behind = trimmed(text.substr(2, text.find('\n', 2) - 2));
  return behind.find('$') == std::string_view::npos &&
         (behind.empty() || looks_like_display(behind));
}

FormulaLines::FormulaLines(std::string_view opening) : squared_(opening.starts_with("\\[")) {
  if (!squared_ && !opening.starts_with("$$")) {
    state_ = State::none;
    return;
  }
  const std::string_view behind = opening.substr(2);
  const std::size_t closing = squared_ ? find_escaped(behind, ']') : behind.find('$');
  if (closing != std::string_view::npos) state_ = State::none;
  if (squared_) tex_ = behind;
}

void FormulaLines::add(std::string_view line) {
  if (is_blank(line)) {
    parted_ = true;
    if (squared_) state_ = State::none;
    return;
  }
  if (squared_) {
    const std::size_t closing = find_escaped(line, ']');
    const std::size_t opening = find_escaped(line, '[');
    if (opening < closing || tex_.size() > kDisplayLookAhead) state_ = State::none;
    if (closing < opening) return end_with(line, closing);
    tex_ += '\n';
    tex_ += line;
    return;
  }
  const std::size_t closing = line.find("$$");
  if (closing != std::string_view::npos) return end_with(line, closing);
  if (parted_ && reads_as_prose(line)) state_ = State::none;
}

void FormulaLines::end_with(std::string_view line, std::size_t closing) {
  tex_ += line.substr(0, closing);
  const bool whole = is_blank(line.substr(closing + 2)) && (!squared_ || looks_like_display(tex_));
  state_ = whole ? State::ended : State::none;
}

}  // namespace keben::markdown
