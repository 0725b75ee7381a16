// An archive as its bytes have it, and what is wrong with them (EPUB 3.3
// #sec-zip-container-zipreqs).
//
// By hand rather than by libzip, which forgives what reading systems do not: the first header's
// place, extra fields, flags, names that are there twice. Files are unpacked by libdeflate.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "epub/check/finding.h"

namespace keben::epub {

struct ZipFile {
  std::string name;
  BytesView stored;  // as they stand in the archive
  std::uint64_t size = 0;
  std::uint32_t crc32 = 0;
  bool deflated = false;
};

/// The files by the central directory, in its order. What cannot be read is left out and told.
std::vector<ZipFile> read_archive(BytesView archive, Findings& findings);

/// A file's bytes; what is wrong with them is told, and they are empty.
///
/// @param room  how many bytes it may have at most
Bytes unpack(const ZipFile& file, std::uint64_t room, Findings& findings);

}  // namespace keben::epub
