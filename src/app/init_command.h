// `keben init`: a keben.yaml to start from.
#pragma once

#include <string>

#include "app/invocation.h"
#include "base/diagnostic.h"
#include "base/result.h"

namespace keben::app {

/// Writes keben.yaml into the folder and returns its name; `log` tells which texts are not in it.
/// Fails with Fault::usage where there is one (`config-exists`), else as reading and writing do.
Result<std::string> write_project(const Invocation& asked, Diagnostics& log);

}  // namespace keben::app
