// Huffman tables that are made for a picture from a part of it.
//
// Tables made to measure take a seventh off a photograph; but libjpeg makes them by coding it
// twice, which is half of what encoding costs. Those of one row of blocks in eight are as good to a
// third of a percent, once they have a code for what only the others hold.
#pragma once

#include <cstdio>  // jpeglib.h takes FILE and size_t as given

#include <jpeglib.h>

#include <array>

namespace keben::assets {

/// A picture's tables: of brightness, then of colour.
struct JpegTables {
  std::array<JHUFF_TBL, 2> first, others;  // first coefficients, and all others
};

/// Those that an encoder has made, with a code of 16 bits for every symbol that it has not met.
///
/// @param into  true only where they are fit for the whole picture: a part that is nearly flat
///              tells nothing of the rest
bool take_tables(const jpeg_compress_struct& from, JpegTables& into) noexcept;
void give_tables(const JpegTables& from, jpeg_compress_struct& into) noexcept;

}  // namespace keben::assets
