// Who made a book, in lines: authors first, then the others with what they did (李四　译).
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace keben::edition {

/// A line a role, names of one role side by side; nothing for people without names.
std::vector<std::string> makers_of(const std::vector<model::Person>& people,
                                   model::Convention convention);

}  // namespace keben::edition
