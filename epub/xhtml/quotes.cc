#include "epub/xhtml/quotes.h"

#include <string_view>
#include <vector>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "typography/corner_quotes.h"
#include "typography/run_together.h"

namespace keben::epub {

using namespace model;

namespace {

bool is_set_with_real_quotes(Convention convention) {
  return is_chinese(convention) || convention == Convention::ja;
}

/// Whether there may be marks to change: straight ones, and for corners curly ones, too.
bool may_hold_marks(std::string_view words, QuoteMarks marks) {
  constexpr ByteSet kStraight("\"'");
  constexpr ByteSet kAny("\"'\xE2");  // curly ones begin with it
  const std::size_t found =
      marks == QuoteMarks::corners ? kAny.find_in(words) : kStraight.find_in(words);
  return found != std::string_view::npos;
}

bool may_hold_marks(const Inlines& paragraph, QuoteMarks marks) {
  bool found = false;
  for_each_inline(paragraph, [&](const Inline& node) {
    if (const auto* n = std::get_if<Text>(&node.is))
      found = found || may_hold_marks(n->text, marks);
  });
  return found;
}

/// Western marks and apostrophes stay as typed: in a Chinese paragraph every reading system draws
/// ’ and ” from the Chinese face, an em wide, and tears `DeepSeek’s` apart; `'` and `"` are
/// narrow in all faces.
void set_real(const std::vector<typography::Quote>& quotes, Convention convention, QuoteMarks marks,
              std::u32string& text) {
  const auto corners = convention == Convention::hans ? typography::Corners::white_outside
                                                      : typography::Corners::plain_outside;
  for (const typography::Quote& quote : quotes) {
    if (quote.kind != typography::Quote::Kind::chinese) continue;
    text[quote.at] =
        marks == QuoteMarks::corners ? typography::corner_of(quote, corners) : quote.mark;
  }
}

}  // namespace

std::optional<Inlines> with_real_quotes(const Inlines& paragraph, Convention convention,
                                        QuoteMarks marks) {
  if (!is_set_with_real_quotes(convention) || !may_hold_marks(paragraph, marks))
    return std::nullopt;
  typography::RunTogether line(paragraph);
  set_real(line.quotes(convention), convention, marks, line.text);
  Inlines out = paragraph;
  line.put_back(out);
  return out;
}

std::string with_real_quotes(const std::string& words, Convention convention, QuoteMarks marks) {
  if (!is_set_with_real_quotes(convention) || !may_hold_marks(words, marks)) return words;
  std::u32string text = utf8::to_utf32(words);
  set_real(typography::resolve_quotes(text, {}, convention).quotes, convention, marks, text);
  return utf8::from_utf32(text);
}

}  // namespace keben::epub
