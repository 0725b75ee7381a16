// Pictures: one description each, by one rule, and what is said where a picture could not be had.
#include <utility>

#include "edition/alt_text.h"
#include "edition/detail/settler.h"
#include "outline/address.h"

namespace keben::edition {
namespace {

std::string trimmed(const std::string& words) {
  const std::size_t first = words.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(" \t\n") - first + 1);
}

/// The picture's own address, where a reader could follow it on the web.
std::optional<std::string> web_address(const std::string& source) {
  outline::Address address = outline::split_address(source);
  if (address.has_authority && address.scheme.empty()) address.scheme = "https";
  if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
  address.authority.erase(0, address.authority.rfind('@') + 1);  // no password goes into a book
  return outline::normalised_address(address);
}

}  // namespace

Figure Settler::figure(model::Figure b, SourceSpan at) {
  Figure out;
  if (b.link) out.link = destination(b.link->id);
  const std::string caption = trimmed(model::plain_text(b.caption));
  for (model::Image& image : b.images)
    out.pictures.push_back(picture(std::move(image), caption, at));
  out.caption = words(std::move(b.caption), at);
  return out;
}

/// The author's own description, else the picture's title, else its caption; never a file's name.
Picture Settler::picture(model::Image image, const std::string& caption, SourceSpan at) {
  Picture out;
  out.asset = pictures_.of(id_, image.id);
  if (out.asset) register_.show(*out.asset, at);
  out.width = image.width;
  std::string own = trimmed(model::plain_text(image.alt));
  const std::string* const kinds[] = {&own, &image.title, &caption};
  for (const std::string* words : kinds) {
    if (!describes(*words)) continue;
    out.alt = *words;
    out.described = true;
    break;
  }
  if (!out.described) {
    out.alt = generated_.figure;
    if (out.asset) {
      log_.note("image-undescribed", at,
                {"图片“" + image.source + "”没有说明文字，听书的读者无从知道画了什么",
                 "the picture \"" + image.source + "\" has no words that describe it"},
                {"写成 ![画面说明](文件)", "write ![what it shows](file)"});
    }
  }
  if (own != caption) out.missing = own;
  if (std::optional<std::string> address = web_address(image.source))
    out.address = *std::move(address);
  const bool has_scheme = !outline::split_address(image.source).scheme.empty();
  // data: and the like say nothing to a reader.
  if (!out.address.empty())
    out.source = out.address;
  else if (!has_scheme)
    out.source = std::move(image.source);
  return out;
}

}  // namespace keben::edition
