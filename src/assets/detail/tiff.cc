// See tiff.h. libtiff reads through four functions of ours, so that it sees bytes and no file; its
// messages are kept for the one that says what is wrong.
#include "assets/detail/tiff.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "assets/detail/colour.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"
#include "late/tiff.h"

namespace keben::assets {
using namespace late;
namespace {

struct Stream {
  BytesView bytes;
  std::size_t at = 0;
  std::array<char, 160> why{};
};

Stream& stream_of(thandle_t handle) {
  return *static_cast<Stream*>(handle);
}

extern "C" {
tsize_t read_tiff_bytes(thandle_t handle, tdata_t to, tsize_t count) {
  Stream& stream = stream_of(handle);
  const std::size_t left = stream.bytes.size() - std::min(stream.at, stream.bytes.size());
  const std::size_t n = count < 0 ? 0 : std::min(left, static_cast<std::size_t>(count));
  if (n > 0) std::memcpy(to, stream.bytes.data() + stream.at, n);
  stream.at += n;
  return static_cast<tsize_t>(n);
}
tsize_t write_tiff_bytes(thandle_t, tdata_t, tsize_t) {
  return 0;
}
toff_t seek_tiff(thandle_t handle, toff_t offset, int whence) {
  Stream& stream = stream_of(handle);
  if (whence == SEEK_CUR) offset += stream.at;
  if (whence == SEEK_END) offset += stream.bytes.size();
  stream.at = offset;
  return offset;
}
int close_tiff(thandle_t) {
  return 0;
}
toff_t size_of_tiff(thandle_t handle) {
  return stream_of(handle).bytes.size();
}
int keep_tiff_error(TIFF*, void* self, const char*, const char* format, va_list arguments) {
  auto& why = static_cast<Stream*>(self)->why;
  std::vsnprintf(why.data(), why.size(), format, arguments);
  return 1;
}
int drop_tiff_warning(TIFF*, void*, const char*, const char*, va_list) {
  return 1;
}
}

using Tiff = CHandle<TIFF, TIFFClose>;

Tiff open(Stream& stream, std::size_t most_memory) {
  if (!tiff.open()) return {};
  const CHandle<TIFFOpenOptions, TIFFOpenOptionsFree> options(TIFFOpenOptionsAlloc());
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keep_tiff_error, &stream);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), drop_tiff_warning, nullptr);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(most_memory));
  return Tiff(TIFFClientOpenExt("picture", "rm", &stream, read_tiff_bytes, write_tiff_bytes,
                                seek_tiff, close_tiff, size_of_tiff, nullptr, nullptr,
                                options.get()));
}

std::optional<PixelSize> size_of(TIFF* tiff) {
  std::uint32_t width = 0, height = 0;
  if (TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width) != 1 ||
      TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height) != 1)
    return {};
  return PixelSize{{width}, {height}};
}

/// TIFF's numbers are EXIF's: EXIF took them over.
int orientation_of(TIFF* tiff) {
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

bool has_alpha(TIFF* tiff) {
  std::uint16_t count = 0;
  const std::uint16_t* kinds = nullptr;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds);
  return std::any_of(kinds, kinds + count, [](std::uint16_t kind) {
    return kind == EXTRASAMPLE_ASSOCALPHA || kind == EXTRASAMPLE_UNASSALPHA;
  });
}

constexpr std::size_t kMostMemory = 512u << 20;

/// libtiff's words (R in the lowest byte, colours times alpha) as rows.
Pixels pixels_of(const std::vector<std::uint32_t>& words, PixelSize size, bool alpha, Keep keep) {
  Raster raster(size, alpha ? 4 : 3, keep);
  const std::size_t components = alpha ? 4 : 3;
  std::vector<std::uint8_t> row(size.width.v * components);
  for (std::uint32_t y = 0; y < size.height.v; ++y) {
    for (std::size_t x = 0; x < size.width.v; ++x) {
      const std::uint32_t word = words[std::size_t{y} * size.width.v + x];
      const std::uint32_t a = TIFFGetA(word);
      for (unsigned c = 0; c < 3; ++c) {
        const std::uint32_t lit = word >> (8 * c) & 255;
        const bool times_alpha = alpha && a != 0;
        row[components * x + c] =
            static_cast<std::uint8_t>(times_alpha ? std::min(255u, lit * 255 / a) : lit);
      }
      if (alpha) row[components * x + 3] = static_cast<std::uint8_t>(a);
    }
    raster.put(y, row.data());
  }
  return raster.take();
}

}  // namespace

std::optional<PixelSize> tiff_size(BytesView bytes) {
  Stream stream{bytes};
  const Tiff picture = open(stream, kMostMemory);
  if (!picture) return {};
  const std::optional<PixelSize> size = size_of(picture.get());
  if (!size) return {};
  return turned(*size, orientation_of(picture.get()));
}

Result<Picture> read_tiff(BytesView bytes, const config::Limits& limits, Keep keep) {
  Stream stream{bytes};
  const Tiff picture = open(stream, kMostMemory);
  const auto why = [&] { return broken("TIFF", stream.why.data()); };
  if (!picture) return failure(why());
  const std::optional<PixelSize> size = size_of(picture.get());
  if (!size) return failure(why());
  if (!within(*size, limits)) return failure(too_large(*size, limits));
  const bool alpha = has_alpha(picture.get());
  const int orientation = orientation_of(picture.get());
  // libtiff mirrors, but does not turn: it is told that there is nothing to do.
  TIFFSetField(picture.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  std::vector<std::uint32_t> words(std::size_t{size->width.v} * size->height.v);
  constexpr int kStopOnError = 1;
  if (TIFFReadRGBAImageOriented(picture.get(), size->width.v, size->height.v, words.data(),
                                ORIENTATION_TOPLEFT, kStopOnError) != 1)
    return failure(why());
  Pixels pixels = pixels_of(words, *size, alpha, keep);
  std::uint32_t length = 0;
  const void* profile = nullptr;
  if (TIFFGetField(picture.get(), TIFFTAG_ICCPROFILE, &length, &profile) == 1 &&
      length <= limits.profile_bytes)
    make_srgb(pixels, {static_cast<const char*>(profile), length});
  return Picture{turned(std::move(pixels), orientation), false};
}

}  // namespace keben::assets
