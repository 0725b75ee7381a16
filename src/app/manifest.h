// What the books of a folder were made from, so that only what changed is made again.
//
// One small record for each text, in the folder `.keben` beside the books: workers that share a
// folder, each with its part of the texts, write no file of another's, records of several machines
// are put together by copying, and a run that was cut short goes on where it stopped. Contents are
// compared, by SHA-256, never times: a fresh checkout makes nothing again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/report.h"
#include "base/bytes.h"
#include "base/result.h"

namespace keben::app {

/// A file that a text names, from the root; no digest where there is none.
struct NamedFile {
  std::string path;
  std::string sha256;
  bool operator==(const NamedFile&) const = default;
};

struct Record {
  std::string settings;  // settings_key.h
  std::string text;      // SHA-256 of it
  std::vector<NamedFile> files;
  std::vector<WrittenBook> books;  // by their names in the folder
};

class Manifest {
 public:
  /// @param folder  of the books
  explicit Manifest(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The record of a text, by its path; nothing where there is none or it cannot be read.
  std::optional<Record> find(const std::string& path) const;
  /// Fails with Fault::machine.
  Done keep(const std::string& path, const Record& record) const;
  /// Forgets a text whose books no longer are what its record says.
  void drop(const std::string& path) const;
  /// The file that a record lies in.
  std::filesystem::path file_of(const std::string& path) const;

 private:
  std::filesystem::path folder_;
};

/// Whether a text's books are what would be made of it now: same settings, text and files, and each
/// of `names` is a book in `folder`, of the recorded size.
///
/// @param root  that the files are seen from
/// @param most  bytes of one of them
bool is_current(const Record& record, const std::string& settings, const std::string& text,
                const std::vector<std::string>& names, const std::filesystem::path& folder,
                const std::filesystem::path& root, std::size_t most);

/// What is there now of files named from a root.
std::vector<NamedFile> look_at(const std::vector<std::string>& paths,
                               const std::filesystem::path& root, std::size_t most);

}  // namespace keben::app
