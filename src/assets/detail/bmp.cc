// See bmp.h. Source: Microsoft's BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER and
// BITMAPV4HEADER ("Bitmap Storage"). Every number is looked at before it is used as a place.
#include "assets/detail/bmp.h"

#include <algorithm>
#include <array>
#include <bit>

#include "assets/detail/big_endian.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

constexpr std::size_t kFileHeader = 14;
enum Compression : std::uint32_t {
  kPlain = 0,
  kRle8 = 1,
  kRle4 = 2,
  kFields = 3,
  kAlphaFields = 6
};

std::uint32_t le16(BytesView bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < 2) return 0;
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
std::uint32_t le32(BytesView bytes, std::size_t at) {
  return le16(bytes, at) | le16(bytes, at + 2) << 16;
}

struct Header {
  PixelSize size;
  bool from_top = false;
  std::uint32_t bits = 0;
  std::uint32_t compression = kPlain;
  std::size_t samples = 0;  // where they begin
  std::size_t palette = 0;
  std::size_t colours = 0;
  std::size_t colour_bytes = 4;
  std::array<std::uint32_t, 4> masks = {};  // red, green, blue, alpha
};

/// The old header of OS/2: 16-bit sides, colours of three bytes.
Header core_header(BytesView bytes) {
  Header header;
  header.size = {{le16(bytes, 18)}, {le16(bytes, 20)}};
  header.bits = le16(bytes, 24);
  header.colour_bytes = 3;
  header.palette = kFileHeader + 12;
  header.colours = header.bits <= 8 ? std::size_t{1} << header.bits : 0;
  return header;
}

std::array<std::uint32_t, 4> default_masks(std::uint32_t bits) {
  if (bits == 16) return {0x7C00, 0x03E0, 0x001F, 0};
  return {0xFF0000, 0xFF00, 0xFF, 0};
}

Header info_header(BytesView bytes, std::uint32_t length) {
  Header header;
  const auto height = static_cast<std::int32_t>(le32(bytes, 22));
  header.from_top = height < 0;
  header.size = {{le32(bytes, 18)},
                 {header.from_top ? 0u - static_cast<std::uint32_t>(height)
                                  : static_cast<std::uint32_t>(height)}};
  header.bits = le16(bytes, 28);
  header.compression = le32(bytes, 30);
  header.masks = default_masks(header.bits);
  std::size_t after = kFileHeader + length;
  if (header.compression == kFields || header.compression == kAlphaFields) {
    const bool within = length >= 52;  // later headers hold the masks themselves
    const std::size_t count = header.compression == kAlphaFields || length >= 56 ? 4 : 3;
    for (std::size_t i = 0; i < count; ++i)
      header.masks[i] = le32(bytes, kFileHeader + 40 + 4 * i);
    if (!within) after += 4 * count;
  }
  header.palette = after;
  const std::uint32_t used = le32(bytes, 46);
  const std::size_t most = header.bits <= 8 ? std::size_t{1} << header.bits : 0;
  header.colours = used == 0 ? most : std::min<std::size_t>(used, most);
  return header;
}

std::optional<Header> header_of(BytesView bytes) {
  if (bytes.size() < kFileHeader + 12 || bytes.substr(0, 2) != "BM") return {};
  const std::uint32_t length = le32(bytes, 14);
  if (length != 12 && (length < 40 || length > 1024)) return {};
  Header header = length == 12 ? core_header(bytes) : info_header(bytes, length);
  header.samples = le32(bytes, 10);
  return header;
}

bool is_sound(const Header& header, BytesView bytes) {
  const std::uint32_t bits = header.bits;
  switch (header.compression) {
    case kPlain:
      if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32)
        return false;
      break;
    case kRle8:
    case kRle4:
      if (bits != (header.compression == kRle8 ? 8u : 4u) || header.from_top) return false;
      break;
    case kFields:
    case kAlphaFields:
      if (bits != 16 && bits != 32) return false;
      break;
    default:
      return false;
  }
  const std::size_t palette_end = header.palette + header.colours * header.colour_bytes;
  return header.samples >= kFileHeader && header.samples <= bytes.size() &&
         palette_end <= bytes.size();
}

/// A masked field as eight bits; fields of other widths are stretched.
std::uint8_t field(std::uint32_t word, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int shift = std::countr_zero(mask);
  const std::uint64_t most = mask >> shift;
  return static_cast<std::uint8_t>(((word & mask) >> shift) * std::uint64_t{255} / most);
}

class Reader {
 public:
  Reader(BytesView bytes, const Header& header) : bytes_(bytes), header_(header) {}

  bool read(Raster& raster) {
    const bool coded = header_.compression == kRle8 || header_.compression == kRle4;
    return coded ? read_runs(raster) : read_rows(raster);
  }

 private:
  void put_colour(std::uint8_t* out, std::size_t index) const {
    std::fill_n(out, 3, std::uint8_t{0});
    if (index < header_.colours) {
      const std::size_t at = header_.palette + index * header_.colour_bytes;
      for (std::size_t c = 0; c < 3; ++c)  // blue comes first
        out[c] = static_cast<std::uint8_t>(byte_at(bytes_, at + 2 - c));
    }
    out[3] = 255;
  }

