// What the process was started with beside its arguments: the one place that asks the environment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/words.h"

namespace keben::app {

struct Environment {
  UiLanguage language = UiLanguage::en;  // of LC_ALL, LC_MESSAGES or LANG
  std::filesystem::path cache_folder;    // ours, in the user's; empty: nothing is kept
  std::optional<std::int64_t> source_date_epoch;
  bool no_colour = false;     // NO_COLOR
  bool force_colour = false;  // CLICOLOR_FORCE
  bool terminal = false;      // standard error is one that can move its cursor, and nobody's CI
};

/// Fails with Fault::usage where SOURCE_DATE_EPOCH is set and is no number of seconds.
Result<Environment> read_environment();

}  // namespace keben::app
