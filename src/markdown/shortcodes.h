#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "markdown/lined_text.h"

namespace keben::markdown {

bool holds_shortcodes(std::string_view text);

LinedText replace_shortcodes(const LinedText& text, Diagnostics& log);

}  // namespace keben::markdown
