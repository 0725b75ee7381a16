// The files that a person names are looked at before any work is done: a pipe would be waited for,
// a device read for ever, and what went wrong should be said before an hour of work, not after it.
#pragma once

#include "app/invocation.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"

namespace keben::app {

/// Refuses texts that are no regular files. Fails with Fault::usage. A text that is missing is told
/// when its turn comes, with the others.
Done check_inputs(const std::vector<std::string>& inputs);

/// Refuses a cover that is no file, or too large. Fails with Fault::usage.
Done check_cover(const config::ExportOptions& options);

/// The stylesheet of `--css` as the book may have it: what it would fetch, and what EPUB forbids,
/// is left out with a warning at its line (`css-dropped`); empty where none was named. Fails with
/// Fault::usage where it cannot be read, or does not end what it begins.
Result<std::string> read_stylesheet(const Invocation& asked, SourceMap& sources, Diagnostics& log);

}  // namespace keben::app
