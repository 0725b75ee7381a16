#include "assets/pass.h"

#include <algorithm>
#include <utility>

#include "assets/detail/colour.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/png_chunks.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

constexpr int kInks = 4;

/// A profile that is of no use is as good as none.
Bytes usable(Bytes profile, int channels) {
  return is_usable_profile(profile, channels) ? std::move(profile) : Bytes();
}

/// Whether its samples can stand without the alpha that lies among them, row for row.
bool rows_can_pass(const PngHeader& header) {
  return !header.interlaced && header.colour != PngColour::gray_alpha &&
         header.colour != PngColour::rgba;
}

/// Gray or a colour that is not painted (tRNS, PNG 3rd ed. §11.3.1.1): only the low bits count.
void clear_colour(BytesView chunk, const PngHeader& header, PassablePng& out) {
  if (chunk.size() != static_cast<std::size_t>(out.channels) * 2) return;
  // Readers that see a sample of 16 bits by its first eight would clear too much.
  if (header.bits == 16) {
    out.has_mask = true;
    return;
  }
  for (std::size_t at = 0; at < chunk.size(); at += 2) {
    const std::uint32_t level = big_endian_16(chunk, at) & ((1u << header.bits) - 1);
    out.clear.insert(out.clear.end(), {level, level});
  }
}

/// The palette's alpha: `clear` where it is all or nothing, and nothing in one run of places.
void clear_places(BytesView alpha, PassablePng& out) {
  if (alpha.size() > out.palette.size() / 3) return;  // libpng leaves it out, too
  const auto is_clear = [](char a) { return a == '\0'; };
  const auto is_painted = [](char a) { return a == '\xFF'; };
  if (std::all_of(alpha.begin(), alpha.end(), is_painted)) return;
  const auto first = std::find_if_not(alpha.begin(), alpha.end(), is_painted);
  const auto end = std::find_if_not(first, alpha.end(), is_clear);
  // MuPDF looks for places of fewer than eight bits in vain.
  if (out.bits < 8 || first == end || !std::all_of(end, alpha.end(), is_painted)) {
    out.has_mask = true;
    return;
  }
  out.clear = {static_cast<std::uint32_t>(first - alpha.begin()),
               static_cast<std::uint32_t>(end - alpha.begin() - 1)};
}

}  // namespace

std::optional<PassableJpeg> passable_jpeg(const Asset& asset, const config::Limits& limits) {
  const std::optional<JpegHeader> header = jpeg_header(asset.bytes);
  if (!header || header->arithmetic) return {};
  if (header->components != 1 && header->components != 3 && header->components != kInks) return {};
  if (header->named_rgb) return {};  // a guess of libjpeg's, which not every reader shares
  Bytes profile = usable(jpeg_profile(asset.bytes, limits.profile_bytes), header->components);
  if (header->components == kInks && profile.empty()) return {};
  std::optional<Bytes> bytes = jpeg_without_metadata(asset.bytes);
  if (!bytes) return {};
  return PassableJpeg{std::move(*bytes),  std::move(profile), header->size,
                      header->components, header->adobe,      header->orientation};
}

std::optional<PassablePng> passable_png(BytesView bytes, const config::Limits& limits) {
  const std::optional<PngHeader> header = png_header(bytes);
  if (!header || !within(header->size, limits) || !rows_can_pass(*header)) return {};
  PassablePng out{.size = header->size, .channels = header->channels(), .bits = header->bits};
  const bool has_palette = header->colour == PngColour::palette;
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    if (chunk.type() == "PLTE" && has_palette) out.palette = chunk.data();
    if (chunk.type() == "IDAT") out.deflated += chunk.data();
    if (chunk.type() == "tRNS" && out.deflated.empty() && chunk.is_sound()) {
      if (has_palette) clear_places(chunk.data(), out);
      if (!has_palette) clear_colour(chunk.data(), *header, out);
    }
    return chunk.type() != "IEND";
  });
  if (has_palette && (out.palette.empty() || out.palette.size() % 3 != 0)) return {};
  const int of_profile = header->colour == PngColour::gray ? 1 : 3;
  out.profile = usable(png_profile(bytes, limits.profile_bytes), of_profile);
  return out;
}

}  // namespace keben::assets
