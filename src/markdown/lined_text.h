// A text put together from several files, each of whose lines knows where it comes from: messages
// name the included file, not the one that includes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source_map.h"

namespace keben::markdown {

/// A line of a file.
struct Origin {
  FileId file;
  std::uint32_t line = 0;
  bool operator==(const Origin&) const = default;
};

struct LinedText {
  std::string text;
  std::vector<Origin> lines;  // one for each line of `text`

  /// Of line `number`, from 1; the last line's beyond the end.
  Origin origin(std::uint32_t number) const;
};

/// Writes such a text from front to back.
class LineWriter {
 public:
  /// Appends `text`: its first line, or what it adds to the line at hand, comes from `at`, each
  /// further line from the one below in the same file.
  void write(std::string_view text, Origin at);
  /// Appends `text`, all of whose lines come from the one line `at`.
  void write_from_one_line(std::string_view text, Origin at);
  /// Ends the line at hand unless nothing stands on it.
  void end_line(Origin at);

  std::size_t size() const { return out_.text.size(); }
  bool at_line_begin() const { return out_.text.empty() || out_.text.back() == '\n'; }
  LinedText finish() { return std::move(out_); }

 private:
  void write_line(std::string_view line, Origin at);

  LinedText out_;
};

}  // namespace keben::markdown
