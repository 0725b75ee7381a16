// Reads what is a file, and nothing that only looks like one.
//
// A name may lead to a pipe, whose other end never comes, to a device that never ends, or into
// /proc, where the machine tells of itself. Whoever opens a name that a person or a text gave opens
// it without blocking and reads it here.
#pragma once

#include <cstddef>
#include <optional>
#include <tl/expected.hpp>

#include "base/bytes.h"

namespace keben {

/// Why a file was not read.
struct ReadTrouble {
  enum class Kind { no_file, too_large, system };
  Kind kind;
  int number = 0;  // errno, of the system's
};

/// How such files are opened (open(2)): a pipe then opens at once, and a terminal is not taken
/// over.
int open_for_reading(const char* name);

/// Why an open file would not be read; nothing where it would.
std::optional<ReadTrouble> look_at_regular(int descriptor, std::size_t most);

/// The whole of an open file. A folder, a pipe, a device and what lies in /proc or /sys is none.
///
/// @param most  bytes that it may have
tl::expected<Bytes, ReadTrouble> read_regular(int descriptor, std::size_t most);

}  // namespace keben
