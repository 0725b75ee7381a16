#include "markdown/shortcodes.h"

namespace keben::markdown {

bool holds_shortcodes(std::string_view) {
  return false;
}

LinedText replace_shortcodes(const LinedText& text, Diagnostics&) {
  return text;
}

}  // namespace keben::markdown
