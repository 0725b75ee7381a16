// The folder outside which no file of an author's is read (product.md, "What happens with no
// flags").
#pragma once

#include <filesystem>

namespace keben::app {

/// The nearest folder upward from `folder` that holds keben.yaml, .git or a site's own file
/// (_config.yml, hugo.toml, astro.config.*, mkdocs.yml …); `folder` itself where there is none.
///
/// @param folder  absolute and normal
std::filesystem::path project_root(const std::filesystem::path& folder);

/// The root of a run: the folder of `--root`, absolute and with its links followed, else the
/// project's.
std::filesystem::path settled_root(const std::filesystem::path& asked,
                                   const std::filesystem::path& folder);

}  // namespace keben::app
