// The line of a source that a message speaks of, with the place marked below it.
#pragma once

#include <string>

#include "base/source_map.h"

namespace keben::app {

/// Two lines, `   18 | text` and `      | ^~~~`; a long line is cut around the place, a control
/// character is shown as `?`, a wide one counts two columns. Empty where the place is not known.
std::string excerpt(const SourceSpan& at, const SourceMap& sources);

/// Text of strangers made safe for a terminal: controls, and the marks that reorder text
/// (UAX#9), are escaped.
std::string printable(std::string_view text);

}  // namespace keben::app
