// See image_uses.h.
#include "assets/image_uses.h"

#include "model/walk.h"

namespace keben::assets {
namespace {

class Collector {
 public:
  Collector(model::DocumentId document, std::vector<ImageUse>& uses)
      : document_(document), uses_(uses) {}

  void blocks(const model::Blocks& blocks) {
    model::for_each_block(
        blocks, [this](const model::Block& block) { figure(block); },
        [this](const model::Inlines& inlines) {
          model::for_each_inline(inlines, [this](const model::Inline& node) { image(node); });
        });
  }

 private:
  void figure(const model::Block& block) {
    const auto* figure = std::get_if<model::Figure>(&block.is);
    if (!figure) return;
    for (const model::Image& image : figure->images)
      uses_.push_back({document_, image.id, image.source, block.at});
  }

  void image(const model::Inline& node) {
    const auto* image = std::get_if<model::Image>(&node.is);
    if (image) uses_.push_back({document_, image->id, image->source, node.at});
  }

  model::DocumentId document_;
  std::vector<ImageUse>& uses_;
};

/// Front matter is read for its values only; where it begins is as near as we can point.
SourceSpan front_matter_of(const model::Document& document) {
  return {
      .first_line = 1, .last_line = 1, .first_column = 1, .last_column = 1, .file = document.file};
}

}  // namespace

std::vector<ImageUse> image_uses(const model::Collection& collection) {
  std::vector<ImageUse> uses;
  for (std::uint32_t d = 0; d < collection.documents.size(); ++d) {
    const model::Document& document = collection.documents[d];
    if (collection.single() && !document.meta.cover.empty())
      uses.push_back({{d}, std::nullopt, document.meta.cover, front_matter_of(document)});
    Collector collector({d}, uses);
    collector.blocks(document.blocks);
    for (const model::Note& note : document.notes)
      collector.blocks(note.children);
  }
  return uses;
}

}  // namespace keben::assets
