// The names under a title: authors together, then who translated, edited or drew.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace keben::epub {

/// A line for each role, authors first, the others in the order of the front matter: `张三、李四`,
/// `王五　译`. Roles that have no word of their own here stand as names alone.
std::vector<std::string> people_lines(const std::vector<model::Person>& people,
                                      model::Convention convention);

}  // namespace keben::epub
