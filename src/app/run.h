// One run of the program, from what was asked to the exit code: the twelve steps, in order.
#pragma once

#include "app/invocation.h"

namespace keben::app {

/// Makes the books, or only looks (`check`, `--dump`); prints its report. Never throws for what an
/// author, a server or a disk can do.
///
/// @returns the exit code of product.md
int run(const Invocation& asked);

}  // namespace keben::app
