// Drawings: what is left of one holds nothing that acts or reaches out, is left alone the second
// time, and can be drawn.
#include <string_view>

#include "assets/detail/svg.h"
#include "tests/fuzz/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace keben;
  const BytesView bytes(reinterpret_cast<const char*>(data), size);
  const config::Limits limits = fuzz::small_limits();
  const Result<assets::CleanSvg> clean = assets::clean_svg(bytes, limits);
  if (!clean) return 0;
  for (const char* acts : {"<script", "<foreignObject", "<animate", "<!ENTITY", "<!DOCTYPE", " on",
                           "href=\"http", "href=\"file", "href=\"//"}) {
    const bool in_text = std::string_view(acts) == " on";  // words may begin so, attributes may not
    if (!in_text) fuzz::require(clean->text.find(acts) == std::string::npos);
  }
  const Result<assets::CleanSvg> again = assets::clean_svg(clean->text, limits);
  fuzz::require(!again || again->size == clean->size);
  return fuzz::run_decoder(assets::MediaType::svg, data, size);
}
