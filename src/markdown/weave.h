// What becomes of a text before the parser sees it: what it includes is put in, shortcodes give way
// to constructs that the parser knows.
#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "base/result.h"
#include "config/options.h"
#include "markdown/lined_text.h"
#include "markdown/read.h"

namespace keben::markdown {

/// The text of `file` from byte `body_at` on, blank lines in the place of what stands before.
/// Empty where there is nothing to weave: then the source will do. Fails where includes pass a
/// limit.
Result<LinedText> weave(SourceMap& sources, FileId file, std::size_t body_at,
                        const IncludedFiles& included, const config::ReadOptions& options,
                        Diagnostics& log);

}  // namespace keben::markdown
