#include "epub/xhtml/quotes.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_set.h"
#include "base/overload.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "typography/quotes.h"

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

/// A paragraph's inlines run together, as typography reads them.
class Line {
 public:
  /// Where each Text node begins, in reading order.
  std::vector<std::size_t> starts;
  std::u32string text;

  void add(const Inlines& inlines) {
    for_each_inline(inlines, [this](const Inline& node) { add(node); });
  }

  std::vector<typography::Quote> quotes(Convention convention) const {
    return typography::resolve_quotes(text, literal_, convention).quotes;
  }

 private:
  void add(const Inline& node) {
    std::visit(Overload{
                   [&](const Text& n) { starts.push_back(text.size()), append(n.text, false); },
                   [&](const SoftBreak&) { append(" ", true); },
                   [&](const HardBreak&) { append("\n", true); },
                   [&](const CodeSpan& n) { append(n.text, true); },
                   [](const Styled&) {},  // for_each_inline goes on to the children
                   [](const Link&) {},
                   [&](const Image&) { append("\uFFFC", true); },
                   [](const NoteReference&) {},
                   [&](const Math& n) { append(n.tex, true); },
                   [&](const Ruby& n) {
                     for (const Ruby::Pair& pair : n.pairs)
                       append(pair.base, true);
                   },
                   [](const Foreign&) {},
                   [](const RawInline&) {},
               },
               node.is);
  }

  void append(const std::string& words, bool literal) {
    text += utf8::to_utf32(words);
    literal_.resize(text.size(), literal ? 1 : 0);
  }

  std::vector<std::uint8_t> literal_;
};

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
  Line line;
  line.add(paragraph);
  for (const typography::Quote& quote : line.quotes(convention))
    set_real(quote, line.text);
  Inlines out = paragraph;
  std::size_t next = 0;
  for_each_inline(out, [&](Inline& node) {
    auto* n = std::get_if<Text>(&node.is);
    if (!n) return;
    const std::size_t length = utf8::count(n->text);
    n->text = utf8::from_utf32(std::u32string_view(line.text).substr(line.starts[next++], length));
  });
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
