// The last leaf of a collection in print: outline/colophon.h, set small.
#pragma once

#include "model/collection.h"
#include "outline/outline.h"
#include "pdf/pages/bind.h"

namespace keben::pdf::pages {

/// The name of its first page among the anchors. A colon is in no name that a text can give.
inline constexpr const char* kColophonAnchor = "colophon:";

/// The pages as a flow behind those of the text; the outline has a colophon.
Flow colophon_flow(const model::Collection& collection, const outline::Outline& outline,
                   const style::Stylesheet& sheet, const fonts::Catalog& faces, Diagnostics& log);

}  // namespace keben::pdf::pages
