#include "markdown/columns.h"

#include <algorithm>

#include "base/utf8.h"

namespace keben::markdown {
namespace {

constexpr std::size_t kLastColumn = 65'535;
constexpr std::size_t kBlock = 512;  // bytes

}  // namespace

Columns::Columns(std::string_view fed, const Restorer& restorer) : fed_(fed), restorer_(restorer) {
  line_starts_.push_back(0);
  for (std::size_t at = fed.find('\n'); at != std::string_view::npos; at = fed.find('\n', at + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::string_view Columns::line_at(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t first = line_starts_[number - 1];
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : fed_.size();
  return fed_.substr(first, end - first);
}

std::size_t Columns::count(std::size_t first, std::size_t end) const {
  const auto fed = static_cast<std::ptrdiff_t>(utf8::count(fed_.substr(first, end - first)));
  return static_cast<std::size_t>(fed - restorer_.count_excess(fed_, first, end));
}

std::size_t Columns::count_before(std::size_t byte) {
  if (before_blocks_.empty()) {
    before_blocks_.push_back(0);
    for (std::size_t at = 0; at + kBlock <= fed_.size(); at += kBlock)
      before_blocks_.push_back(before_blocks_.back() + count(at, at + kBlock));
  }
  const std::size_t block = byte / kBlock;
  return before_blocks_[block] + count(block * kBlock, byte);
}

std::size_t Columns::count_far(std::size_t first, std::size_t end) {
  return end - first <= kBlock ? count(first, end) : count_before(end) - count_before(first);
}

std::uint16_t Columns::at(Cursor cursor, std::uint32_t number, std::uint32_t byte_column) {
  const std::string_view line = line_at(number);
  const std::size_t byte = std::min<std::size_t>(byte_column, line.size());
  if (byte > kLastColumn * 4) return kLastColumn;
  Place& place = places_[cursor == Cursor::ends ? 1 : 0];
  if (place.line != number) place = {number, 0, 0};
  const std::size_t start = line.empty() ? 0 : static_cast<std::size_t>(line.data() - fed_.data());
  if (byte >= place.byte) {
    place.count += count_far(start + place.byte, start + byte);
  } else {
    place.count -= count_far(start + byte, start + place.byte);
  }
  place.byte = byte;
  return static_cast<std::uint16_t>(std::clamp<std::size_t>(place.count, 1, kLastColumn));
}

}  // namespace keben::markdown
