// The system's reason for a failure, in both languages: strerror knows one only where a locale is
// set, and we set none (product.md: the same bytes in any locale).
#pragma once

#include "base/words.h"

namespace keben::app {

/// What an errno says. Rare ones are English in both languages.
Words reason_of(int number);

}  // namespace keben::app
