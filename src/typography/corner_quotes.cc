#include "typography/corner_quotes.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/walk.h"
#include "typography/run_together.h"

namespace keben::typography {
namespace {

using model::Convention;

bool has_corners(Convention convention) {
  return model::is_chinese(convention) || convention == Convention::ja;
}

void turn(const std::vector<Quote>& quotes, std::u32string& text) {
  for (const Quote& quote : quotes)
    if (quote.kind == Quote::Kind::chinese)
      text[quote.at] = corner_of(quote, Corners::plain_outside);
}

void turn(std::string& words, Convention convention) {
  std::u32string text = utf8::to_utf32(words);
  if (std::none_of(text.begin(), text.end(), is_quote)) return;
  turn(resolve_quotes(text, {}, convention).quotes, text);
  words = utf8::from_utf32(text);
}

void turn(model::Blocks& blocks, Convention convention) {
  model::for_each_block(
      blocks, [](const model::Block&) {},
      [&](model::Inlines& paragraph) {
        RunTogether line(paragraph);
        turn(line.quotes(convention), line.text);
        line.put_back(paragraph);
      });
}

}  // namespace

char32_t corner_of(const Quote& quote, Corners corners) {
  const bool single = quote.mark == U'‘' || quote.mark == U'’';
  const bool white = single == (corners == Corners::plain_outside);
  if (quote.opening) return white ? U'『' : U'「';
  return white ? U'』' : U'」';
}

void set_corner_quotes(model::Meta& meta) {
  const Convention convention = meta.language.convention;
  if (!has_corners(convention)) return;
  for (std::string* words : {&meta.title, &meta.subtitle, &meta.description})
    turn(*words, convention);
}

void set_corner_quotes(model::Document& document) {
  const Convention convention = document.meta.language.convention;
  set_corner_quotes(document.meta);
  if (!has_corners(convention)) return;
  turn(document.blocks, convention);
  for (model::Note& note : document.notes)
    turn(note.children, convention);
}

}  // namespace keben::typography
