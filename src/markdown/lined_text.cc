#include "markdown/lined_text.h"

#include <algorithm>

namespace keben::markdown {

Origin LinedText::origin(std::uint32_t number) const {
  if (lines.empty()) return {};
  return lines[std::clamp<std::size_t>(number, 1, lines.size()) - 1];
}

/// One line, with its end where it has one.
void LineWriter::write_line(std::string_view line, Origin at) {
  if (line.empty()) return;
  if (at_line_begin()) out_.lines.push_back(at);
  out_.text += line;
}

void LineWriter::write(std::string_view text, Origin at) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    write_line(text.substr(0, length), at);
    text.remove_prefix(length);
    ++at.line;
  }
}

void LineWriter::write_from_one_line(std::string_view text, Origin at) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    write_line(text.substr(0, length), at);
    text.remove_prefix(length);
  }
}

void LineWriter::end_line(Origin at) {
  if (!at_line_begin()) write_line("\n", at);
}

}  // namespace keben::markdown
