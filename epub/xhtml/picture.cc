// Pictures, and what stands in their place when they could not be had.
#include <algorithm>
#include <cmath>
#include <optional>

#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace edition;

namespace {

/// A share of the measure in steps of five per cent, which the stylesheet has classes for: Kobo and
/// others ignore or forbid style attributes.
std::string share_class(float percent) {
  const int steps = std::clamp(static_cast<int>(std::lround(percent / 5)), 1, 20);
  return "w" + std::to_string(steps * 5);
}

}  // namespace

/// The name of a picture's file, or null where it has none.
const std::string* ChapterWriter::file_of(const Picture& picture) const {
  if (!picture.asset || source_.pictures[picture.asset->v].empty()) return nullptr;
  return &source_.pictures[picture.asset->v];
}

void ChapterWriter::figure(const Figure& b) {
  const bool missing = std::none_of(b.pictures.begin(), b.pictures.end(),
                                    [&](const Picture& p) { return file_of(p) != nullptr; });
  const Element element(out_, "figure");
  if (missing) out_.attribute("class", "missing");
  out_.line();
  {
    std::optional<Element> a;
    if (b.link && !missing)
      a.emplace(out_, "a", std::initializer_list<Attribute>{{"href", href(*b.link)}});
    in_link_ = a.has_value();
    for (const Picture& each : b.pictures) {
      if (file_of(each)) {
        picture(each);
      } else if (a) {
        missing_picture_inline(each);
      } else {
        missing_picture(each);
      }
    }
    in_link_ = false;
  }
  out_.line();
  if (b.caption.empty()) return;
  {
    const Element caption(out_, "figcaption");
    words(b.caption);
  }
  out_.line();
}

void ChapterWriter::picture(const Picture& n) {
  facts.pictures.insert(*n.asset);
  facts.all_described = facts.all_described && n.described;
  out_.open("img");
  out_.attribute("src", "../img/" + *file_of(n));
  out_.attribute("alt", n.alt);
  if (n.width.unit == model::SizeHint::Unit::percent)
    out_.attribute("class", share_class(n.width.value));
  if (n.width.unit == model::SizeHint::Unit::pt)  // HTML's attribute counts CSS px, 0.75 pt each
    out_.attribute("width", std::to_string(std::max(1L, std::lround(n.width.value / 0.75F))));
  out_.close_void();
}

/// What a reader gets instead of a picture: that one is missing, what it showed, where it was.
void ChapterWriter::missing_picture(const Picture& n) {
  {
    const Element p(out_, "p");
    write_element(out_, "strong", {}, std::string(generated_.picture_missing));
    if (!n.missing.empty()) out_.text("　" + n.missing);
  }
  if (n.source.empty()) return;
  const Element p(out_, "p", {{"class", "address"}});
  if (n.address.empty()) {
    out_.text(n.source);
  } else {
    write_element(out_, "a", {{"href", n.address}}, n.source);
  }
}

void ChapterWriter::missing_picture_inline(const Picture& n) {
  const std::string words = "［" + std::string(generated_.picture_missing) +
                            (n.missing.empty() ? "" : "　" + n.missing) + "］";
  const Element span(out_, "span", {{"class", "missing"}});
  if (n.address.empty() || in_link_) {
    out_.text(words);
  } else {
    write_element(out_, "a", {{"href", n.address}}, words);
  }
}

}  // namespace keben::epub
