// The files that a book is made from, known by what they are and not by what they are called: no
// output may take the place of one, whatever name it goes by.
//
// A path, a symbolic link, a hard link and another spelling are one file where device and inode are
// one (POSIX, <sys/stat.h>).
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/invocation.h"
#include "base/result.h"

namespace keben::app {

class InputFiles {
 public:
  /// Adds a file; one that is not there is passed over.
  void add(const std::filesystem::path& file);
  /// Adds all files of a folder, at any depth.
  void add_folder(const std::filesystem::path& folder);
  /// Adds what a command line names (texts, those of folders, keben.yaml, stylesheet, cover,
  /// faces), and the machine's faces.
  void add_named(const Invocation& asked);

  /// Fails with Fault::usage where an output is one of these, and names both.
  ///
  /// @param output  its links followed; empty for standard output
  Done spare(const std::filesystem::path& output, const std::string& name) const;

 private:
  std::map<std::pair<dev_t, ino_t>, std::string> names_;
  std::vector<std::filesystem::path> kept_;  // folders of the machine's, in which all files are
};

}  // namespace keben::app
