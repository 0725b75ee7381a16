// A cover for a book that brings none: drawn once, for both books.
//
// The model is the thread-bound book (线装书): plain cloth, the thread along its spine, and a title
// slip (题签) in a double frame that bears the title and nothing but words of the author's. There
// is one design for all languages and lengths, so that the volumes of a series stand together; only
// type size and line ends differ.
#pragma once

#include "assets/asset_store.h"
#include "base/result.h"
#include "fonts/catalog.h"
#include "model/collection.h"

namespace keben::cover {

/// Draws title, subtitle, authors, date and series in the book's own type.
///
/// @returns a baseline JPEG of 1600×2560, at most 120 KB, size and hash set, the same bytes for the
///          same words and faces. Its colour follows the series' name, else the title.
/// Fails with `cover-failed` only where libjpeg does. Source: decisions.md 11 and 13.
Result<assets::Asset> draw_cover(const model::Collection& collection, const fonts::Catalog& faces);

}  // namespace keben::cover
