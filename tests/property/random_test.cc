// Nothing of a model is lost on its way into either book, whatever stands in what.
#include <catch2/catch.hpp>
#include <cstdio>

#include "base/utf8.h"
#include "model/walk.h"
#include "tests/property/both_books.h"
#include "tests/property/random_document.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"

using namespace keben;
using namespace keben::property;

namespace {

/// The words of a model: in the order of the text, and those in no order with it. Titles of links
/// and pictures are hints that a pointer calls up, addresses and languages are no words.
struct Words {
  std::string text;
  std::string beside;  // readings stand over their words; notes, at the foot or the end
};

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

/// As much of what is lost as a message needs.
std::string shown(const std::u32string& lost) {
  return utf8::from_utf32(lost.substr(0, 20));
}

void check(const model::Document& document, const fonts::Catalog& faces) {
  const Words words = words_of(document);
  const std::u32string text = hanzi_of(words.text), all = text + hanzi_of(words.beside);
  const BothBooks books = both_books(test::book_of(document), faces);
  const std::u32string epub = hanzi_of(books.epub), pdf = hanzi_of(books.pdf);
  CHECK(shown(missing_hanzi(all, epub)) == "");
  CHECK(shown(missing_hanzi(all, pdf)) == "");
  CHECK(shown(out_of_order(text, epub)) == "");
  CHECK(shown(out_of_order(text, pdf)) == "");
}

}  // namespace

TEST_CASE("every hanzi of a model is in both books, in the model's order", "[property]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  check(test::every_construct(), *faces);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    check(random_document(seed), *faces);
  }
}

TEST_CASE("what is lost or moved is told", "[property]") {
  CHECK(missing_hanzi(U"甲乙乙", U"乙甲") == U"乙");
  CHECK(missing_hanzi(U"甲乙", U"乙丙甲") == U"");
  CHECK(out_of_order(U"甲乙丙", U"甲丙乙") == U"丙");
  CHECK(out_of_order(U"甲乙丙", U"甲一乙二丙") == U"");
}
