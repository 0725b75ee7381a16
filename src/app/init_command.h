// `keben init`: a keben.yaml to start from.
#pragma once

#include <string>

#include "app/invocation.h"
#include "base/result.h"

namespace keben::app {

/// Writes keben.yaml into the folder and returns its name. Fails with Fault::usage where there is
/// one (`config-exists`), else as reading and writing do.
Result<std::string> write_project(const Invocation& asked);

}  // namespace keben::app
