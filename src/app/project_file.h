// keben.yaml taken up: found, read, and put where no flag has spoken (product.md, "Order of
// precedence").
#pragma once

#include "app/invocation.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "series/project.h"

namespace keben::app {

/// The project of a command line whose only input is a keben.yaml or a folder that holds one;
/// otherwise an empty one. Completes `asked`: the input becomes the folder, and what the file says
/// of the book takes the place of what was not asked for. Fails where the file cannot be read or is
/// wrong.
Result<series::Project> find_project(Invocation& asked, SourceMap& sources, Diagnostics& log);

}  // namespace keben::app
