#include "app/project_root.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace keben::app {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 13> kMarks = {
    "keben.yaml",   ".git",        "_config.yml",    "hugo.toml", "hugo.yaml",
    "hugo.yml",     "hugo.json",   "mkdocs.yml",     "book.toml", "SUMMARY.md",
    "package.json", "config.toml", "config/_default"};
constexpr std::array<std::string_view, 4> kAstro = {"astro.config.mjs", "astro.config.ts",
                                                    "astro.config.js", "astro.config.cjs"};

bool is_marked(const fs::path& folder) {
  const auto holds = [&](std::string_view name) {
    std::error_code ignored;
    return fs::exists(folder / name, ignored);
  };
  return std::any_of(kMarks.begin(), kMarks.end(), holds) ||
         std::any_of(kAstro.begin(), kAstro.end(), holds);
}

}  // namespace

fs::path project_root(const fs::path& folder) {
  for (fs::path at = folder;; at = at.parent_path()) {
    if (is_marked(at)) return at;
    if (at == at.parent_path()) return folder;
  }
}

fs::path settled_root(const fs::path& asked, const fs::path& folder) {
  if (asked.empty()) return project_root(folder);
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(asked, ignored), ignored);
}

std::string path_from_root(const std::string& name, const fs::path& root) {
  std::error_code ignored;
  const fs::path file = fs::absolute(name, ignored);
  const fs::path folder = fs::weakly_canonical(file.parent_path(), ignored);
  return (folder / file.filename()).lexically_relative(root).generic_string();
}

std::string path_in_root(const std::string& name, const fs::path& root) {
  std::error_code ignored;
  const fs::path file = fs::weakly_canonical(fs::absolute(name, ignored), ignored);
  const fs::path path = file.lexically_relative(root);
  const bool outside = path.empty() || *path.begin() == "..";
  return outside ? std::string() : path.generic_string();
}

}  // namespace keben::app
