#include "app/folder_reader.h"

#include <utility>

#include "base/diagnostic.h"
#include "markdown/read.h"

namespace keben::app {

std::optional<std::string> FolderReader::read(const std::string& path) const {
  auto bytes = files_.read(path, options_.limits.file_bytes);
  if (!bytes) return std::nullopt;
  Diagnostics ignored;
  Result<std::string> text = markdown::decode_text(*std::move(bytes), path, {}, options_, ignored);
  return text ? std::optional(*std::move(text)) : std::nullopt;
}

}  // namespace keben::app
