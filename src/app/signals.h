// How a run ends before its time: by the user, or by its own allowance of CPU.
#pragma once

#include <cstddef>

#include "base/words.h"

namespace keben::app {

/// SIGINT, SIGTERM and SIGHUP end the process with 130, 143 or 129 and leave no temporary file;
/// SIGPIPE and SIGXFSZ are ignored, so that a closed pipe and a file over the size that the process
/// may write are errors like any other.
void install_signal_handlers();

/// Ends the process with a message and 1 once it has used 60 s of CPU for each text
/// (decisions.md 5).
void limit_cpu(std::size_t texts, UiLanguage language);

}  // namespace keben::app
