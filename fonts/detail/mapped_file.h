// A font's file in memory as it lies on the disk: read where it is looked at, and no more.
//
// A face of all hanzi is tens of megabytes. What has been read of it stays until the system wants
// the room, or until we say that we are done: then a process that has cut its fonts is as small as
// it was before.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace keben::fonts {

class MappedFile {
 public:
  /// Maps a regular file that is not empty; null for any other.
  static std::shared_ptr<const MappedFile> open(const std::filesystem::path& file);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }
  /// Leaves what has been read to the system; it is read again where it is wanted.
  void forget() const;

 private:
  MappedFile(char* data, std::size_t size) : data_(data), size_(size) {}
  char* data_;
  std::size_t size_;
};

}  // namespace keben::fonts
