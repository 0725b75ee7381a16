// A document as text, one node a line, for golden tests and `--dump model`: what was read, and from
// where.
#pragma once

#include <string>

#include "model/collection.h"

namespace keben::model {

/// Two spaces a level; a node's name, its data as key=value, then its span as
/// line:column-line:column. Text is quoted; control characters are escaped. Ends with a newline.
std::string dump(const Document& document);
std::string dump(const Blocks& blocks);

}  // namespace keben::model
