// Writes a book under its name whole, or not at all.
//
// A temporary file in the same folder, fsync, rename, fsync of the folder: at no moment is there a
// half book under the name, and on any failure the older one is what it was (faults.md §1.5). The
// temporary file is locked while it is written; one that can be locked was left by a process that
// was killed, and goes when the next book is written beside it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace keben::app {

/// Replaces `file`; several threads may, each another. Fails with Fault::machine and the system's
/// reason; `name` is for the message.
Done write_whole(const std::filesystem::path& file, const std::string& name, BytesView bytes);

/// Writes to standard output. Fails with Fault::machine where it is closed or full.
Done write_stdout(BytesView bytes);

/// Says something on standard error, which may be closed.
void say(std::string_view text);

/// Removes the temporary files that are being written. Safe in a signal handler.
void drop_unfinished_output();

}  // namespace keben::app
