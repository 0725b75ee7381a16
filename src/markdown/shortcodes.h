// Shortcodes give way to Markdown before the parse: `{{< admonition tip >}}` … to a `:::` box,
// `{% codeblock %}` … to a fence, `{{< figure >}}` to a picture. An unknown one loses its tags,
// keeps what it holds, and is told (`shortcode-unknown`).
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "markdown/lined_text.h"

namespace keben::markdown {

/// Whether a text may hold any: where not, it need not be looked through.
bool holds_shortcodes(std::string_view text);

LinedText replace_shortcodes(const LinedText& text, Diagnostics& log);

}  // namespace keben::markdown
