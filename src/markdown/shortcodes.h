// Shortcodes give way to Markdown before the parse: `{{< admonition tip >}}` … to a `:::` box,
// `{% codeblock %}` … to a fence, `{{< figure >}}` to a picture. An unknown one loses its tags,
// keeps what it holds, and is told (`shortcode-unknown`). What comments hide goes with them.
#pragma once

#include "base/diagnostic.h"
#include "markdown/lined_text.h"
#include "markdown/literals.h"

namespace keben::markdown {

/// Tags give way to what they mean, comments to nothing (`comment-unclosed` where one never ends).
/// `may_hide` (comments.h) says whether a text may hold any of either.
LinedText replace_shortcodes(const LinedText& text, Writing writing, Diagnostics& log);

}  // namespace keben::markdown
