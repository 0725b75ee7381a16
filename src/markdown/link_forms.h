// The parts of links that are no text: addresses and titles, behind a link's text and in
// definitions (CommonMark #links, #link-reference-definitions).
#pragma once

#include <cstddef>
#include <string_view>

namespace keben::markdown {

/// How many bytes `](address "title")` takes at the front of `text`, which begins with `](`; 0
/// where it is none.
std::size_t length_of_link_end(std::string_view text);

/// How many bytes `[label]: address "title"` takes at the front of a paragraph, its line's end left
/// out; 0 where no definition stands there.
std::size_t length_of_definition(std::string_view text);

/// The same for a definition that is a remark: `[//]: # (…)`, `[comment]: <> (…)`, wherever its
/// line stands and whatever brackets its words hold.
std::size_t length_of_remark(std::string_view text);

}  // namespace keben::markdown
