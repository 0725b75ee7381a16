#include "epub/book/turned_css.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace keben::epub {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \n";
  const std::size_t first = std::min(text.find_first_not_of(kBlank), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// Top, right, bottom and left by what one to four values say, then turned: the old left is the new
/// top.
std::string turned_sides(std::string_view value) {
  const std::vector<std::string_view> v = words_of(value);
  const std::string_view top = v[0], right = v.size() > 1 ? v[1] : top,
                         bottom = v.size() > 2 ? v[2] : top, left = v.size() > 3 ? v[3] : right;
  std::string out(left);
  for (const std::string_view side : {top, right, bottom})
    out.append(" ").append(side);
  return v.size() == 1 ? std::string(top) : out;
}

/// `border-left-color` → `border-top-color`; as it is where it names no side.
std::string turned_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSides = {
      {{"-top", "-right"}, {"-right", "-bottom"}, {"-bottom", "-left"}, {"-left", "-top"}}};
  for (const std::string_view box : {"margin", "padding", "border"}) {
    if (!name.starts_with(box)) continue;
    for (const auto& [from, to] : kSides) {
      if (name.substr(box.size()).starts_with(from))
        return std::string(box) + std::string(to) +
               std::string(name.substr(box.size() + from.size()));
    }
  }
  return std::string(name);
}

std::string turned(std::string_view declaration) {
  const std::size_t colon = declaration.find(':');
  const std::string_view name = trimmed(declaration.substr(0, colon));
  const std::string_view value = trimmed(declaration.substr(colon + 1));
  const bool has_sides = name == "margin" || name == "padding";
  return turned_name(name) + ": " + (has_sides ? turned_sides(value) : std::string(value));
}

}  // namespace

std::string turned_css(std::string_view css) {
  std::string out;
  for (std::size_t open = css.find('{'); open != css.npos; open = css.find('{')) {
    const std::size_t close = css.find('}', open);
    out.append(css.substr(0, open + 1));
    std::string_view rest = trimmed(css.substr(open + 1, close - open - 1));
    const char* before = " ";
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      out.append(before).append(turned(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      rest = trimmed(rest);
      before = "; ";
    }
    out.append(" }");
    css.remove_prefix(close + 1);
  }
  return out.append(css);
}

}  // namespace keben::epub
