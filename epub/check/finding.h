// What a check of a book finds: the file, the line where there is one, and what is wrong there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/words.h"

namespace keben::epub {

struct Finding {
  std::string file;      // from the container's root; empty: the container itself
  std::size_t line = 0;  // 0: none
  std::string code;      // stable: "epub-xml", "epub-content", "epub-reference" …
  Words what;
  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// `epub/text/e1.xhtml:12 refers to no place: …`, in one language.
std::string sentence(const Finding& finding, UiLanguage language);

}  // namespace keben::epub
