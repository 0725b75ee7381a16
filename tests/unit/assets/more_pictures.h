// Pictures in the formats that are converted, made on the spot: the left half black, the right
// white.
#pragma once

#include <avif/avif.h>
#include <lcms2.h>
#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "tests/unit/assets/pictures.h"

namespace keben::test {

// BMP

struct BmpKind {
  unsigned bits = 24;
  std::uint32_t compression = 0;
  bool from_top = false;
};

constexpr int kHalfWidth = 8;  // of 16 × 4

inline Bytes bmp_rows(unsigned bits) {
  Bytes out;
  for (int y = 0; y < 4; ++y) {
    Bytes row;
    for (int x = 0; x < 16; ++x) {
      const bool white = x >= kHalfWidth;
      const char byte = white ? '\xFF' : '\0';
      if (bits >= 8) row += bits == 8 ? Bytes(1, white ? '\1' : '\0') : Bytes(bits / 8, byte);
      if (bits == 4 && x % 2 == 0) row += white ? '\x11' : '\0';
      if (bits == 1 && x % 8 == 0) row += byte;
    }
    row.resize((row.size() + 3) / 4 * 4);
    out += row;
  }
  return out;
}

inline Bytes bmp(const BmpKind& kind = {}, Bytes rows = {}) {
  if (rows.empty()) rows = bmp_rows(kind.bits);
  const Bytes palette = kind.bits <= 8 ? Bytes("\0\0\0\0\xFF\xFF\xFF\0", 8) : Bytes();
  const std::size_t start = 14 + 40 + palette.size();
  return "BM" + little_endian(start + rows.size(), 4) + Bytes(4, '\0') + little_endian(start, 4) +
         little_endian(40, 4) + little_endian(16, 4) +
         little_endian(kind.from_top ? 0xFFFFFFFC : 4, 4) + little_endian(1, 2) +
         little_endian(kind.bits, 2) + little_endian(kind.compression, 4) +
         little_endian(rows.size(), 4) + Bytes(8, '\0') + little_endian(kind.bits <= 8 ? 2 : 0, 4) +
         Bytes(4, '\0') + palette + rows;
}

// TIFF

struct TiffKind {
  std::uint16_t compression = COMPRESSION_NONE;
  std::uint16_t bits = 8;
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
};

inline Bytes tiff_file(const TiffKind& kind = {}) {
  struct Memory {
    Bytes bytes;
    std::size_t at = 0;
  } memory;
  TIFF* out = TIFFClientOpen(
      "a", "w", &memory,
      [](thandle_t handle, tdata_t to, tsize_t n) -> tsize_t {
        auto& m = *static_cast<Memory*>(handle);
        const std::size_t count = std::min(static_cast<std::size_t>(n), m.bytes.size() - m.at);
        std::memcpy(to, m.bytes.data() + m.at, count);
        m.at += count;
        return static_cast<tsize_t>(count);
      },
      [](thandle_t handle, tdata_t from, tsize_t n) -> tsize_t {
        auto& m = *static_cast<Memory*>(handle);
        const auto count = static_cast<std::size_t>(n);
        m.bytes.resize(std::max(m.bytes.size(), m.at + count));
        std::memcpy(m.bytes.data() + m.at, from, count);
        m.at += count;
        return n;
      },
      [](thandle_t handle, toff_t offset, int whence) -> toff_t {
        auto& m = *static_cast<Memory*>(handle);
        m.at = offset + (whence == SEEK_CUR ? m.at : whence == SEEK_END ? m.bytes.size() : 0);
        m.bytes.resize(std::max(m.bytes.size(), m.at));
        return m.at;
      },
      [](thandle_t) { return 0; },
      [](thandle_t handle) -> toff_t { return static_cast<Memory*>(handle)->bytes.size(); },
      nullptr, nullptr);
  TIFFSetField(out, TIFFTAG_IMAGEWIDTH, 16);
  TIFFSetField(out, TIFFTAG_IMAGELENGTH, 4);
  TIFFSetField(out, TIFFTAG_BITSPERSAMPLE, kind.bits);
  TIFFSetField(out, TIFFTAG_SAMPLESPERPIXEL, 3);
  TIFFSetField(out, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
  TIFFSetField(out, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(out, TIFFTAG_COMPRESSION, kind.compression);
  TIFFSetField(out, TIFFTAG_ORIENTATION, kind.orientation);
  TIFFSetField(out, TIFFTAG_ROWSPERSTRIP, 4);
  const unsigned bytes = 3u * kind.bits / 8;
  for (unsigned y = 0; y < 4; ++y) {
    Bytes row = Bytes(kHalfWidth * bytes, '\0') + Bytes(kHalfWidth * bytes, '\xFF');
    TIFFWriteScanline(out, row.data(), y, 0);
  }
  TIFFClose(out);
  return memory.bytes;
}

// AVIF

/// @param alpha  half opaque everywhere
inline Bytes avif(bool lossless = false, bool alpha = false) {
  avifImage* image = avifImageCreate(16, 8, 8, AVIF_PIXEL_FORMAT_YUV444);
  if (lossless) image->matrixCoefficients = AVIF_MATRIX_COEFFICIENTS_IDENTITY;
  avifRGBImage rgb;
  avifRGBImageSetDefaults(&rgb, image);
  rgb.format = alpha ? AVIF_RGB_FORMAT_RGBA : AVIF_RGB_FORMAT_RGB;
  const unsigned components = alpha ? 4 : 3;
  std::vector<std::uint8_t> samples(16 * 8 * components);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = (i / components) % 16 < kHalfWidth ? 0 : 255;
    if (alpha && i % 4 == 3) samples[i] = 128;
  }
  rgb.pixels = samples.data();
  rgb.rowBytes = 16 * components;
  avifImageRGBToYUV(image, &rgb);
  avifEncoder* encoder = avifEncoderCreate();
  encoder->speed = AVIF_SPEED_FASTEST;
  encoder->minQuantizer = encoder->minQuantizerAlpha = 0;
  encoder->maxQuantizer = encoder->maxQuantizerAlpha = lossless ? 0 : 10;
  avifRWData data = AVIF_DATA_EMPTY;
  avifEncoderWrite(encoder, image, &data);
  Bytes out(reinterpret_cast<const char*>(data.data), data.size);
  avifRWDataFree(&data);
  avifEncoderDestroy(encoder);
  avifImageDestroy(image);
  return out;
}

// ICC

/// An RGB profile whose curve is the identity: what is half bright by number is brighter by eye.
inline Bytes linear_profile() {
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
  cmsToneCurve* curve = cmsBuildGamma(nullptr, 1.0);
  cmsToneCurve* const curves[3] = {curve, curve, curve};
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(curve);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  Bytes out(size, '\0');
  cmsSaveProfileToMem(profile, out.data(), &size);
  cmsCloseProfile(profile);
  return out;
}

/// A profile of four inks: gray, as dark as there is ink.
inline Bytes ink_profile() {
  const auto darken = [](const cmsUInt16Number in[], cmsUInt16Number out[], void*) {
    const unsigned ink = (in[0] + in[1] + in[2] + in[3]) / 4u;
    out[0] = static_cast<cmsUInt16Number>(0xFF00 - ink * 0xFF00 / 0xFFFF);
    out[1] = out[2] = 0x8000;
    return 1;
  };
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsPipeline* to_lab = cmsPipelineAlloc(nullptr, 4, 3);
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
  cmsStageSampleCLut16bit(table, darken, nullptr, 0);
  cmsPipelineInsertStage(to_lab, cmsAT_BEGIN, table);
  cmsWriteTag(profile, cmsSigAToB0Tag, to_lab);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  Bytes out(size, '\0');
  cmsSaveProfileToMem(profile, out.data(), &size);
  cmsPipelineFree(to_lab);
  cmsCloseProfile(profile);
  return out;
}

/// `png` with its colours said to be those of the profile, stored without compression (RFC 1951
/// §3.2.4).
inline Bytes with_profile(const Bytes& png, const Bytes& profile) {
  std::uint32_t a = 1, b = 0;  // Adler-32
  for (const char c : profile) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  Bytes check;
  for (const std::uint32_t n : {b >> 8, b, a >> 8, a})
    check += static_cast<char>(n);
  const Bytes zlib = "\x78\x01\x01" + little_endian(profile.size(), 2) +
                     little_endian(~profile.size(), 2) + profile + check;
  return with_chunk(png, chunk("iCCP", Bytes("p\0\0", 3) + zlib));
}

/// `jpeg` with the profile in an APP2 segment.
inline Bytes jpeg_with_profile(Bytes jpeg, const Bytes& profile) {
  const Bytes data = Bytes("ICC_PROFILE\0\1\1", 14) + profile;
  const std::size_t length = data.size() + 2;
  return jpeg.insert(
      2, Bytes("\xFF\xE2") + static_cast<char>(length >> 8) + static_cast<char>(length) + data);
}

}  // namespace keben::test
