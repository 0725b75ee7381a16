// All that a command line and its keben.yaml say about how a book comes out, as one digest: books
// that were made under another are made again.
#pragma once

#include <string>

#include "config/options.h"

namespace keben::app {

/// SHA-256 of the settings and of the program's version. What only says how the work is done (jobs,
/// the network's limits) is not in it; files that the settings name are, by content.
std::string settings_key(const config::ExportOptions& options);

}  // namespace keben::app
