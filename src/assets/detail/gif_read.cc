// GIF → samples, by giflib. It returns status codes, so no way out is needed.

#include <algorithm>
#include <array>
#include <cstring>

#include "assets/detail/gif.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"
#include "late/gif.h"

namespace keben::assets {
using namespace late;
namespace {

extern "C" int give_gif_bytes(GifFileType* gif, GifByteType* out, int count) {
  auto* rest = static_cast<BytesView*>(gif->UserData);
  const std::size_t n = std::min(rest->size(), static_cast<std::size_t>(count));
  std::memcpy(out, rest->data(), n);
  rest->remove_prefix(n);
  return static_cast<int>(n);
}

void close(GifFileType* gif) {
  DGifCloseFile(gif, nullptr);
}
using Gif = CHandle<GifFileType, close>;

Error broken_gif(int code) {
  const char* why = GifErrorString(code);
  return broken("GIF", why ? why : "");
}

/// Reads one extension; keeps the transparent colour that a graphic control extension names (§23).
bool read_extension(GifFileType* gif, int& transparent) {
  int code = 0;
  GifByteType* data = nullptr;
  if (DGifGetExtension(gif, &code, &data) == GIF_ERROR) return false;
  if (code == GRAPHICS_EXT_FUNC_CODE && data && data[0] >= 4)
    transparent = data[1] & 1 ? data[4] : NO_TRANSPARENT_COLOR;
  while (data) {
    if (DGifGetExtensionNext(gif, &data) == GIF_ERROR) return false;
  }
  return true;
}

/// Steps to the first frame and reads its descriptor; gives its transparent colour or
/// NO_TRANSPARENT_COLOR, nothing where there is no frame.
std::optional<int> find_frame(GifFileType* gif) {
  int transparent = NO_TRANSPARENT_COLOR;
  for (;;) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(gif, &record) == GIF_ERROR) return {};
    if (record == IMAGE_DESC_RECORD_TYPE) {
      if (DGifGetImageDesc(gif) == GIF_ERROR) return {};
      return transparent;
    }
    if (record != EXTENSION_RECORD_TYPE || !read_extension(gif, transparent)) return {};
  }
}

using Rgba = std::array<std::uint8_t, 4>;

/// What each index shows; indices beyond the table are black, as browsers have them.
std::array<Rgba, 256> palette_of(const ColorMapObject& map, int transparent) {
  std::array<Rgba, 256> out;
  out.fill({0, 0, 0, 255});
  for (int i = 0; i < std::min(map.ColorCount, 256); ++i) {
    const GifColorType& colour = map.Colors[i];
    out[static_cast<std::size_t>(i)] = {colour.Red, colour.Green, colour.Blue, 255};
  }
  if (transparent >= 0) out[static_cast<std::size_t>(transparent)][3] = 0;
  return out;
}

/// The rows of a frame in the order in which the file holds them (Appendix E).
std::vector<std::uint32_t> row_order(std::uint32_t height, bool interlaced) {
  struct Pass {
    std::uint32_t first, step;
  };
  constexpr std::array<Pass, 4> kInterlaced = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
  constexpr std::array<Pass, 1> kPlain = {{{0, 1}}};
  std::vector<std::uint32_t> order;
  order.reserve(height);
  for (const Pass& pass : interlaced ? std::span<const Pass>(kInterlaced) : kPlain) {
    for (std::uint32_t y = pass.first; y < height; y += pass.step)
      order.push_back(y);
  }
  return order;
}

/// A frame's place on its canvas, cut to it.
struct Frame {
  std::uint32_t left, top, width, height;
  std::uint32_t visible;  // samples of a row that lie on the canvas
};

Frame frame_of(const GifFileType& gif, PixelSize canvas) {
  const auto unsign = [](int n) { return static_cast<std::uint32_t>(n); };
  Frame frame{unsign(gif.Image.Left), unsign(gif.Image.Top), unsign(gif.Image.Width),
              unsign(gif.Image.Height), 0};
  const std::uint32_t room = canvas.width.v - std::min(canvas.width.v, frame.left);
  frame.visible = std::min(frame.width, room);
  return frame;
}

/// Paints the frame's rows; a status of giflib where one cannot be had.
int paint(GifFileType* gif, const Frame& frame, const std::array<Rgba, 256>& palette,
          PixelSize canvas, Raster& raster) {
  std::vector<GifPixelType> line(frame.width);
  std::vector<std::uint8_t> row(std::size_t{canvas.width.v} * 4);  // zero: the canvas shows through
  for (std::uint32_t y = 0; y < canvas.height.v; ++y) {
    if (y < frame.top || y - frame.top >= frame.height) raster.put(y, row.data());
  }
  for (const std::uint32_t y : row_order(frame.height, gif->Image.Interlace)) {
    if (DGifGetLine(gif, line.data(), static_cast<int>(line.size())) == GIF_ERROR)
      return gif->Error;
    for (std::uint32_t x = 0; x < frame.visible; ++x) {
      std::copy_n(palette[line[x]].begin(), 4, row.begin() + 4 * std::ptrdiff_t{frame.left + x});
    }
    if (frame.top + y < canvas.height.v) raster.put(frame.top + y, row.data());
  }
  return D_GIF_SUCCEEDED;
}

}  // namespace

Result<Picture> read_gif(BytesView bytes, const config::Limits& limits, Keep keep) {
  if (!late::gif.open()) return failure(late::gif.missing());
  const std::optional<PixelSize> canvas = gif_size(bytes);
  const std::optional<int> frames = gif_frames(bytes);
  if (!canvas || !frames) return failure(broken_gif(D_GIF_ERR_EOF_TOO_SOON));
  if (!within(*canvas, limits)) return failure(too_large(*canvas, limits));
  BytesView rest = bytes;
  int code = D_GIF_SUCCEEDED;
  const Gif gif(DGifOpen(&rest, give_gif_bytes, &code));
  if (!gif) return failure(broken_gif(code));
  const std::optional<int> transparent = find_frame(gif.get());
  if (!transparent) return failure(broken_gif(gif->Error));
  const ColorMapObject* map = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
  if (!map) return failure(broken_gif(D_GIF_ERR_NO_COLOR_MAP));
  const Frame frame = frame_of(*gif, *canvas);
  if (!within({{frame.width}, {frame.height}}, limits))
    return failure(too_large({{frame.width}, {frame.height}}, limits));
  Raster raster(*canvas, 4, keep);
  code = paint(gif.get(), frame, palette_of(*map, *transparent), *canvas, raster);
  if (code != D_GIF_SUCCEEDED) return failure(broken_gif(code));
  return Picture{raster.take(), *frames > 1};
}

}  // namespace keben::assets
