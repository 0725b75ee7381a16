// Slips in Markdown that leave its marks in the text: mended where what was meant is beyond doubt,
// told otherwise. Each looks at one list of inlines.
#pragma once

#include "base/diagnostic.h"
#include "model/inline.h"

namespace keben::markdown {

/// `[label](http://a.cn）`, `[label]（http://a.cn)`: one bracket typed full-width, around one
/// address (`link-wide-bracket`). Both full-width are prose.
void mend_wide_brackets(model::Inlines& inlines, Diagnostics& log);

/// `**示例: ** x`: a pair of `**` that CommonMark leaves in the text (`emphasis-literal`).
void warn_of_literal_emphasis(const model::Inlines& inlines, Diagnostics& log);

}  // namespace keben::markdown
