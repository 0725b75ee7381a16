// From cmark's columns to ours: it counts bytes of the text it was fed, from 1; we count code
// points of the text its author wrote.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/stand_ins.h"

namespace keben::markdown {

class Columns {
 public:
  /// Beginnings and ends of nodes each come in order of the text, but not together: a cursor for
  /// each counts few bytes. Where the parser's places jump about, blocks that were counted before
  /// keep a paragraph of a million nodes on one line linear.
  enum class Cursor { beginnings, ends };

  /// `fed` outlives this.
  Columns(std::string_view fed, const Restorer& restorer);

  /// Line `number` (from 1) of the fed text, without its end; empty where there is none.
  std::string_view line_at(std::uint32_t number) const;

  /// The column of the code point that holds byte `byte_column` of a line; at most 65,535, and 1
  /// where the line or the byte does not exist.
  std::uint16_t at(Cursor cursor, std::uint32_t line, std::uint32_t byte_column);

 private:
  /// Bytes [0, byte) of a line hold `count` code points.
  struct Place {
    std::uint32_t line = 0;
    std::size_t byte = 0;
    std::size_t count = 0;
  };

  /// Code points that the author wrote in bytes [first, end) of the fed text.
  std::size_t count(std::size_t first, std::size_t end) const;
  std::size_t count_far(std::size_t first, std::size_t end);
  std::size_t count_before(std::size_t byte);

  std::string_view fed_;
  const Restorer& restorer_;
  std::vector<std::uint32_t> line_starts_;
  std::array<Place, 2> places_;
  std::vector<std::size_t> before_blocks_;  // code points before each block; empty: not counted yet
};

}  // namespace keben::markdown
