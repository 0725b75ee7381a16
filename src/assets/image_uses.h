// Every place of a collection that wants a picture.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/source_map.h"
#include "model/collection.h"

namespace keben::assets {

struct ImageUse {
  model::DocumentId document;
  std::optional<model::ImageId> image;  // nothing: the document's cover
  std::string_view source;              // as written; borrowed from the collection
  SourceSpan at;
};

/// Images in reading order, notes after the text, an only text's cover before its
/// images: of many, none is the book's. Alt texts are words, not places: they are not searched.
std::vector<ImageUse> image_uses(const model::Collection& collection);

}  // namespace keben::assets
