// Pictures, and what stands in their place when they could not be had.
#include <algorithm>
#include <cmath>
#include <optional>

#include "epub/xhtml/alt_text.h"
#include "epub/xhtml/detail/chapter_writer.h"
#include "outline/address.h"

namespace keben::epub {

using namespace model;

namespace {

/// The picture's own address, where a reader could follow it on the web.
std::optional<std::string> web_address(const std::string& source) {
  outline::Address address = outline::split_address(source);
  if (address.has_authority && address.scheme.empty()) address.scheme = "https";
  if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
  address.authority.erase(0, address.authority.rfind('@') + 1);  // no password goes into a book
  return outline::normalised_address(address);
}

std::string trimmed(std::string words) {
  const std::size_t first = words.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(" \t\n") - first + 1);
}

/// A share of the measure in steps of five per cent, which the stylesheet has classes for: Kobo and
/// others ignore or forbid style attributes.
std::string share_class(float percent) {
  const int steps = std::clamp(static_cast<int>(std::lround(percent / 5)), 1, 20);
  return "w" + std::to_string(steps * 5);
}

}  // namespace

/// The name of a picture's file, or null where it has none.
const std::string* ChapterWriter::file_of(const Image& image) const {
  const auto asset = source_.assets.of(id_.document, image.id);
  if (!asset || source_.pictures[asset->v].empty()) return nullptr;
  return &source_.pictures[asset->v];
}

void ChapterWriter::figure(const Figure& b, SourceSpan at) {
  const bool missing = std::none_of(b.images.begin(), b.images.end(),
                                    [&](const Image& i) { return file_of(i) != nullptr; });
  const std::string caption = trimmed(plain_text(b.caption));
  const Element element(out_, "figure");
  if (missing) out_.attribute("class", "missing");
  out_.line();
  const std::string address =
      b.link && !missing ? href(source_.outline.at(id_.document, b.link->id)) : "";
  {
    std::optional<Element> a;
    if (!address.empty()) a.emplace(out_, "a", std::initializer_list<Attribute>{{"href", address}});
    in_link_ = a.has_value();
    for (const Image& image : b.images) {
      if (file_of(image)) {
        picture(image, caption, at);
      } else if (a) {
        missing_picture_inline(image);
      } else {
        missing_picture(image, caption);
      }
    }
    in_link_ = false;
  }
  out_.line();
  if (b.caption.empty()) return;
  {
    const Element words(out_, "figcaption");
    content(b.caption);
  }
  out_.line();
}

/// @param caption  the figure's, in plain words, which describe the picture where its own do not
void ChapterWriter::picture(const Image& image, const std::string& caption, SourceSpan at) {
  const std::string own = trimmed(plain_text(image.alt));
  std::string alt(generated_.figure);
  if (describes(own)) {
    alt = own;
  } else if (describes(image.title)) {
    alt = image.title;
  } else if (describes(caption)) {
    alt = caption;
  } else {
    facts.all_described = false;
    log_.note("image-undescribed", at,
              {"图片“" + image.source + "”没有说明文字，听书的读者无从知道画了什么",
               "the picture \"" + image.source + "\" has no words that describe it"},
              {"写成 ![画面说明](文件)", "write ![what it shows](file)"});
  }
  facts.pictures.insert(*source_.assets.of(id_.document, image.id));
  out_.open("img");
  out_.attribute("src", "../img/" + *file_of(image));
  out_.attribute("alt", alt);
  if (image.width.unit == SizeHint::Unit::percent)
    out_.attribute("class", share_class(image.width.value));
  if (image.width.unit == SizeHint::Unit::pt)  // HTML's attribute counts CSS px, 0.75 pt each
    out_.attribute("width", std::to_string(std::max(1L, std::lround(image.width.value / 0.75F))));
  out_.close_void();
}

/// What a reader gets instead of a picture: that one is missing, what it showed, where it was. What
/// the caption says below is not said twice.
void ChapterWriter::missing_picture(const Image& image, const std::string& caption) {
  const std::string alt = trimmed(plain_text(image.alt));
  const auto address = web_address(image.source);
  const bool has_scheme = !outline::split_address(image.source).scheme.empty();
  {
    const Element p(out_, "p");
    write_element(out_, "strong", {}, std::string(generated_.picture_missing));
    if (!alt.empty() && alt != caption) out_.text("　" + alt);
  }
  if (!address && has_scheme) return;  // data: and the like say nothing to a reader
  const Element p(out_, "p", {{"class", "address"}});
  if (address) {
    write_element(out_, "a", {{"href", *address}}, *address);
  } else {
    out_.text(image.source);
  }
}

void ChapterWriter::missing_picture_inline(const Image& image) {
  const std::string alt = trimmed(plain_text(image.alt));
  const auto address = web_address(image.source);
  const std::string words =
      "［" + std::string(generated_.picture_missing) + (alt.empty() ? "" : "　" + alt) + "］";
  const Element span(out_, "span", {{"class", "missing"}});
  if (address && !in_link_) {
    write_element(out_, "a", {{"href", *address}}, words);
  } else {
    out_.text(words);
  }
}

}  // namespace keben::epub
