// Texts of a folder that its list leaves out.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "series/listing.h"

namespace keben::series {

/// Notes each text that was not taken (`member-unlisted`), in natural order; papers beside the text
/// (README, LICENSE) are expected to be left out.
///
/// @param list  the list's name, as messages show it
void tell_of_unlisted(const Listing& listing, const std::set<std::string>& taken,
                      std::string_view list, Diagnostics& log);

}  // namespace keben::series
