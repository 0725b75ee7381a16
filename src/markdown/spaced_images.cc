// Pictures whose address CommonMark refuses for the space in it: a name of several words, or the
// size that HackMD and markdown-it-imsize read behind the address.
#include <algorithm>
#include <charconv>
#include <string>
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

/// `200`, `50%`, or nothing: a height alone says nothing that a book could use.
model::SizeHint width_of(std::string_view text) {
  constexpr float kPointsPerPixel = 0.75F;
  float value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || value <= 0) return {};
  if (std::string_view(stop, static_cast<std::size_t>(end - stop)) == "%")
    return {std::min(value, 100.0F), model::SizeHint::Unit::percent};
  return {value * kPointsPerPixel, model::SizeHint::Unit::pt};
}

/// Takes ` =200x100`, ` =200x`, ` =50%x` off the end of an address; false where there is none.
bool take_size(std::string_view& inside, model::SizeHint& width) {
  const std::size_t sign = inside.rfind(" =");
  if (sign == std::string_view::npos) return false;
  const std::string_view size = inside.substr(sign + 2);
  const std::size_t cross = size.find('x');
  const bool sized = cross != std::string_view::npos && size.size() > 1 &&
                     size.find_first_not_of("0123456789.%x") == std::string_view::npos;
  if (!sized) return false;
  width = width_of(size.substr(0, cross));
  inside = trimmed(inside.substr(0, sign));
  return true;
}

Diagnostic told_of(std::string_view source) {
  const std::string name(source);
  return {.code = "image-space",
          .text = {"图片地址含空格，已按图片读取：" + name,
                   "a picture's address holds a space; it was read as a picture: " + name},
          .hint = {"写作 `![](<a b.png>)`，别的程序才也认得",
                   "write `![](<a b.png>)`, so that other programs know it too"}};
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
  model::Image image;
  bool sized = take_size(source, image.width);
  image.title = take_title(source);
  sized = sized || take_size(source, image.width);
  const bool spaced = source.find(' ') != std::string_view::npos;
  if (source.empty() || (spaced ? !has_picture_suffix(source) : !sized)) return std::nullopt;
  image.source = source;
  if (alt_end > 0) image.alt.push_back({{}, model::Text{unmarked(rest.substr(0, alt_end))}});
  Match match{at + 2 + alt_end + 2 + length + 1, std::move(image)};
  if (spaced) match.told = told_of(source);
  return match;
}

}  // namespace keben::markdown
