#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

constexpr float kPointsPerPixel = 0.75F;

/// `300`, `300px`, `50%`; none for other units, which depend on a page that we do not have.
SizeHint read_size(std::string_view text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc{}) return {};
  if (unit == "%") return share_of_measure(value);
  if (unit.empty() || unit == "px") return points_wide(value * kPointsPerPixel);
  return {};
}

void take_size(std::string_view text, Image& image) {
  const SizeHint size = read_size(text);
  if (size.unit != SizeHint::Unit::none) image.width = size;
}

/// Takes `{width=50% .class}` off the front of the text behind a picture.
void take_attributes(Image& image, std::string& behind) {
  const std::size_t end = behind.find('}');
  if (!behind.starts_with('{') || end == std::string::npos) return;
  std::string_view inside = std::string_view(behind).substr(1, end - 1);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  const Attributes attributes = parse_attributes(inside);
  const bool empty =
      attributes.id.empty() && attributes.classes.empty() && attributes.values.empty();
  if (empty || !attributes.words.empty()) return;  // prose in braces
  if (const std::string* width = attributes.find("width")) take_size(*width, image);
  behind.erase(0, end + 1);
}

/// Obsidian: `![alt|350]`, `![alt|350x200]`.
void take_width_from_alt(Image& image, std::string& alt) {
  const std::size_t bar = alt.rfind('|');
  if (bar == std::string::npos) return;
  std::string_view size = trimmed(std::string_view(alt).substr(bar + 1));
  size = size.substr(0, size.find('x'));
  const bool digits =
      !size.empty() && size.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) return;
  take_size(size, image);
  alt.resize(bar);
}

void read_in(Inlines& inlines);

void read_children(Inline& node) {
  if (auto* styled = std::get_if<Styled>(&node.is)) read_in(styled->children);
  if (auto* link = std::get_if<Link>(&node.is)) read_in(link->children);
  if (auto* foreign = std::get_if<Foreign>(&node.is)) read_in(foreign->children);
}

void read_in(Inlines& inlines) {
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    read_children(inlines[i]);
    auto* image = std::get_if<Image>(&inlines[i].is);
    if (!image) continue;
    std::string alt(trimmed(plain_text(image->alt)));
    take_width_from_alt(*image, alt);
    const SourceSpan at = image->alt.empty() ? inlines[i].at : image->alt.front().at;
    image->alt.clear();
    if (!alt.empty()) image->alt.push_back({at, Text{std::move(alt)}});
    auto* behind = i + 1 < inlines.size() ? std::get_if<Text>(&inlines[i + 1].is) : nullptr;
    if (behind) take_attributes(*image, behind->text);
  }
  std::erase_if(inlines, [](const Inline& node) {
    const auto* text = std::get_if<Text>(&node.is);
    return text && text->text.empty();
  });
}

}  // namespace

void read_image_attributes(Document& document) {
  for_each_part(document, kPassBy, read_in);
}

}  // namespace keben::markdown
