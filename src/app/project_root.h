// The folder outside which no file of an author's is read (product.md, "What happens with no
// flags").
#pragma once

#include <filesystem>
#include <string>

namespace keben::app {

/// The nearest folder upward from `folder` that holds keben.yaml, .git or a site's own file
/// (_config.yml, hugo.toml, astro.config.*, mkdocs.yml …); `folder` itself where there is none.
///
/// @param folder  absolute and normal
std::filesystem::path project_root(const std::filesystem::path& folder);

/// Whether a folder is a repository's root: under version control, or with a file that programs
/// know such a root by. keben.yaml and SUMMARY.md are an author's, and say nothing of it.
bool is_repository(const std::filesystem::path& folder);

/// The root of a run: the folder of `--root`, absolute and with its links followed, else the
/// project's.
std::filesystem::path settled_root(const std::filesystem::path& asked,
                                   const std::filesystem::path& folder);

/// A file's path from the root, `../` in front where it lies outside. The file's own name is kept,
/// if it is a link.
///
/// @param root  absolute, its links followed
std::string path_from_root(const std::string& name, const std::filesystem::path& root);

/// A file as seen from the root; empty where it lies outside.
std::string path_in_root(const std::string& name, const std::filesystem::path& root);

}  // namespace keben::app
