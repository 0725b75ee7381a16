// Raw HTML becomes nodes of the model; none of it passes through.
#pragma once

#include "base/diagnostic.h"
#include "config/options.h"
#include "model/document.h"

namespace keben::markdown {

/// Replaces every RawBlock and RawInline of the document. Tags pair across sibling blocks
/// (`<details>`, paragraphs, `</details>`) and across the inlines of a paragraph; what does not fit
/// is mended by HTML5's rules. Warns of elements left out (`html-dropped`), never closed
/// (`html-unclosed`, `html-comment-unclosed`) and nested too deep (`html-too-deep`).
void interpret_raw_html(model::Document& document, const config::Limits& limits, Diagnostics& log);

}  // namespace keben::markdown
