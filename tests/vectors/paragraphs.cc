#include "base/utf8.h"
#include "tests/vectors/row.h"

namespace keben::vectors {

pdf::style::ParagraphStyle style_in(const std::string& language) {
  pdf::style::ParagraphStyle style;
  style.language = model::parse_language(language).value_or(model::Language{});
  style.prohibition = pdf::style::default_prohibition(style.language.convention);
  style.hyphenate = false;
  return style;
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 3, "\\u{") == 0) {
      const std::size_t end = text.find('}', at);
      utf8::append(
          out, static_cast<char32_t>(std::stoul(text.substr(at + 3, end - at - 3), nullptr, 16)));
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace keben::vectors
