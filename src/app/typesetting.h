// How lines are set, settled once: what the command line says, else keben.yaml, else the front
// matter of an only text (product.md, "Order of precedence").
#pragma once

#include "config/options.h"
#include "model/collection.h"

namespace keben::app {

/// Settles `options.pdf.typesetting`.
void settle_typesetting(config::ExportOptions& options, const model::Collection& collection);

}  // namespace keben::app
