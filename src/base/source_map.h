// Who owns the texts we read, and how a place in one is named.
//
// Every node of the model and every message carries a SourceSpan; the map turns it back into a
// file's name and the line to show. Lines and columns count from 1; columns count code points, as
// gcc and editors do (product.md, "Messages").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keben {

/// Index into a SourceMap.
struct FileId {
  std::uint16_t v = 0;
  auto operator<=>(const FileId&) const = default;
};

/// A stretch of one file, both ends included. Line 0 means "nowhere in particular". Columns
/// saturate at 65,535.
struct SourceSpan {
  std::uint32_t first_line = 0;
  std::uint32_t last_line = 0;
  std::uint16_t first_column = 0;
  std::uint16_t last_column = 0;
  FileId file = {};
  bool operator==(const SourceSpan&) const = default;
  bool known() const { return first_line != 0; }

  /// The same place when its map has become part of another, from file `first` on
  /// (SourceMap::take).
  SourceSpan taken(FileId first) const {
    SourceSpan out = *this;
    if (known()) out.file.v = static_cast<std::uint16_t>(file.v + first.v);
    return out;
  }
};
static_assert(sizeof(SourceSpan) == 16);

class SourceMap {
 public:
  /// Takes a text (valid UTF-8, lines ended by \n) under the name that messages will show.
  FileId add(std::string name, std::string text);

  /// What the text that is added next will be called by.
  FileId next() const { return {static_cast<std::uint16_t>(files_.size())}; }

  /// Takes all files of another map, in their order, and tells which the first of them is here.
  /// Texts that are read at the same time have a map each.
  FileId take(SourceMap other);

  std::string_view name(FileId file) const { return files_[file.v].name; }
  std::string_view text(FileId file) const { return files_[file.v].text; }
  std::size_t size() const { return files_.size(); }

  /// Line `number` (from 1) without its end; empty where there is none.
  std::string_view line(FileId file, std::uint32_t number) const;

 private:
  struct File {
    std::string name;
    std::string text;
    mutable std::vector<std::size_t> line_starts;  // filled when a line is first asked for
  };
  std::vector<File> files_;
};

}  // namespace keben
