#include "app/folder_listing.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "app/folder_reader.h"
#include "app/inputs.h"
#include "app/project_root.h"
#include "series/paths.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;
using series::LeftOut;
using Why = LeftOut::Why;

/// How many names are looked at where nothing is taken from, before it is held to have Markdown.
constexpr std::size_t kMostLooks = 10'000;

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "node_modules";
}

/// Whether a file is Markdown, or a folder holds any: links in it are not followed.
bool may_hold_markdown(const fs::path& path, bool folder) {
  if (!folder) return series::is_markdown(path.string());
  std::error_code error;
  std::size_t looks = 0;
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (++looks > kMostLooks) return true;
    if (series::is_markdown(at->path().string()) && !at->is_directory(ignored)) return true;
  }
  return static_cast<bool>(error);
}

class Lister {
 public:
  explicit Lister(series::Listing& out) : out_(out) {}

  std::error_code walk() {
    std::error_code error;
    fs::recursive_directory_iterator at(out_.name, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error))
      if (!enters(*at)) at.disable_recursion_pending();
    std::sort(out_.texts.begin(), out_.texts.end());
    return error;
  }

 private:
  /// Takes a file; whether a folder is to be looked into.
  bool enters(const fs::directory_entry& entry) {
    std::error_code ignored;
    const bool folder = entry.is_directory(ignored);  // or a link to one
    const bool link = entry.is_symlink(ignored);
    if (folder && !link && !is_hidden(entry.path())) return true;
    if (!folder && !series::is_markdown(entry.path().string())) return false;
    if (!is_hidden(entry.path()) && !link && entry.is_regular_file(ignored)) {
      out_.texts.push_back(path_of(entry));
      return false;
    }
    const Why why = is_hidden(entry.path()) ? Why::hidden : link ? Why::link : Why::no_file;
    if (may_hold_markdown(entry.path(), folder))
      out_.passed_over.push_back({path_of(entry) + (folder ? "/" : ""), why});
    return false;
  }

  std::string path_of(const fs::directory_entry& entry) const {
    return entry.path().lexically_relative(out_.name).generic_string();
  }

  series::Listing& out_;
};

}  // namespace

Result<series::Listing> list_folder(const std::string& folder, const config::ReadOptions& options) {
  series::Listing out{.name = folder};
  if (const std::error_code error = Lister(out).walk())
    return failure(unreadable_input(folder, error.value()));
  const auto files = std::make_shared<FolderReader>(folder, options);
  out.read = [files](const std::string& path) { return files->read(path); };
  out.is_repository = is_repository(folder);
  return out;
}

}  // namespace keben::app
