// The wall around libzip: entries in, one file's bytes out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/held_bytes.h"
#include "base/result.h"
#include "epub/archive/deflate.h"
#include "epub/archive/dos_time.h"

namespace keben::epub {

/// What libzip is told of one entry.
struct ZipEntry {
  std::string name;
  BytesView stored;         // as the bytes will stand in the archive
  std::uint64_t size = 0;   // of the original
  std::uint32_t crc32 = 0;  // of the original, where it is deflated
  bool deflated = false;
  const HeldBytes* held = nullptr;  // to be forgotten once they are written
};

/// Collects entries, which borrow their bytes, and writes them all at the end.
class ZipWriter {
 public:
  void add(const std::string& name, BytesView original, const Packed& packed,
           const HeldBytes* held = nullptr);

  /// The archive. Fails with Fault::document where no plain ZIP can hold it, with Fault::machine
  /// where libzip does, or is missing.
  Result<Bytes> finish(DosTime time) const;

 private:
  std::vector<ZipEntry> entries_;
};

}  // namespace keben::epub
