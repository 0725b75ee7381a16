// Obsidian's links between notes, `[[page#heading|label]]`, and its embeds, `![[picture.png|300]]`.
//
// A page is called by its title, slug or file's stem: outline finds it. A page that is embedded
// becomes a link to it, since a book shows each text once.
#include <array>
#include <charconv>
#include <string>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/picture_names.h"
#include "markdown/text_matchers.h"
#include "unicode/properties.h"

namespace keben::markdown {
namespace {

struct Parts {
  std::string_view page;     // may be empty: this one
  std::string_view heading;  // may be empty
  std::string_view label;    // behind the bar
};

Parts cut(std::string_view inside) {
  Parts parts;
  const std::size_t bar = inside.find('|');
  if (bar != std::string_view::npos) parts.label = trimmed(inside.substr(bar + 1));
  inside = inside.substr(0, bar);
  const std::size_t hash = inside.find('#');
  if (hash != std::string_view::npos) parts.heading = trimmed(inside.substr(hash + 1));
  parts.page = trimmed(inside.substr(0, hash));
  return parts;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (unicode::properties_of(d.code_point).category == unicode::Category::letter) return true;
    at = d.next;
  }
  return false;
}

/// Neither a shell's test, nor a class of characters, nor a matrix, nor a site's own mark.
bool names_a_page(std::string_view inside) {
  constexpr std::array<std::string_view, 2> kOwnMarks = {"toc", "_toc_"};
  for (const std::string_view mark : kOwnMarks) {
    if (same_ignoring_case(inside, mark)) return false;
  }
  const bool apart = is_space(inside.front()) || is_space(inside.back());
  return !apart && inside.front() != ':' && has_letter(inside) &&
         inside.find_first_of("[]") == std::string_view::npos;
}

/// A page's name as an address: what an address would take for a scheme or a query is no such thing
/// here.
std::string address_of(const Parts& parts) {
  std::string out;
  for (const char c : parts.page) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '?':
        out += "%3F";
        break;
      case ':':
        out += "%3A";
        break;
      default:
        out += c;
    }
  }
  if (!parts.heading.empty()) out.append("#").append(parts.heading);
  return out;
}

std::string label_of(const Parts& parts, std::string_view inside) {
  if (!parts.label.empty()) return std::string(parts.label);
  if (parts.page.empty()) return std::string(parts.heading);
  return std::string(trimmed(inside.substr(0, inside.find('|'))));
}

/// `300`, `300x200`: pixels.
model::SizeHint width_of(std::string_view text) {
  float pixels = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, pixels);
  const bool number = error == std::errc{} && (stop == end || *stop == 'x') && pixels > 0;
  constexpr float kPointsPerPixel = 0.75F;
  return number ? model::SizeHint{pixels * kPointsPerPixel, model::SizeHint::Unit::pt}
                : model::SizeHint{};
}

model::Image image_of(const Parts& parts) {
  model::Image image;
  image.source = parts.page;
  image.width = width_of(parts.label);
  if (!parts.label.empty() && image.width == model::SizeHint{})
    image.alt.push_back({{}, model::Text{std::string(parts.label)}});
  return image;
}

}  // namespace

std::optional<Match> match_wiki_link(std::string_view text, std::size_t at) {
  const bool embedded = text[at] == '!';
  const std::size_t first = at + (embedded ? 3 : 2);
  if (!text.substr(first - 2).starts_with("[[")) return std::nullopt;
  const std::string_view rest = text.substr(first, kLongestConstruct);
  const std::size_t length = rest.find("]]");
  if (length == 0 || length == std::string_view::npos) return std::nullopt;
  const std::string inside = unmarked(rest.substr(0, length));
  if (inside.empty() || !names_a_page(inside)) return std::nullopt;
  const Parts parts = cut(inside);
  if (parts.page.empty() && parts.heading.empty()) return std::nullopt;
  const std::size_t end = first + length + 2;
  if (embedded && has_picture_suffix(parts.page)) return Match{end, image_of(parts)};
  model::Link link{{{}, address_of(parts), {}}, {{{}, model::Text{label_of(parts, inside)}}}};
  return Match{end, std::move(link)};
}

}  // namespace keben::markdown
