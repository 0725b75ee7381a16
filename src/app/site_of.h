// The blog that a root is, by its own settings.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"
#include "config/options.h"
#include "model/collection.h"
#include "model/site.h"

namespace keben::app {

/// Reads the settings inside the root's walls.
model::Site site_of(const std::filesystem::path& root, const config::ReadOptions& options,
                    Diagnostics& log);

/// What keben.yaml says of addresses, else what the blog's own settings say.
void settle_addresses(model::Collection& texts, const model::Site& site,
                      const config::MetaOverrides& meta);

/// All that a book may show of the blog's settings, in one line; empty where there are none.
std::string key_of(const model::Site& site);

}  // namespace keben::app
