// What a file is, by its first bytes: a picture that is none shows as a broken frame.
#include <array>

#include "epub/check/detail/facts.h"

namespace keben::epub {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view media_type;
  std::size_t at;
  std::string_view bytes;
};

constexpr std::array<Magic, 15> kMagic = {{
    {"image/png", 0, "\x89PNG\r\n\x1a\n"},
    {"image/jpeg", 0, "\xFF\xD8\xFF"},
    {"image/gif", 0, "GIF8"},
    {"image/webp", 8, "WEBP"},
    {"font/otf", 0, "OTTO"},
    {"font/otf", 0, "\0\1\0\0"sv},
    {"font/ttf", 0, "\0\1\0\0"sv},
    {"font/ttf", 0, "true"},
    {"font/ttf", 0, "OTTO"},
    {"font/woff", 0, "wOFF"},
    {"font/woff2", 0, "wOF2"},
    {"application/vnd.ms-opentype", 0, "OTTO"},
    {"application/vnd.ms-opentype", 0, "\0\1\0\0"sv},
    {"application/font-sfnt", 0, "OTTO"},
    {"application/font-sfnt", 0, "\0\1\0\0"sv},
}};

}  // namespace

bool looks_like(BytesView bytes, std::string_view media_type) {
  bool known = false;
  for (const Magic& magic : kMagic) {
    if (magic.media_type != media_type) continue;
    known = true;
    if (bytes.size() >= magic.at && bytes.substr(magic.at).starts_with(magic.bytes)) return true;
  }
  return !known;
}

}  // namespace keben::epub
