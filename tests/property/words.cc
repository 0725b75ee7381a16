#include "tests/property/words.h"

#include "model/walk.h"

namespace keben::property {
namespace {

void add_inlines(const model::Inlines& inlines, Words& to) {
  using namespace model;
  for_each_inline(inlines, [&](const Inline& node) {
    if (const auto* text = std::get_if<Text>(&node.is)) to.text += text->text;
    if (const auto* code = std::get_if<CodeSpan>(&node.is)) to.text += code->text;
    if (const auto* math = std::get_if<Math>(&node.is)) to.text += math->tex;
    if (const auto* image = std::get_if<Image>(&node.is)) to.text += plain_text(image->alt);
    if (const auto* ruby = std::get_if<Ruby>(&node.is)) {
      for (const Ruby::Pair& pair : ruby->pairs)
        to.text += pair.base, to.beside += pair.annotation;
    }
  });
}

void add_blocks(const model::Blocks& blocks, Words& to) {
  using namespace model;
  for_each_block(
      blocks,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.is))
          to.text += code->title + code->text;
        if (const auto* math = std::get_if<MathBlock>(&block.is)) to.text += math->tex;
        if (const auto* card = std::get_if<LinkCard>(&block.is)) to.text += card->title;
        if (const auto* figure = std::get_if<Figure>(&block.is)) {
          for (const Image& image : figure->images)
            to.text += plain_text(image.alt);
        }
      },
      [&](const Inlines& inlines) { add_inlines(inlines, to); });
}

}  // namespace

Words words_of(const model::Document& document) {
  Words out{document.meta.title, {}};
  add_blocks(document.blocks, out);
  for (const model::Note& note : document.notes) {
    Words words;
    add_blocks(note.children, words);
    out.beside += words.text + words.beside;
  }
  return out;
}

}  // namespace keben::property
