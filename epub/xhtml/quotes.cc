#include "epub/xhtml/quotes.h"

#include <string_view>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "typography/run_together.h"

namespace keben::epub {

using namespace model;

namespace {

bool is_set_with_real_quotes(Convention convention) {
  return is_chinese(convention) || convention == Convention::ja;
}

bool has_straight(std::string_view words) {
  constexpr ByteSet kStraight("\"'");
  return kStraight.find_in(words) != std::string_view::npos;
}

/// Western marks and apostrophes stay as typed: in a Chinese paragraph every reading system draws
/// ’ and ” from the Chinese face, an em wide, and tears `DeepSeek’s` apart; `'` and `"` are
/// narrow in all faces.
void set_real(const typography::Quote& quote, std::u32string& text) {
  if (quote.kind == typography::Quote::Kind::chinese) text[quote.at] = quote.mark;
}

bool has_straight_quote(const Inlines& paragraph) {
  bool found = false;
  for_each_inline(paragraph, [&](const Inline& node) {
    if (const auto* n = std::get_if<Text>(&node.is)) found = found || has_straight(n->text);
  });
  return found;
}

}  // namespace

std::optional<Inlines> with_real_quotes(const Inlines& paragraph, Convention convention) {
  if (!is_set_with_real_quotes(convention) || !has_straight_quote(paragraph)) return std::nullopt;
  typography::RunTogether line(paragraph);
  for (const typography::Quote& quote : line.quotes(convention))
    set_real(quote, line.text);
  Inlines out = paragraph;
  line.put_back(out);
  return out;
}

std::string with_real_quotes(const std::string& words, Convention convention) {
  if (!is_set_with_real_quotes(convention) || !has_straight(words)) return words;
  std::u32string text = utf8::to_utf32(words);
  for (const typography::Quote& quote : typography::resolve_quotes(text, {}, convention).quotes)
    set_real(quote, text);
  return utf8::from_utf32(text);
}

}  // namespace keben::epub
