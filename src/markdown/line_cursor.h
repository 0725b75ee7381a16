// A place in a line, as CommonMark counts it: in columns, of which a tab takes up to four (#tabs).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace keben::markdown {

class LineCursor {
 public:
  /// At the front of the line of `text` that begins at `first`.
  LineCursor(std::string_view text, std::size_t first)
      : text_(text),
        first_(first),
        at_(first),
        end_(std::min(text.find('\n', first), text.size())) {
    look_ahead();
  }

  std::size_t first() const { return first_; }
  std::size_t end() const { return end_; }  // its newline, or the text's end
  std::size_t next() const { return std::min(end_ + 1, text_.size()); }  // the next line
  std::size_t at() const { return at_; }
  std::size_t nonspace() const { return nonspace_; }  // the first that is neither space nor tab
  std::size_t indent() const { return indent_; }      // columns up to there
  bool is_blank() const { return nonspace_ == end_; }
  /// What is left of the line, from its first mark on.
  std::string_view rest() const { return text_.substr(nonspace_, end_ - nonspace_); }

  /// Over `columns`, or as many as white space has, which may end inside a tab.
  void skip_columns(std::size_t columns) {
    while (columns > 0 && at_ < nonspace_) {
      const std::size_t wide = width_here();
      const std::size_t taken = std::min(columns, wide);
      column_ += taken;
      columns -= taken;
      if (taken == wide) ++at_;
    }
    look_ahead();
  }
  /// Over the white space, and `bytes` of marks behind it.
  void skip_marks(std::size_t bytes) {
    column_ += indent_ + bytes;
    at_ = nonspace_ + bytes;
    look_ahead();
  }

 private:
  std::size_t width_here() const { return text_[at_] == '\t' ? 4 - column_ % 4 : 1; }

  void look_ahead() {
    std::size_t column = column_;
    for (nonspace_ = at_; nonspace_ < end_; ++nonspace_) {
      if (text_[nonspace_] == '\t') {
        column += 4 - column % 4;
      } else if (text_[nonspace_] == ' ') {
        ++column;
      } else {
        break;
      }
    }
    indent_ = column - column_;
  }

  std::string_view text_;
  std::size_t first_, at_, end_;
  std::size_t column_ = 0;
  std::size_t nonspace_ = 0;
  std::size_t indent_ = 0;
};

}  // namespace keben::markdown
