#include "epub/xhtml/used_names.h"

#include <algorithm>

#include "base/byte_set.h"

namespace keben::epub {

void UsedNames::note(std::string_view name) {
  if (names_.find(name) == names_.end()) names_.emplace(name);
}

void UsedNames::add(std::string_view xhtml) {
  constexpr ByteSet kNameEnds(" />");
  constexpr std::string_view kClass = " class=\"";
  for (std::size_t at = xhtml.find('<'); at != xhtml.npos; at = xhtml.find('<', at + 1)) {
    const std::size_t end = std::min(kNameEnds.find_in(xhtml, at + 1), xhtml.size());
    const std::string_view name = xhtml.substr(at + 1, end - at - 1);
    if (name.empty()) continue;  // a closing tag
    note(name);
    if (end == xhtml.size() || xhtml[end] != ' ') continue;
    const std::string_view tag = xhtml.substr(end, xhtml.find('>', end) - end);
    const std::size_t begin = tag.find(kClass);
    if (begin == tag.npos) continue;
    std::string_view classes = tag.substr(begin + kClass.size());
    classes = classes.substr(0, classes.find('"'));
    while (!classes.empty()) {
      const std::size_t gap = std::min(classes.find(' '), classes.size());
      note("." + std::string(classes.substr(0, gap)));
      classes.remove_prefix(std::min(gap + 1, classes.size()));
    }
  }
}

}  // namespace keben::epub
