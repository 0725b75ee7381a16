// From the lines of a woven text back to those of the files that it was woven of.
#pragma once

#include "base/diagnostic.h"
#include "markdown/lined_text.h"
#include "model/document.h"

namespace keben::markdown {

/// Where a stretch of the woven text comes from; what began in one file and ended in another ends
/// where it began.
SourceSpan relocated(SourceSpan at, const LinedText& text);

/// The same for every node of a document.
void relocate(model::Document& document, const LinedText& text);

/// The same for every message.
Diagnostics relocated(const Diagnostics& log, const LinedText& text);

}  // namespace keben::markdown
