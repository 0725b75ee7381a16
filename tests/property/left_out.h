// What an author writes that no reader is meant to see, told without the program's own reader.
//
// A second opinion must not share code with the first, so this knows Markdown by its looks alone.
// Each rule names one construct and says why its words are no text.
#pragma once

#include <string>

namespace keben::property {

/// The source without what a book leaves out on purpose; what stays is in its order.
std::string readable(std::string source);

/// Whether part of a readable line stands beside it or at the page's foot, and so in no order with
/// the rest: readings (written as any of the notations of ruby) and notes in the line.
bool has_asides(const std::string& line);

}  // namespace keben::property
