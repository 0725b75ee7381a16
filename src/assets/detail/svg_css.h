// Style in a drawing: what it points to in the drawing stays, by the names that its elements have
// in the book (svg_ids.h); what it would fetch goes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "assets/detail/svg_ids.h"
#include "assets/detail/svg_repairs.h"

namespace keben::assets {

/// A property's value; nothing where it has to go. A paint that is not there is `none`, or what the
/// author wants in its place (SVG 1.1 §11.2).
///
/// @param property  in lower case
std::optional<std::string> own_value(std::string_view property, std::string_view value,
                                     const SvgIds& ids, std::size_t line, SvgRepairs& repairs);

/// A `style` attribute.
std::string own_declarations(std::string_view css, const SvgIds& ids, std::size_t line,
                             SvgRepairs& repairs);

/// A `<style>` element's text. At-rules go: half of the programs that show a drawing do not know
/// them, and the others would fetch by them.
std::string own_stylesheet(std::string_view css, const SvgIds& ids, std::size_t line,
                           SvgRepairs& repairs);

}  // namespace keben::assets
