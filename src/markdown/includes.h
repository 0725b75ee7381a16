// Texts that call in others, woven into one before it is parsed.
//
// Nothing outside the root is read: the reader that `IncludedFiles` brings stands at that wall, and
// what it refuses is not there. A file that calls in itself is cut with 循环引用; a text that grows
// beyond the file limit is an error.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "config/options.h"
#include "markdown/lined_text.h"
#include "markdown/read.h"

namespace keben::markdown {

/// Whether a text calls in anything: where not, it need not be woven.
bool calls_includes(std::string_view text);

/// `text` with all that it calls in, each line with its origin. Included files are added to
/// `sources`. Warns of files that are not there (`include-missing`; the call stays as code), of
/// anchors that are not in them (`include-anchor-missing`), of cycles (`include-cycle`) and of
/// depth beyond 16 (`include-too-deep`). Fails with `includes-too-large` and `includes-too-many`.
Result<LinedText> weave_includes(const LinedText& text, SourceMap& sources,
                                 const IncludedFiles& files, const config::ReadOptions& options,
                                 Diagnostics& log);

}  // namespace keben::markdown
