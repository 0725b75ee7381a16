#include <algorithm>

#include "markdown/ascii.h"
#include "markdown/guards.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool holds_barred_dollar(std::string_view text) {
  for (std::size_t at = text.find('$'); at != npos;) {
    const std::size_t first = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (text.substr(first, end - first).find('|') != npos) return true;
    at = text.find('$', end);
  }
  return false;
}

/// HTML's elements for code; a formula in one is code.
bool holds_code_in_html(std::string_view text) {
  for (const std::string_view tag : {"<code", "<kbd", "<samp", "<tt"}) {
    if (text.find(tag) != npos) return true;
  }
  return false;
}

std::string_view opening_of(std::string_view formula, bool block, const StandIns& stand_ins) {
  if (formula.starts_with("\\(")) return stand_ins.bracket;
  if (formula.starts_with("\\[")) return stand_ins.square;
  return block ? stand_ins.dollars : std::string_view();
}

void guard_each(std::string_view text, const Literal& span, char mark, std::string_view stand_in,
                std::vector<Edit>& edits) {
  const std::string_view until = text.substr(0, span.end);
  for (std::size_t at = until.find(mark, span.first); at != npos; at = until.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] != '\\') edits.push_back({at, 1, stand_in});
  }
}

}  // namespace

bool may_hold_formulas(std::string_view text) {
  if (text.find("\\(") != npos || text.find("\\[") != npos || text.find("$$") != npos) return true;
  if (text.find('$') == npos) return false;
  return holds_barred_dollar(text) || holds_code_in_html(text);
}

void guard_formulas(std::string_view text, const Literals& literals, const StandIns& stand_ins,
                    std::vector<Edit>& edits) {
  for (const Literal& span : literals.spans) {
    const bool block = span.kind == Literal::Kind::formula_block;
    if (span.kind == Literal::Kind::code && text[span.first] == '<')
      guard_each(text, span, '$', stand_ins.dollar, edits);
    if (!block && span.kind != Literal::Kind::formula) continue;
    const std::string_view formula = text.substr(span.first, span.end - span.first);
    const std::string_view opening = opening_of(formula, block, stand_ins);
    if (!opening.empty()) edits.push_back({span.first, 2, opening});
    guard_each(text, span, '|', stand_ins.pipe, edits);
  }
}

}  // namespace keben::markdown
