#include <string_view>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

bool is_chinese_numeral(char32_t c) {
  return std::u32string_view(U"〇零一二三四五六七八九十百甲乙丙丁").find(c) !=
         std::u32string_view::npos;
}
/// ① to ⑳, ⑴ to ⒇, ⒈ to ⒛.
bool is_number_sign(char32_t c) {
  return c >= 0x2460 && c <= 0x249B;
}

/// Bytes of a number at the front of `text`: up to three digits, or Chinese numerals.
std::size_t number_at_front(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 4 && is_digit(text[digits]))
    ++digits;
  if (digits > 0) return digits < 4 ? digits : 0;
  std::size_t at = 0;
  for (int n = 0; n < 4 && at < text.size(); ++n) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!is_chinese_numeral(d.code_point)) break;
    at = d.next;
  }
  return at;
}

/// `1、` `1．` `1.文` `1)` `一、` `（一）` `(1)` `①`.
bool is_numbered(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  if (is_number_sign(utf8::first(text))) return true;
  for (const std::string_view open : {"（", "("}) {
    if (!text.starts_with(open)) continue;
    const std::string_view inside = text.substr(open.size());
    const std::size_t number = number_at_front(inside);
    const std::string_view rest = inside.substr(number);
    return number > 0 && (rest.starts_with("）") || rest.starts_with(')'));
  }
  const std::size_t number = number_at_front(text);
  const std::string_view rest = text.substr(number);
  if (number == 0) return false;
  if (rest.starts_with("、") || rest.starts_with("．")) return true;
  const bool dotted = is_digit(text[0]) && (rest.starts_with('.') || rest.starts_with(')'));
  return dotted && rest.size() > 1 && !is_digit(rest[1]);
}

/// The first words of a line, inside whatever markup they stand.
std::string_view first_words(const Inline& node) {
  if (const auto* text = std::get_if<Text>(&node.is)) return text->text;
  const auto* styled = std::get_if<Styled>(&node.is);
  return styled && !styled->children.empty() ? first_words(styled->children.front())
                                             : std::string_view();
}

/// In a run of two numbered lines or more, each gets a break before it that stays.
void keep_in(Inlines& inlines) {
  std::size_t previous_break = inlines.size();  // before the line before; size(): none
  bool previous_numbered = !inlines.empty() && is_numbered(first_words(inlines.front()));
  for (std::size_t i = 0; i + 1 < inlines.size(); ++i) {
    if (!is_break(inlines[i])) continue;
    const bool numbered = is_numbered(first_words(inlines[i + 1]));
    if (numbered && previous_numbered) {
      inlines[i].is = HardBreak{};
      if (previous_break < inlines.size()) inlines[previous_break].is = HardBreak{};
    }
    previous_numbered = numbered;
    previous_break = i;
  }
}

}  // namespace

void keep_numbered_lines(Document& document) {
  for_each_part(document, kPassBy, keep_in);
}

}  // namespace keben::markdown
