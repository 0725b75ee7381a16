#include "series/folders.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <variant>

#include "markdown/front_matter_formats.h"
#include "markdown/value.h"
#include "series/natural_order.h"
#include "series/paths.h"

namespace keben::series {
namespace {

/// 入门 of 01-入门.
std::string unnumbered(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const std::size_t rest = std::min(name.find_first_not_of("-_. ", digits), name.size());
  return std::string(digits > 0 && rest > digits && rest < name.size() ? name.substr(rest) : name);
}

std::string text_at(const markdown::Fields& fields, std::string_view key) {
  const markdown::Value* value = markdown::find(fields, key);
  return value && value->text() ? *value->text() : std::string();
}

}  // namespace

void Folders::open(const Facts& page) {
  Folder& folder = folders_[page.folder];
  if (folder.title.empty()) folder.title = page.title;
  if (page.weight) folder.place = page.weight->value;
}

void Folders::read_categories(std::string_view path) {
  for (; !path.empty() && seen_.insert(std::string(path)).second; path = folder_of(path)) {
    for (const char* file : {"_category_.json", "_category_.yml", "_category_.yaml"}) {
      const auto text = listing_.read(joined(path, file));
      if (!text) continue;
      const auto read =
          markdown::read_yaml_value({*text, FileId()}, limits_, markdown::YamlTags::passed_over);
      const auto* value = std::get_if<markdown::Value>(&read);
      if (value && value->map())
        place(path, text_at(*value->map(), "label"), text_at(*value->map(), "position"));
    }
  }
}

void Folders::place(std::string_view path, const std::string& label, const std::string& position) {
  Folder& folder = folders_[std::string(path)];
  has_categories_ = true;
  if (!label.empty()) folder.title = label;
  double number = 0;
  const char* end_of_text = position.data() + position.size();
  const auto [end, error] = std::from_chars(position.data(), end_of_text, number);
  if (error == std::errc()) folder.place = number;
}

std::vector<std::pair<double, std::string>> Folders::place_of(std::string_view path) const {
  std::vector<std::pair<double, std::string>> out;
  for (; !path.empty(); path = folder_of(path)) {
    const auto folder = folders_.find(path);
    out.emplace_back(folder == folders_.end() ? kLast : folder->second.place, natural_key(path));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string Folders::title_of(std::string_view path, std::string_view common) const {
  std::string out;
  for (; path.size() > common.size(); path = folder_of(path)) {
    const auto folder = folders_.find(path);
    const bool named = folder != folders_.end() && !folder->second.title.empty();
    const std::string title = named ? folder->second.title : unnumbered(name_of(path));
    out = out.empty() ? title : title + " · " + out;
  }
  return out;
}

}  // namespace keben::series
