// `--dump`: a stage as text, for those who want to see between the steps.
#pragma once

#include <string>

#include "app/inputs.h"
#include "app/invocation.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "base/stages.h"

namespace keben::app {

/// The stage that `asked.dump` names: of all texts, in order. HTML is of the texts as written,
/// before raw HTML is interpreted.
Result<std::string> dump_stage(const Invocation& asked, Inputs& inputs, SourceMap& sources,
                               Stages& stages, Diagnostics& log);

}  // namespace keben::app
