#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/directives.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// `[!NOTE]`, `[!tip]-`, `[!quote|wide]+`: the name, and how many bytes it all takes.
struct Marker {
  std::string name;
  std::size_t bytes = 0;
};

std::optional<Marker> read_marker(std::string_view text) {
  const std::size_t end = text.find(']');
  if (!text.starts_with("[!") || end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(2, end - 2);
  const std::string_view name = inside.substr(0, inside.find('|'));
  if (name.empty() || name.find('[') != std::string_view::npos) return std::nullopt;
  const bool folds = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+');
  const std::size_t bytes = end + (folds ? 2 : 1);
  if (bytes < text.size() && !is_space(text[bytes])) return std::nullopt;
  return Marker{std::string(name), bytes};
}

/// Cuts the first line off a paragraph's content.
Inlines take_first_line(Inlines& content) {
  const auto end = std::find_if(content.begin(), content.end(), is_break);
  Inlines line(std::make_move_iterator(content.begin()), std::make_move_iterator(end));
  content.erase(content.begin(), end == content.end() ? end : std::next(end));
  return line;
}

/// What follows the marker on its line.
Inlines title_from(Inlines line, const Marker& marker) {
  std::string& first = std::get<Text>(line.front().is).text;
  first = trimmed(std::string_view(first).substr(marker.bytes));
  if (first.empty()) line.erase(line.begin());
  return line;
}

void read_callout(Block& block) {
  auto* quote = std::get_if<Quote>(&block.is);
  if (!quote || quote->children.empty()) return;
  auto* opening = std::get_if<Paragraph>(&quote->children.front().is);
  if (!opening || opening->content.empty()) return;
  const auto* text = std::get_if<Text>(&opening->content.front().is);
  const std::optional<Marker> marker = text ? read_marker(text->text) : std::nullopt;
  if (!marker) return;
  Inlines title = title_from(take_first_line(opening->content), *marker);
  if (opening->content.empty()) quote->children.erase(quote->children.begin());
  Blocks children = std::move(quote->children);
  block.is = Admonition{admonition_kind(marker->name), marker->name, std::move(title),
                        std::move(children)};
}

}  // namespace

void read_callouts(Document& document) {
  for_each_part(document, read_callout, [](Inlines&) {});
}

}  // namespace keben::markdown
