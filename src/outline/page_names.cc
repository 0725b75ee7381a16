#include "outline/page_names.h"

#include <algorithm>
#include <array>
#include <span>

namespace keben::outline {
namespace {

/// GitHub's suffixes of Markdown, and MDX's.
constexpr std::array<std::string_view, 8> kMarkdown = {".md",  ".markdown", ".mdx",    ".mdown",
                                                       ".mkd", ".mkdn",     ".mkdown", ".mdwn"};
constexpr std::array<std::string_view, 2> kHtml = {".html", ".htm"};
constexpr std::array<std::string_view, 3> kOpenings = {"readme", "index", "_index"};

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view without(std::string_view path, std::span<const std::string_view> suffixes) {
  for (const std::string_view suffix : suffixes) {
    const bool ends =
        path.size() > suffix.size() && same(path.substr(path.size() - suffix.size()), suffix);
    if (ends) return path.substr(0, path.size() - suffix.size());
  }
  return path;
}

}  // namespace

bool is_markdown(std::string_view path) {
  return without_markdown_suffix(path).size() != path.size();
}

std::string_view without_markdown_suffix(std::string_view path) {
  return without(path, kMarkdown);
}

std::string_view without_html_suffix(std::string_view path) {
  return without(path, kHtml);
}

std::string_view folder_of_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view last_segment(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool opens_folder(std::string_view path) {
  const std::string_view stem = without_html_suffix(without_markdown_suffix(last_segment(path)));
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view name) { return same(stem, name); });
}

}  // namespace keben::outline
