// The block of facts that stands before a text: YAML between `---`, TOML between `+++`, JSON in
// braces, LCTT's link definitions. Never printed, never an error: where its format refuses it,
// lines are read one by one (decisions.md 1).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source_map.h"
#include "config/options.h"
#include "markdown/value.h"

namespace keben::markdown {

struct FrontMatter {
  Fields fields;
  SourceSpan at;             // its lines, fences included; unknown where there is none
  std::size_t end_byte = 0;  // where the text proper begins, a line's beginning
};

/// Reads the front matter that `text` begins with, if it does. Warns where the format is broken
/// (`front-matter-malformed`), where a key stands twice (`front-matter-duplicate`: the first
/// counts) and where a limit is passed (`front-matter-too-large`: it is left out).
FrontMatter read_front_matter(std::string_view text, FileId file, const config::Limits& limits,
                              Diagnostics& log);

}  // namespace keben::markdown
