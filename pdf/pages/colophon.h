// The last leaf of a collection in print: its colophon, set small.
#pragma once

#include "pdf/pages/bind.h"

namespace keben::pdf::pages {

/// The name of its first page among the anchors. A colon is in no name that a text can give.
inline constexpr const char* kColophonAnchor = "colophon:";

/// The pages as a flow behind those of the text; the edition has a colophon.
Flow colophon_flow(const edition::Edition& edition, const style::Stylesheet& sheet,
                   const fonts::Catalog& faces, Diagnostics& log);

}  // namespace keben::pdf::pages
