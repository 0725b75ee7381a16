#include "base/source_map.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace keben {

FileId SourceMap::add(std::string name, std::string text) {
  assert(files_.size() < 65535);
  files_.push_back({std::move(name), std::move(text), {}});
  return {static_cast<std::uint16_t>(files_.size() - 1)};
}

FileId SourceMap::take(SourceMap other) {
  assert(files_.size() + other.files_.size() <= 65535);
  const FileId first{static_cast<std::uint16_t>(files_.size())};
  std::move(other.files_.begin(), other.files_.end(), std::back_inserter(files_));
  return first;
}

std::string_view SourceMap::line(FileId file, std::uint32_t number) const {
  if (file.v >= files_.size() || number == 0) return {};
  const File& f = files_[file.v];
  if (f.line_starts.empty()) {
    f.line_starts.push_back(0);
    for (std::size_t at = f.text.find('\n'); at != std::string::npos;
         at = f.text.find('\n', at + 1)) {
      f.line_starts.push_back(at + 1);
    }
  }
  if (number > f.line_starts.size()) return {};
  const std::size_t first = f.line_starts[number - 1];
  const std::size_t end = f.text.find('\n', first);
  return std::string_view(f.text).substr(first, end == std::string::npos ? end : end - first);
}

}  // namespace keben
