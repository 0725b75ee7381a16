// The words that a pattern of addresses is made of, and what all generators read in the same way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace keben::outline {

/// A stretch of a pattern: a word, or text as it stands.
struct Stretch {
  std::string_view text;  // a word's name, or the text
  std::string_view written;
  bool word = false;
};

/// A pattern taken apart, Jekyll's named ones (`pretty`) spelled out. A word is `:name`, or Astro's
/// `[name]` and `[...name]`.
std::vector<Stretch> stretches_of(std::string_view pattern);

/// What a word means of a date: `year`, `i_month` …; nothing where it is none of those.
std::optional<std::string> date_word(std::string_view name, model::Date date);
std::vector<std::string_view> date_words();

/// The folders and the name of a file, without its suffix; a page bundle (x/index.md) is called as
/// its folder.
std::vector<std::string> segments_of(std::string_view path);

/// `2025-01-25-name` → `name`, as Hexo and Jekyll have it.
std::string without_date(const std::string& name);

/// A path without a slash in front, and none twice where a word stood for nothing.
std::string tidy(const std::string& path);

}  // namespace keben::outline
