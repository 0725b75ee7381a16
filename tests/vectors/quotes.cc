// quotes: C, W or A for each quotation mark in order.
#include "typography/quotes.h"
#include "base/utf8.h"
#include "tests/vectors/row.h"

namespace keben::vectors {

Verdict judge_quotes(const Row& row, const fonts::Catalog&) {
  const std::u32string text = utf8::to_utf32(row[2]);
  std::string got;
  for (const auto& quote :
       typography::resolve_quotes(text, {}, style_in(row[1]).language.convention).quotes) {
    if (!got.empty()) got += ' ';
    got += "CWA"[static_cast<std::size_t>(quote.kind)];
  }
  if (got == (row.size() > 3 ? row[3] : "")) return {};
  return row[0] + ": got " + got;
}

}  // namespace keben::vectors