  void put_word(std::uint8_t* out, std::uint32_t word) const {
    for (std::size_t c = 0; c < 4; ++c)
      out[c] = field(word, header_.masks[c]);
    if (header_.masks[3] == 0) out[3] = 255;
  }

  std::uint32_t row_place(std::uint32_t y) const {
    return header_.from_top ? y : header_.size.height.v - 1 - y;
  }

  bool read_rows(Raster& raster) const {
    const std::size_t width = header_.size.width.v;
    const std::size_t stride = (width * header_.bits + 31) / 32 * 4;
    const std::size_t needed = (width * header_.bits + 7) / 8;  // the last row may lack its padding
    const std::size_t height = header_.size.height.v;
    if (stride * (height - 1) + needed > bytes_.size() - header_.samples) return false;
    std::vector<std::uint8_t> row(width * 4);
    for (std::uint32_t y = 0; y < height; ++y) {
      const std::size_t at = header_.samples + y * stride;
      for (std::size_t x = 0; x < width; ++x)
        put_pixel(row.data() + 4 * x, at, x);
      raster.put(row_place(y), row.data());
    }
    return true;
  }

  void put_pixel(std::uint8_t* out, std::size_t row, std::size_t x) const {
    switch (header_.bits) {
      case 16:
        return put_word(out, le16(bytes_, row + 2 * x));
      case 24:
        for (std::size_t c = 0; c < 3; ++c)
          out[c] = static_cast<std::uint8_t>(byte_at(bytes_, row + 3 * x + 2 - c));
        out[3] = 255;
        return;
      case 32:
        return put_word(out, le32(bytes_, row + 4 * x));
      default: {
        const std::size_t bit = x * header_.bits;
        const std::uint32_t byte = byte_at(bytes_, row + bit / 8);
        return put_colour(out, byte >> (8 - header_.bits - bit % 8) & ((1u << header_.bits) - 1));
      }
    }
  }

  /// Runs of one index, or of indices as they are; 0 0 ends a row, 0 1 the picture, 0 2 jumps.
  bool read_runs(Raster& raster) const {
    const std::size_t width = header_.size.width.v;
    const std::uint32_t height = header_.size.height.v;
    const bool four = header_.bits == 4;
    std::vector<std::uint8_t> row(width * 4);
    std::uint32_t y = 0;
    std::size_t x = 0;
    const auto clear = [&] {
      for (std::size_t i = 0; i < width; ++i)
        put_colour(row.data() + 4 * i, 0);
      x = 0;
    };
    const auto end_row = [&] {
      if (y < height) raster.put(row_place(y), row.data());
      ++y;
      clear();
    };
    const auto put = [&](std::size_t index) {
      if (x < width) put_colour(row.data() + 4 * x, index);
      ++x;
    };
    clear();
    std::size_t at = header_.samples;
    while (y < height) {
      if (at + 2 > bytes_.size()) return false;
      const std::uint32_t count = byte_at(bytes_, at), value = byte_at(bytes_, at + 1);
      at += 2;
      if (count > 0) {
        for (std::uint32_t i = 0; i < count; ++i)
          put(four ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
      } else if (value == 0) {
        end_row();
      } else if (value == 1) {
        while (y < height)
          end_row();
      } else if (value == 2) {
        if (at + 2 > bytes_.size()) return false;
        x += byte_at(bytes_, at);
        const std::size_t column = x;
        for (std::uint32_t rows = byte_at(bytes_, at + 1); rows > 0 && y < height; --rows)
          end_row();
        x = column;
        at += 2;
      } else {
        const std::size_t length = four ? (value + 1) / 2 : value;
        if (length > bytes_.size() - at) return false;
        for (std::uint32_t i = 0; i < value; ++i) {
          const std::uint32_t byte = byte_at(bytes_, at + (four ? i / 2 : i));
          put(four ? (i % 2 == 0 ? byte >> 4 : byte & 15) : byte);
        }
        at += length + length % 2;  // runs begin at even places
      }
    }
    return true;
  }

  BytesView bytes_;
  const Header& header_;
};

}  // namespace

std::optional<PixelSize> bmp_size(BytesView bytes) {
  const std::optional<Header> header = header_of(bytes);
  if (!header) return {};
  return header->size;
}

Result<Picture> read_bmp(BytesView bytes, const config::Limits& limits, Keep keep) {
  const std::optional<Header> header = header_of(bytes);
  if (!header || !is_sound(*header, bytes)) return failure(broken("BMP", "header"));
  if (!within(header->size, limits)) return failure(too_large(header->size, limits));
  Raster raster(header->size, 4, keep);
  if (!Reader(bytes, *header).read(raster)) return failure(broken("BMP", "the file ends early"));
  Picture out{raster.take(), false};
  const auto& alpha = out.pixels.alpha;
  const bool none = std::all_of(alpha.begin(), alpha.end(), [](std::uint8_t a) { return a == 0; });
  if (none) out.pixels.alpha.clear();  // a mask that is named and not used
  return out;
}

}  // namespace keben::assets
