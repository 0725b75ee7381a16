#include "markdown/detail/references.h"

#include <charconv>

extern "C" {
#include <cmark-gfm/chunk.h>
#include <cmark-gfm/references.h>
}

namespace keben::markdown::detail {
namespace {

/// No text holds a NUL, and no entity makes one (decode_text; CommonMark #entity-and-numeric-
/// character-references): what begins with it is a token.
constexpr char kTokenMark = '\0';

}  // namespace

void References::take(cmark_mem* memory, cmark_chunk& chunk) {
  if (chunk.len <= 0) return;
  std::string token(1, kTokenMark);
  token += std::to_string(kept_.size());
  kept_.emplace_back(view(chunk));
  cmark_chunk_free(memory, &chunk);
  auto* bytes = static_cast<unsigned char*>(memory->calloc(token.size() + 1, 1));
  token.copy(reinterpret_cast<char*>(bytes), token.size());
  chunk.data = bytes;
  chunk.len = static_cast<bufsize_t>(token.size());
  chunk.alloc = 1;
}

void References::take_from(cmark_parser& parser) {
  for (cmark_map_entry* each = parser.refmap->refs; each; each = each->next) {
    auto* reference = reinterpret_cast<cmark_reference*>(each);
    take(parser.mem, reference->url);
    take(parser.mem, reference->title);
  }
}

const std::string* References::find(std::string_view token) const {
  if (!token.starts_with(kTokenMark)) return nullptr;
  std::size_t index = kept_.size();
  std::from_chars(token.data() + 1, token.data() + token.size(), index);
  return index < kept_.size() ? &kept_[index] : nullptr;
}

}  // namespace keben::markdown::detail
