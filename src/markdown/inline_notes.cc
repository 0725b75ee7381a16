#include "markdown/inline_notes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/places.h"
#include "markdown/stand_ins.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

using namespace model;

constexpr std::string_view kOpener = "^[";

bool is_escaped(std::string_view text, std::size_t at) {
  return text.substr(0, at).ends_with(kEscape);
}

/// The bracket at or after `at` that its author did not escape, `^` included in an opener.
struct Bracket {
  std::size_t first = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

Bracket next_bracket(std::string_view text, std::size_t at) {
  constexpr ByteSet kBrackets("[]");
  for (at = kBrackets.find_in(text, at); at != std::string_view::npos;
       at = kBrackets.find_in(text, at + 1)) {
    if (is_escaped(text, at)) continue;
    const bool raised =
        text[at] == '[' && at > 0 && text[at - 1] == '^' && !is_escaped(text, at - 1);
    return {at - (raised ? 1 : 0), at + 1};
  }
  return {};
}

/// Texts cut so that each bracket stands alone.
Inlines cut_at_brackets(Inlines inlines) {
  Inlines out;
  for (Inline& node : inlines) {
    const auto* whole = std::get_if<Text>(&node.is);
    if (!whole) {
      out.push_back(std::move(node));
      continue;
    }
    const std::string_view text = whole->text;
    Places places(node.at, text);
    const auto put = [&](std::size_t first, std::size_t end) {
      if (first == end) return;
      out.push_back({places.part(first, end), Text{std::string(text.substr(first, end - first))}});
    };
    std::size_t done = 0;
    for (Bracket next = next_bracket(text, 0); next.end != std::string_view::npos;
         next = next_bracket(text, done)) {
      put(done, next.first);
      put(next.first, next.end);
      done = next.end;
    }
    put(done, text.size());
  }
  return out;
}

std::string_view text_of(const Inline& node) {
  const auto* text = std::get_if<Text>(&node.is);
  return text ? std::string_view(text->text) : std::string_view();
}

/// For each opener of a note that is closed, where. Brackets inside pair.
std::vector<std::optional<std::size_t>> closers_of(const Inlines& pieces) {
  std::vector<std::optional<std::size_t>> closer(pieces.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view text = text_of(pieces[i]);
    if (text == kOpener || text == "[") open.push_back(i);
    if (text != "]" || open.empty()) continue;
    if (text_of(pieces[open.back()]) == kOpener) closer[open.back()] = i;
    open.pop_back();
  }
  return closer;
}

/// What a person would say: a hanzi, two words, or more than text. `[^0-9]` and its like are not.
/// Prose shows early: a thousand brackets in one another stay linear.
bool is_prose(const Inlines& pieces, std::size_t first, std::size_t end) {
  end = std::min<std::size_t>(end, first + 32);
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view text = text_of(pieces[i]);
    if (!std::holds_alternative<Text>(pieces[i].is)) return true;
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded d = utf8::decode(text, at);
      if (unicode::is_hanzi(d.code_point) || unicode::is_hangul(d.code_point)) return true;
      const bool between = text[at] == ' ' && at > 0 && is_alpha(text[at - 1]) &&
                           d.next < text.size() && is_alpha(text[d.next]);
      if (between) return true;
      at = d.next;
    }
  }
  return false;
}

bool may_hold(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
    return text_of(node).find(kOpener) != std::string_view::npos;
  });
}

}  // namespace

void take_inline_notes(Inlines& inlines, std::size_t first, std::vector<Note>& notes) {
  if (!may_hold(inlines)) return;
  Inlines pieces = cut_at_brackets(std::move(inlines));
  const std::vector<std::optional<std::size_t>> closer = closers_of(pieces);
  Inlines out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!closer[i] || !is_prose(pieces, i + 1, *closer[i])) {
      append_joined(out, std::move(pieces[i]));
      continue;
    }
    const std::size_t last = *closer[i];
    SourceSpan at = pieces[i].at;
    at.last_line = pieces[last].at.last_line;
    at.last_column = pieces[last].at.last_column;
    out.push_back({at, NoteReference{{static_cast<std::uint32_t>(first + notes.size())}, 0}});
    Inlines content;
    for (++i; i < last; ++i)
      append_joined(content, std::move(pieces[i]));
    notes.push_back({at, {}, {{at, Paragraph{std::move(content)}}}, 1});
  }
  inlines = std::move(out);
}

}  // namespace keben::markdown
