// What a drawing may hold: elements and attributes of SVG 1.1 that draw, and none that act.
#pragma once

#include <string_view>

namespace keben::assets {

/// draws: kept. plain: kept as a bare group (a link's drawing without the link). dropped: gone with
/// all that it holds (script, foreignObject, animation, what is not SVG).
enum class SvgElement { draws, plain, dropped };
SvgElement svg_element(std::string_view name);

bool is_svg_attribute(std::string_view name);

/// How dear an element is to draw, in ordinary elements: filters work on every pixel of their area.
unsigned weight_of(std::string_view element);

}  // namespace keben::assets
