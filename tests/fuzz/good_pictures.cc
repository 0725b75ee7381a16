// Writes one small whole picture of each format into a folder: seeds for the fuzzers, and what
// tools/make_broken_pictures.py breaks.
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/assets/more_pictures.h"

int main(int argc, char** argv) {
  using namespace keben::test;
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const keben::Bytes& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  write("rgb.png", png());
  write("palette.png", png({.depth = 4, .colour = PNG_COLOR_TYPE_PALETTE, .transparent = true}));
  write("interlaced.png", with_profile(png({.depth = 16, .interlaced = true}), linear_profile()));
  write("baseline.jpg", jpeg({.orientation = 6}));
  write("progressive.jpg", jpeg_with_profile(jpeg({.progressive = true}), linear_profile()));
  write("cmyk.jpg", jpeg({.from = JCS_CMYK, .stored = JCS_YCCK, .adobe = true}));
  write("moving.gif", gif({.frames = 3, .transparent = 2}));
  write("interlaced.gif", gif({.interlaced = true}));
  write("lossy.webp", webp(false, true));
  write("moving.webp", animated_webp());
  write("plain.avif", avif(false, true));
  write("runs.bmp", bmp({8, 1, false}, keben::Bytes("\x08\0\x08\1\0\0\0\2\1\1\x08\1\0\1", 14)));
  write("rgb.bmp", bmp());
  write("lzw.tif", tiff_file({.compression = COMPRESSION_LZW}));
  write("plain.tif", tiff_file({.orientation = 6}));
  write("drawing.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><defs>"
        "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"
        "<style>.a{fill:url(#g)}</style><rect class=\"a\" width=\"10\" height=\"10\"/></svg>");
  return 0;
}
