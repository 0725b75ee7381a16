// A display list as text, one item a line, for golden tests and `--dump display-list`.
#pragma once

#include <string>

#include "pdf/draw/display_list.h"

namespace keben::pdf::draw {

/// Positions in points to the hundredth; runs with their text; a run's last glyph position shows
/// how far it reaches.
std::string dump(const DisplayList& list);

/// "/P", "/H1" … without the slash.
std::string_view name_of(Role role);

}  // namespace keben::pdf::draw
