// Nothing of the text is lost, and nothing is added but what is generated.
#include <catch2/catch.hpp>

#include "model/walk.h"
#include "tests/support/every_construct.h"
#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;

namespace {

/// The character data of some markup, entities undone.
std::string words_of(const std::string& xhtml) {
  std::string out;
  bool in_tag = false;
  for (const char c : xhtml) {
    if (c == '<') in_tag = true;
    if (!in_tag) out += c;
    if (c == '>') in_tag = false;
  }
  for (const auto& [entity, character] :
       {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}}) {
    for (std::size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1))
      out.replace(at, std::string(entity).size(), character);
  }
  return out;
}

/// All Text and code of a document, in reading order.
std::vector<std::string> texts_of(const Blocks& blocks) {
  std::vector<std::string> out;
  for_each_block(
      blocks,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.is)) out.push_back(code->text);
      },
      [&](const Inlines& inlines) {
        for_each_inline(inlines, [&](const Inline& node) {
          if (const auto* n = std::get_if<Text>(&node.is)) out.push_back(n->text);
          if (const auto* n = std::get_if<CodeSpan>(&node.is)) out.push_back(n->text);
        });
      });
  return out;
}

}  // namespace

TEST_CASE("every word of the model stands in the files, in order", "[xhtml]") {
  const Document document = every_construct();
  const Collection book = book_of(document);
  Diagnostics log;
  std::string words;
  for (std::size_t c = 0; c < outline::make_outline(book, log).documents[0].chapters.size(); ++c)
    words += words_of(render(book, {{0}, c}).file);
  std::size_t at = 0;
  for (const std::string& text : texts_of(document.blocks)) {
    INFO(text);
    at = words.find(text, at);
    REQUIRE(at != std::string::npos);
  }
  for (const Note& note : document.notes) {
    for (const std::string& text : texts_of(note.children))
      CHECK(words.find(text) != std::string::npos);
  }
}
