// Pictures for tests, made on the spot by the libraries: none is kept in the tree.
//
// Every one shows the same thing where its format can: `shade(x, y)`.
#pragma once

#include <cstdio>  // jpeglib.h takes FILE and size_t as given

#include <jpeglib.h>

#include <gif_lib.h>
#include <png.h>
#include <webp/encode.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace keben::test {

inline std::uint8_t shade(unsigned x, unsigned y) {
  return static_cast<std::uint8_t>(16 * (x % 8) + 8 * (y % 8));
}

// PNG

struct PngKind {
  unsigned width = 9, height = 7;
  int depth = 8;
  int colour = PNG_COLOR_TYPE_RGB;
  bool interlaced = false;
  bool transparent = false;  // a tRNS chunk
  std::string text;          // a tEXt chunk
};

inline unsigned components_of(int colour) {
  if (colour == PNG_COLOR_TYPE_RGB_ALPHA) return 4;
  if (colour == PNG_COLOR_TYPE_GRAY_ALPHA) return 2;
  return colour == PNG_COLOR_TYPE_RGB ? 3 : 1;
}

/// A row of packed samples: gray levels and palette indices count up by 1 from left to right.
inline std::vector<std::uint8_t> png_row(const PngKind& kind, unsigned y) {
  const unsigned samples = kind.width * components_of(kind.colour);
  const auto depth = static_cast<unsigned>(kind.depth);
  std::vector<std::uint8_t> row((samples * depth + 7) / 8);
  for (unsigned i = 0; i < samples; ++i) {
    if (depth >= 8) {
      row[i * depth / 8] = shade(i / components_of(kind.colour), y);
    } else {
      const unsigned value = i % (1u << depth);
      row[i * depth / 8] =
          static_cast<std::uint8_t>(row[i * depth / 8] | value << (8 - depth - i * depth % 8));
    }
  }
  return row;
}

inline void describe(png_structp png, png_infop info, const PngKind& kind) {
  png_set_IHDR(png, info, kind.width, kind.height, kind.depth, kind.colour,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
  if (kind.colour == PNG_COLOR_TYPE_PALETTE) {
    png_color colours[256];
    for (int i = 0; i < 256; ++i)
      colours[i] = {static_cast<png_byte>(i * 16), 0, 255};
    png_set_PLTE(png, info, colours, 1 << kind.depth);
  }
  if (kind.transparent) {
    png_byte alpha[2] = {0, 128};
    png_color_16 colour{};
    png_set_tRNS(png, info, alpha, kind.colour == PNG_COLOR_TYPE_PALETTE ? 2 : 0, &colour);
  }
  if (!kind.text.empty()) {
    png_text text{};
    char key[] = "Comment";
    std::string copy = kind.text;
    text.key = key;
    text.text = copy.data();
    text.compression = PNG_TEXT_COMPRESSION_NONE;
    png_set_text(png, info, &text, 1);
  }
}

inline Bytes png(const PngKind& kind = {}) {
  Bytes out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &out,
      [](png_structp p, png_bytep data, std::size_t n) {
        static_cast<Bytes*>(png_get_io_ptr(p))->append(reinterpret_cast<char*>(data), n);
      },
      nullptr);
  describe(png, info, kind);
  png_write_info(png, info);
  const int passes = kind.interlaced ? png_set_interlace_handling(png) : 1;
  for (int pass = 0; pass < passes; ++pass) {
    for (unsigned y = 0; y < kind.height; ++y)
      png_write_row(png, png_row(kind, y).data());
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

/// A PNG chunk with its CRC.
inline Bytes chunk(const std::string& type, const Bytes& data) {
  const auto big_endian = [](std::uint32_t n) {
    return Bytes{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
                 static_cast<char>(n)};
  };
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : type + data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + big_endian(~crc);
}

/// `png` with a chunk put in after its IHDR.
inline Bytes with_chunk(Bytes png, const Bytes& added) {
  return png.insert(33, added);
}

// JPEG

struct JpegKind {
  unsigned width = 16, height = 8;
  J_COLOR_SPACE from = JCS_RGB;
  J_COLOR_SPACE stored = JCS_YCbCr;
  bool progressive = false;
  bool arithmetic = false;
  bool adobe = false;
  int orientation = 0;                  // 0: no EXIF
  std::vector<std::uint8_t> flat = {};  // one pixel, everywhere; empty: the left half black
};

/// An APP1 segment's data with one entry, big-endian as most cameras write it.
inline Bytes exif(int orientation) {
  Bytes out("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
  out += Bytes{static_cast<char>(orientation), 0, 0};
  return out + Bytes(4, '\0');
}

inline int components_of(J_COLOR_SPACE space) {
  return space == JCS_GRAYSCALE ? 1 : space == JCS_CMYK || space == JCS_YCCK ? 4 : 3;
}

inline void describe(jpeg_compress_struct& jpeg, const JpegKind& kind) {
  jpeg.image_width = kind.width;
  jpeg.image_height = kind.height;
  jpeg.input_components = components_of(kind.from);
  jpeg.in_color_space = kind.from;
  jpeg_set_defaults(&jpeg);
  jpeg_set_colorspace(&jpeg, kind.stored);
  jpeg_set_quality(&jpeg, 100, TRUE);
  jpeg.arith_code = kind.arithmetic;
  if (kind.progressive) jpeg_simple_progression(&jpeg);
  jpeg.write_Adobe_marker = kind.adobe;
}

inline Bytes jpeg(const JpegKind& kind = {}) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  describe(jpeg, kind);
  jpeg_start_compress(&jpeg, TRUE);
  if (kind.orientation > 0) {
    const Bytes data = exif(kind.orientation);
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(data.data()),
                      static_cast<unsigned>(data.size()));
  }
  const auto components = static_cast<unsigned>(components_of(kind.from));
  std::vector<std::uint8_t> row;
  for (unsigned x = 0; x < kind.width; ++x) {
    for (unsigned c = 0; c < components; ++c)
      row.push_back(!kind.flat.empty() ? kind.flat[c] : x < kind.width / 2 ? 0 : 255);
  }
  for (unsigned y = 0; y < kind.height; ++y) {
    JSAMPROW rows = row.data();
    jpeg_write_scanlines(&jpeg, &rows, 1);
  }
  jpeg_finish_compress(&jpeg);
  Bytes bytes(reinterpret_cast<char*>(out), size);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return bytes;
}

// GIF

struct GifKind {
  int width = 5, height = 9;
  int left = 0, top = 0, frame_width = 5, frame_height = 9;
  int frames = 1;
  bool interlaced = false;
  int transparent = NO_TRANSPARENT_COLOR;
};

/// Index y everywhere in row y, in a palette whose colour i is (16·i, 0, 0).
inline Bytes gif(const GifKind& kind = {}) {
  Bytes out;
  int code = 0;
  GifFileType* gif = EGifOpen(
      &out,
      [](GifFileType* g, const GifByteType* data, int n) {
        static_cast<Bytes*>(g->UserData)
            ->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(n));
        return n;
      },
      &code);
  GifColorType colours[16];
  for (int i = 0; i < 16; ++i)
    colours[i] = {static_cast<GifByteType>(16 * i), 0, 0};
  ColorMapObject* map = GifMakeMapObject(16, colours);
  EGifSetGifVersion(gif, true);
  EGifPutScreenDesc(gif, kind.width, kind.height, 4, 0, map);
  for (int frame = 0; frame < kind.frames; ++frame) {
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, 10, kind.transparent};
    GifByteType packed[4];
    EGifGCBToExtension(&control, packed);
    EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, packed);
    EGifPutImageDesc(gif, kind.left, kind.top, kind.frame_width, kind.frame_height, kind.interlaced,
                     nullptr);
    const int steps[][2] = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
    for (int pass = 0; pass < (kind.interlaced ? 4 : 1); ++pass) {
      const int step = kind.interlaced ? steps[pass][1] : 1;
      for (int y = kind.interlaced ? steps[pass][0] : 0; y < kind.frame_height; y += step) {
        std::vector<GifPixelType> row(static_cast<std::size_t>(kind.frame_width),
                                      static_cast<GifPixelType>(y % 16));
        EGifPutLine(gif, row.data(), kind.frame_width);
      }
    }
  }
  EGifCloseFile(gif, &code);
  GifFreeMapObject(map);
  return out;
}

