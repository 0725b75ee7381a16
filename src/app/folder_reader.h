// A folder's files for those who read of it what is not essays: order, settings of a blog.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "assets/root_folder.h"
#include "config/options.h"

namespace keben::app {

/// Reads inside the folder's walls and decodes without a word: an essay is read again, and told of,
/// when its turn comes. For any thread; `options` must outlive it.
class FolderReader {
 public:
  FolderReader(const std::filesystem::path& folder, const config::ReadOptions& options)
      : files_(folder), options_(options) {}

  /// A file as UTF-8, by its path from the folder; nothing where there is none, or no text.
  std::optional<std::string> read(const std::string& path) const;

 private:
  assets::RootFolder files_;
  const config::ReadOptions& options_;
};

}  // namespace keben::app
