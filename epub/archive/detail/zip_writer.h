// The wall around libzip: entries in, one file's bytes out.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "epub/archive/deflate.h"
#include "epub/archive/dos_time.h"

namespace keben::epub {

/// What libzip is told of one entry, and how far it has read it.
struct ZipEntry {
  std::string name;
  BytesView stored;         // as the bytes will stand in the archive
  std::uint64_t size = 0;   // of the original
  std::uint32_t crc32 = 0;  // of the original
  bool deflated = false;
  std::size_t next = 0;
};

/// Collects entries, which borrow their bytes, and writes them all at the end, as libzip does.
class ZipWriter {
 public:
  void add(const std::string& name, BytesView original, const Packed& packed);

  /// The archive. Fails with Fault::machine where libzip does.
  Result<Bytes> finish(DosTime time);

 private:
  std::deque<ZipEntry> entries_;  // a deque, since libzip keeps their addresses
};

}  // namespace keben::epub
