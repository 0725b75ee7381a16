// `keben check book.epub`: the checker that every export passes, for any EPUB.
#pragma once

#include <string>
#include <vector>

#include "app/report.h"
#include "config/options.h"

namespace keben::app {

/// Whether all inputs are EPUBs by their names; a mixture is left to the reader of texts.
bool are_epubs(const std::vector<std::string>& inputs);

/// Adds what is wrong with each to the log, as errors; a file that cannot be read is an error of
/// its own.
void check_epubs(const std::vector<std::string>& inputs, const config::ExportOptions& options,
                 Account& account);

}  // namespace keben::app
