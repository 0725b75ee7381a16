#include <utility>

#include "markdown/ascii.h"
#include "markdown/picture_names.h"
#include "markdown/text_matchers.h"

namespace keben::markdown {
namespace {

/// Where the bracket that is open before `text` closes; brackets inside pair, as in `图 (1).png`.
std::size_t end_of_brackets(std::string_view text) {
  std::size_t open = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++open;
    if (text[i] == ')' && --open == 0) return i;
  }
  return std::string_view::npos;
}

/// Takes `"title"` off the end of an address.
std::string_view take_title(std::string_view& inside) {
  if (inside.size() < 2 || inside.back() != '"') return {};
  const std::size_t quote = inside.rfind('"', inside.size() - 2);
  if (quote == std::string_view::npos || quote == 0 || !is_space(inside[quote - 1])) return {};
  const std::string_view title = inside.substr(quote + 1, inside.size() - quote - 2);
  inside = trimmed(inside.substr(0, quote));
  return title;
}

}  // namespace

std::optional<Match> match_spaced_image(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("![")) return std::nullopt;
  const std::string_view rest = text.substr(at + 2, kLongestConstruct);
  const std::size_t alt_end = rest.find(']');
  if (alt_end == std::string_view::npos || !rest.substr(alt_end).starts_with("]("))
    return std::nullopt;
  const std::string_view behind = rest.substr(alt_end + 2);
  const std::size_t length = end_of_brackets(behind);
  if (length == std::string_view::npos) return std::nullopt;
  const std::string written = unmarked(behind.substr(0, length));
  std::string_view source = trimmed(written);
  const std::string_view title = take_title(source);
  if (source.find(' ') == std::string_view::npos || !has_picture_suffix(source))
    return std::nullopt;
  model::Image image;
  image.source = source;
  image.title = title;
  if (alt_end > 0) image.alt.push_back({{}, model::Text{unmarked(rest.substr(0, alt_end))}});
  Match match{at + 2 + alt_end + 2 + length + 1, std::move(image)};
  match.told = Diagnostic{.code = "image-space",
                          .text = {"图片地址含空格，已按图片读取：" + std::string(source),
                                   "a picture's address holds a space; it was read as a picture: " +
                                       std::string(source)},
                          .hint = {"写作 `![](<a b.png>)`，别的程序才也认得",
                                   "write `![](<a b.png>)`, so that other programs know it too"}};
  return match;
}

}  // namespace keben::markdown
