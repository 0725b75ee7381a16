// An AssetStore for a collection of `build.h`: every image whose source does not say otherwise gets
// a picture. For tests of rooms that link assets.
#pragma once

#include <string>

#include "assets/asset_store.h"
#include "base/hash.h"
#include "model/walk.h"
#include "tests/support/tiny_png.h"

namespace keben::test {

/// A picture whose colour follows its source, 90 by 60 samples, or 900 by 20 where it says `strip`;
/// sources with `missing` or `http` in them get none.
inline assets::AssetStore pictures_for(const model::Collection& collection) {
  std::vector<std::uint32_t> counts;
  for (const model::Document& document : collection.documents)
    counts.push_back(document.images);
  assets::AssetStore store(counts);
  for (std::uint32_t d = 0; d < counts.size(); ++d) {
    const auto give = [&](const model::Image& image) {
      const bool absent = image.source.find("missing") != std::string::npos ||
                          image.source.find("http") != std::string::npos;
      if (absent) return;
      const auto hue = static_cast<std::uint8_t>(digest64(image.source) % 200);
      const bool strip = image.source.find("strip") != std::string::npos;
      const std::uint32_t width = strip ? 900 : 90, height = strip ? 20 : 60;
      assets::Asset asset{tiny_png(width, height, {hue, 140, 160}),
                          assets::MediaType::png,
                          {{width}, {height}},
                          false,
                          {},
                          image.source};
      asset.hash = sha256_hex(asset.bytes);
      store.set({d}, image.id, store.add(std::move(asset)));
    };
    const auto on_block = [&](const model::Block& block) {
      const auto* figure = std::get_if<model::Figure>(&block.is);
      for (std::size_t i = 0; figure && i < figure->images.size(); ++i)
        give(figure->images[i]);
    };
    const auto on_inlines = [&](const model::Inlines& inlines) {
      model::for_each_inline(inlines, [&](const model::Inline& node) {
        if (const auto* image = std::get_if<model::Image>(&node.is)) give(*image);
      });
    };
    model::for_each_block(collection.documents[d].blocks, on_block, on_inlines);
    for (const model::Note& note : collection.documents[d].notes)
      model::for_each_block(note.children, on_block, on_inlines);
  }
  return store;
}

}  // namespace keben::test
