// An outline as text, one entry a line, for golden tests and `--dump outline`.
#pragma once

#include <string>

#include "outline/outline.h"

namespace keben::outline {

/// The chapters with their headings (rank, level as written, anchor), the table of contents, and
/// what every link leads to.
std::string dump(const Outline& outline);

}  // namespace keben::outline
