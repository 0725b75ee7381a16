// The words of a collection as its two books have them, with no file made: what is asked of them
// here is only that nothing is lost.
#pragma once

#include <string>

#include "config/page_size.h"
#include "fonts/catalog.h"
#include "model/collection.h"
#include "pdf/draw/display_list.h"

namespace keben::property {

/// A picture says its description in its place.
struct BothBooks {
  std::string epub;  // the text of all chapters in their order
  std::string pdf;   // the text of all pages in the order of the structure tree
  pdf::draw::DisplayList pages;
};

/// Pictures have bytes unless their source says otherwise (tests/support/pictures.h).
BothBooks both_books(const model::Collection& collection, const fonts::Catalog& faces,
                     const config::PageSize& page = {});

/// The hanzi alone, in their order.
std::u32string hanzi_of(std::string_view text);

/// Those of `wanted` that `text` has not, or not as often.
std::u32string missing_hanzi(const std::u32string& wanted, const std::u32string& text);

/// What of `wanted` is not found in `text` on from where the one before it was; empty where `text`
/// has all of it in this order, whatever stands between.
std::u32string out_of_order(const std::u32string& wanted, const std::u32string& text);

}  // namespace keben::property
