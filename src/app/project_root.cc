#include "app/project_root.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace keben::app {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kOwn = {"keben.yaml", "SUMMARY.md"};
constexpr std::array<std::string_view, 15> kMarks = {".git",
                                                     "_config.yml",
                                                     "hugo.toml",
                                                     "hugo.yaml",
                                                     "hugo.yml",
                                                     "hugo.json",
                                                     "mkdocs.yml",
                                                     "book.toml",
                                                     "package.json",
                                                     "config.toml",
                                                     "config/_default",
                                                     "astro.config.mjs",
                                                     "astro.config.ts",
                                                     "astro.config.js",
                                                     "astro.config.cjs"};
/// What a copy without `.git`, as forges hand out, is still known by.
constexpr std::array<std::string_view, 8> kTraces = {
    ".github", ".gitignore", ".gitattributes", ".gitlab-ci.yml",
    ".hg",     ".svn",       "LICENSE",        "COPYING"};

bool holds_one_of(const fs::path& folder, std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    std::error_code ignored;
    return fs::exists(folder / name, ignored);
  });
}

}  // namespace

fs::path project_root(const fs::path& folder) {
  for (fs::path at = folder;; at = at.parent_path()) {
    if (holds_one_of(at, kOwn) || holds_one_of(at, kMarks)) return at;
    if (at == at.parent_path()) return folder;
  }
}

bool is_repository(const fs::path& folder) {
  return holds_one_of(folder, kMarks) || holds_one_of(folder, kTraces);
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
