#include "series/paths.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "markdown/ascii.h"
#include "outline/page_names.h"

namespace keben::series {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) {
    return markdown::same_ignoring_case(each, word);
  });
}

int value_of(char c) {
  if (markdown::is_digit(c)) return c - '0';
  const char lower = markdown::lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of_path(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.substr(0, name.rfind('.'));
}

std::string joined(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : {folder, target}) {
    while (!rest.empty()) {
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      const std::string_view part = rest.substr(0, slash);
      rest.remove_prefix(std::min(slash + 1, rest.size()));
      if (part.empty() || part == ".") continue;
      if (part == ".." && !parts.empty() && parts.back() != "..") {
        parts.pop_back();
      } else {
        parts.push_back(part);
      }
    }
  }
  std::string out;
  for (const std::string_view part : parts)
    out.append(out.empty() ? "" : "/").append(part);
  return out;
}

bool is_markdown(std::string_view path) {
  return outline::is_markdown(path);
}

std::string percent_decoded(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool pair = address[i] == '%' && i + 2 < address.size() &&
                      value_of(address[i + 1]) >= 0 && value_of(address[i + 2]) >= 0;
    out += pair ? static_cast<char>(value_of(address[i + 1]) * 16 + value_of(address[i + 2]))
                : address[i];
    if (pair) i += 2;
  }
  return out;
}

bool is_repository_paper(std::string_view path) {
  constexpr std::array<std::string_view, 10> kPapers = {
      "license",      "licence",         "unlicense",       "copying",    "changelog",
      "contributing", "code_of_conduct", "code-of-conduct", "governance", "maintainers"};
  const std::string_view name = name_of(path);
  return folder_of(path).empty() && is_one_of(name.substr(0, name.find('.')), kPapers);
}

bool opens_folder(std::string_view path) {
  return outline::opens_folder(path);
}

}  // namespace keben::series
