// `keben cache list|prune`: the pictures of earlier runs, seen and swept.
#pragma once

#include "app/invocation.h"

namespace keben::app {

/// Prints what it found or did; the exit code of product.md.
int run_cache(const Invocation& asked);

}  // namespace keben::app
