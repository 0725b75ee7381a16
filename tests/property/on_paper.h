// What lies where it should not on the pages of a book.
#pragma once

#include <string>
#include <vector>

#include "fonts/catalog.h"
#include "pdf/draw/display_list.h"

namespace keben::property {

/// Glyphs, rules and pictures that lie beyond the page's edges; on each a line that says which.
std::vector<std::string> off_the_page(const pdf::draw::DisplayList& list,
                                      const fonts::Catalog& faces);

/// The same for what lies to the left or the right of the measure, of pages whose margins are even.
std::vector<std::string> off_the_measure(const pdf::draw::DisplayList& list,
                                         const fonts::Catalog& faces, Pt measure);

/// Hanzi that stand on one another.
std::vector<std::string> overlapping(const pdf::draw::DisplayList& list);

}  // namespace keben::property
