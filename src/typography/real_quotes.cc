#include "typography/real_quotes.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "typography/corner_quotes.h"
#include "typography/run_together.h"

namespace keben::typography {
namespace {

using model::Convention;

bool changes_marks(Convention convention) {
  return model::is_cjk(convention);
}

bool takes_corners(Convention convention, Marks marks) {
  return marks != Marks::curly && convention != Convention::ko;
}

/// Whether there may be marks to change: straight ones, and for corners curly ones, too.
bool may_hold_marks(std::string_view words, Marks marks) {
  constexpr ByteSet kStraight("\"'");
  constexpr ByteSet kAny("\"'\xE2");  // curly ones begin with it
  const std::size_t found = marks == Marks::curly ? kStraight.find_in(words) : kAny.find_in(words);
  return found != std::string_view::npos;
}

bool may_hold_marks(const model::Inlines& paragraph, Marks marks) {
  bool found = false;
  model::for_each_inline(paragraph, [&](const model::Inline& node) {
    if (const auto* n = std::get_if<model::Text>(&node.is))
      found = found || may_hold_marks(n->text, marks);
  });
  return found;
}

void set(const std::vector<Quote>& quotes, Convention convention, Marks marks,
         std::u32string& text) {
  const Corners corners = marks == Marks::vertical_corners && convention == Convention::hans
                              ? Corners::white_outside
                              : Corners::plain_outside;
  for (const Quote& quote : quotes) {
    const bool corner = quote.kind == Quote::Kind::chinese && takes_corners(convention, marks);
    text[quote.at] = corner ? corner_of(quote, corners) : quote.mark;
  }
}

void set(model::Blocks& blocks, Convention convention, Marks marks) {
  model::for_each_block(
      blocks, [](const model::Block&) {},
      [&](model::Inlines& paragraph) {
        if (!may_hold_marks(paragraph, marks)) return;
        RunTogether line(paragraph);
        set(line.quotes(convention), convention, marks, line.text);
        line.put_back(paragraph);
      });
}

}  // namespace

void set_real_quotes(model::Document& document, Marks marks) {
  const Convention convention = document.meta.language.convention;
  if (!changes_marks(convention)) return;
  set(document.blocks, convention, marks);
  for (model::Note& note : document.notes)
    set(note.children, convention, marks);
}

void set_real_quotes(model::Meta& meta, Marks marks) {
  for (std::string* words : {&meta.title, &meta.subtitle, &meta.description})
    *words = with_real_quotes(std::move(*words), meta.language.convention, marks);
}

std::string with_real_quotes(std::string words, Convention convention, Marks marks) {
  if (!changes_marks(convention) || !may_hold_marks(words, marks)) return words;
  std::u32string text = utf8::to_utf32(words);
  set(resolve_quotes(text, {}, convention).quotes, convention, marks, text);
  return utf8::from_utf32(text);
}

}  // namespace keben::typography
