// The wall around an author's files: nothing outside the root is read, whatever a path, a symbolic
// link or a race says.
//
// A check of the path's text followed by an open would be two looks at a world that can change
// between them. Linux's openat2 does both at once (RESOLVE_BENEATH, since 5.6); where the kernel or
// a sandbox has none, each part is opened on its own and no symbolic link is followed at all.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/bytes.h"
#include "base/result.h"

namespace keben::assets {

/// Why a file was not read.
enum class FileTrouble {
  missing,
  outside,     // beyond the root, by name or by link
  unreadable,  // no permission, an error of the disk
  no_file,     // a folder, a pipe, a device, of /proc
  too_large,
};

class RootFolder {
 public:
  enum class Wall { kernel, by_parts };

  /// Opens the folder; where it cannot be opened every read is `missing`.
  explicit RootFolder(const std::filesystem::path& folder, Wall wall = Wall::kernel);
  RootFolder(const RootFolder&) = delete;
  RootFolder& operator=(const RootFolder&) = delete;
  ~RootFolder();

  /// Reads a whole regular file of at most `most` bytes.
  ///
  /// @param relative  from the root, lexically normal: `..` may only stand in front, and then the
  ///                  file is outside
  tl::expected<Bytes, FileTrouble> read(const std::filesystem::path& relative,
                                        std::size_t most) const;

 private:
  tl::expected<int, FileTrouble> open(const std::filesystem::path& relative) const;

  int descriptor_ = -1;
  Wall wall_;
};

}  // namespace keben::assets
