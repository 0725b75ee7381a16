// `--each`: every text a book of its own, side by side, with one report.
//
// A text that fails does not stop the others. What the folder holds already, made from the same
// text, pictures, settings and program, is left as it is (manifest.h). `--shard I/N` takes the
// texts whose path falls to part I, whatever other texts there are: so a queue, a CI matrix or an
// array job spreads a site over machines with nothing of ours in between (docs/scale.md).
#pragma once

#include "app/invocation.h"
#include "app/report.h"
#include "base/source_map.h"
#include "series/project.h"

namespace keben::app {

/// Makes the books of a command line with `--each`, and prints its report.
///
/// @param account  of what came before: the reading of keben.yaml
/// @returns the exit code, the highest of all texts'
int run_batch(const Invocation& asked, const series::Project& project, SourceMap& sources,
              Account account);

}  // namespace keben::app
