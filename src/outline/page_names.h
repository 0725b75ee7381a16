// What a path calls a page. Authors, editors and sites write one file in many ways: `a.md`, `a`,
// `a.html`, `a/`; and `x/`, `x/index.html` or `x/README.md` for the page that opens a folder.
#pragma once

#include <string_view>

namespace keben::outline {

/// Whether a file's name ends as Markdown's do, in capitals or not.
bool is_markdown(std::string_view path);
/// The path without that end.
std::string_view without_markdown_suffix(std::string_view path);
/// The path without `.html` or `.htm`.
std::string_view without_html_suffix(std::string_view path);

/// The parts of a path before and behind its last `/`.
std::string_view folder_of_path(std::string_view path);
std::string_view last_segment(std::string_view path);

/// Whether a file's name, with or without its suffix, is one that opens its folder: README, index,
/// _index.
bool opens_folder(std::string_view path);

}  // namespace keben::outline
