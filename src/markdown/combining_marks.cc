#include "markdown/combining_marks.h"

#include <utility>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"
#include "unicode/properties.h"

namespace keben::markdown {
namespace {

/// Where the first mark beyond the limit begins, from `at` on; the text's end where there is none.
/// `marks` counts those that the letter at hand carries.
std::size_t find_surplus(const std::string& text, std::size_t at, std::size_t& marks) {
  while (at < text.size()) {
    if (!is_not_ascii(text[at])) {
      marks = 0;
      ++at;
      continue;
    }
    const utf8::Decoded d = utf8::decode(text, at);
    const bool mark = unicode::properties_of(d.code_point).category == unicode::Category::mark;
    marks = mark ? marks + 1 : 0;
    if (marks > kMostMarks) return at;
    at = d.next;
  }
  return at;
}

bool is_mark(const std::string& text, std::size_t at) {
  return is_not_ascii(text[at]) &&
         unicode::properties_of(utf8::decode(text, at).code_point).category ==
             unicode::Category::mark;
}

/// Whether a letter may carry too many. A mark takes two bytes at least, so of a row over the limit
/// one covers a byte of every window of that length: only those are looked at.
bool may_exceed(const std::string& text) {
  constexpr std::size_t kWindow = 2 * kMostMarks;
  for (std::size_t at = kWindow; at < text.size(); at += kWindow) {
    std::size_t first = at;
    while (utf8::is_continuation(text[first]))
      --first;
    if (is_mark(text, first)) return true;
  }
  return false;
}

}  // namespace

CutMarks cut_marks(std::string& text) {
  CutMarks cut;
  if (!may_exceed(text)) return cut;
  std::size_t marks = 0;
  std::size_t at = find_surplus(text, 0, marks);
  if (at == text.size()) return cut;
  cut.first_byte = at;
  std::string out;
  std::size_t copied = 0;
  while (at < text.size()) {
    out.append(text, copied, at - copied);
    copied = utf8::decode(text, at).next;
    ++cut.count;
    at = find_surplus(text, copied, marks);
  }
  out.append(text, copied);
  text = std::move(out);
  return cut;
}

namespace {

/// Whether so many characters follow one another of which none is a letter of ASCII or a hanzi of
/// the first plane: where not, no look at properties is needed.
bool may_have_surplus(std::string_view text) {
  std::size_t run = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || (byte >= 0xE4 && byte <= 0xE9)) {
      run = 0;
    } else if (byte >= 0xC0 && ++run > kMostMarks) {
      return true;
    }
  }
  return false;
}

}  // namespace

void cut_surplus_marks(model::Document& document, Diagnostics& log) {
  std::size_t count = 0;
  SourceSpan first;
  const auto cut_in = [&](model::Inline& node) {
    auto* text = std::get_if<model::Text>(&node.is);
    if (!text || !may_have_surplus(text->text)) return;
    const CutMarks cut = cut_marks(text->text);
    if (cut.count > 0 && count == 0) first = node.at;
    count += cut.count;
  };
  for_each_part(document, kPassBy, [&](model::Inlines& inlines) {
    model::for_each_inline(inlines, [&](model::Inline& node) {
      cut_in(node);
      if (auto* image = std::get_if<model::Image>(&node.is))
        model::for_each_inline(image->alt, cut_in);
    });
  });
  if (count == 0) return;
  const std::string number = std::to_string(count);
  log.warn("marks-too-many", first,
           {"一个字上的附加符号超过 32 个，多余的 " + number + " 个已删去",
            number + " combining marks beyond 32 on one letter were cut"});
}

}  // namespace keben::markdown
