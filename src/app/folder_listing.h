// A folder's Markdown: what may be texts of a book, and what is passed over, so that both are told
// of.
#pragma once

#include <string>

#include "base/result.h"
#include "config/options.h"
#include "series/listing.h"

namespace keben::app {

/// All Markdown files at any depth, but for what is hidden (a name with a dot in front,
/// node_modules), what symbolic links lead to and what is no regular file: these are passed over.
/// `options` must outlive the listing. Fails where the folder, or one below it, cannot be read.
Result<series::Listing> list_folder(const std::string& folder, const config::ReadOptions& options);

}  // namespace keben::app
