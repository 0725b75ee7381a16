// From the texts to one collection: each read by itself, then what they have in common.
#pragma once

#include <string>

#include "app/inputs.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "base/stages.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::app {

/// The collection that the texts make. Empty texts are left out with a warning (`text-empty`); what
/// is a draft, and yet was named, gets a note (`draft`). Fails with Fault::document where a text
/// passes a limit or nothing is left.
///
/// @param title  of a collection that has none of its own
Result<model::Collection> read_manuscript(Inputs& inputs, const std::string& title,
                                          SourceMap& sources, const config::ExportOptions& options,
                                          Stages& stages, Diagnostics& log);

}  // namespace keben::app
