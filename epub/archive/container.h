// The container: a ZIP file that begins with its media type (EPUB 3.3 #sec-container-ocf).
//
// Old reading systems take files apart by offset and name, so the bytes are as plain as can be:
// `mimetype` first and stored, no extra fields, no data descriptors, no folders, ASCII names, one
// fixed time, no attributes. By libzip.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/held_bytes.h"
#include "base/parallel.h"
#include "base/result.h"
#include "base/stages.h"

namespace keben::epub {

/// One file of the container.
struct Entry {
  std::string name;                 // from the container's root: "epub/text/e1.xhtml"
  BytesView bytes;                  // borrowed for the call
  bool compress = true;             // pictures are compressed already
  const HeldBytes* held = nullptr;  // whose view `bytes` are: forgotten after each look
};

/// The whole container: `mimetype`, META-INF/container.xml, then the entries in their order.
///
/// @param package   the name of the entry that is the package document
/// @param modified  every entry's time, in seconds since 1970-01-01T00:00:00Z
/// @param stages    books `deflate` and `zip`
/// Fails with Fault::machine where libzip does (memory), or is missing.
Result<Bytes> make_container(const std::string& package, std::span<const Entry> entries,
                             std::int64_t modified, Jobs jobs, Stages& stages);

}  // namespace keben::epub