// WebP

inline Bytes webp(bool lossless, bool alpha, int width = 6, int height = 4) {
  std::vector<std::uint8_t> samples;
  for (int i = 0; i < width * height; ++i)
    samples.insert(samples.end(),
                   {200, 100, 50, static_cast<std::uint8_t>(alpha && i % 2 ? 128 : 255)});
  std::uint8_t* out = nullptr;
  const std::size_t size =
      lossless ? WebPEncodeLosslessRGBA(samples.data(), width, height, 4 * width, &out)
               : WebPEncodeRGBA(samples.data(), width, height, 4 * width, 90, &out);
  Bytes bytes(reinterpret_cast<char*>(out), size);
  WebPFree(out);
  return bytes;
}

inline Bytes little_endian(std::size_t n, int bytes) {
  Bytes out;
  for (int i = 0; i < bytes; ++i)
    out.push_back(static_cast<char>(n >> 8 * i));
  return out;
}

inline Bytes riff_chunk(const std::string& type, const Bytes& data) {
  return type + little_endian(data.size(), 4) + data + (data.size() % 2 ? Bytes(1, '\0') : Bytes());
}

/// Two frames of the lossless still, whose canvas they fill (RFC 9649 §2.7).
inline Bytes animated_webp() {
  const Bytes still = webp(true, false).substr(12);  // its VP8L chunk
  const Bytes frame = Bytes(6, '\0') + little_endian(5, 3) + little_endian(3, 3) +
                      little_endian(100, 3) + Bytes(1, '\0') + still;
  const Bytes body =
      riff_chunk("VP8X", Bytes("\x02\0\0\0", 4) + little_endian(5, 3) + little_endian(3, 3)) +
      riff_chunk("ANIM", Bytes(6, '\0')) + riff_chunk("ANMF", frame) + riff_chunk("ANMF", frame);
  return "RIFF" + little_endian(body.size() + 4, 4) + "WEBP" + body;
}

}  // namespace keben::test
