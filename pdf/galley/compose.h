// From blocks to a galley: every block of the model becomes pieces, with its space, its frame and
// its element.
#pragma once

#include <cstddef>

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "fonts/catalog.h"
#include "pdf/galley/flatten.h"
#include "pdf/galley/galley.h"
#include "pdf/shape/words.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::galley {

/// Composes blocks [first, end) of an essay, and the notes that they refer to.
///
/// @param opens  whether what an essay opens with stands before them
/// @param words  that this thread has shaped, where it goes on with them
Galley compose(const Surroundings& around, std::size_t first, std::size_t end,
               const fonts::Catalog& faces, Diagnostics& log, bool opens = false,
               shape::WordShaper* words = nullptr);

}  // namespace keben::pdf::galley
