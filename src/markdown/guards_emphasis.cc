#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "markdown/detail/cmark.h"
#include "markdown/guards.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

using config::Dialect;

bool is_white(char32_t c) {
  return c == 0 || cmark_utf8proc_is_space(static_cast<int32_t>(c)) != 0;
}
bool is_mark(char32_t c) {
  return cmark_utf8proc_is_punctuation(static_cast<int32_t>(c)) != 0;
}

/// Marks that Chinese and English share, and that stand beside emphasis mostly in Chinese.
bool is_shared_mark(char32_t c) {
  return c == U'‘' || c == U'’' || c == U'“' || c == U'”' || c == U'—' || c == U'…' || c == U'·';
}

/// One side of a run of delimiters, as a rule sees it.
struct Side {
  bool space = false;
  bool mark = false;
  bool cjk = false;

  bool foreign_mark() const { return mark && !cjk; }
};

Side plainly(char32_t c) {
  return {is_white(c), is_mark(c), false};
}

struct Flanking {
  bool left = false;
  bool right = false;
  bool operator==(const Flanking&) const = default;
};

/// CommonMark #left-flanking-delimiter-run; with CJK sides, the CJK-friendly amendment: then a CJK
/// character counts as white space does, and a CJK mark is no punctuation.
Flanking flanking(Side before, Side after) {
  const auto faces = [](Side inner, Side outer) {
    if (inner.space) return false;
    return !inner.foreign_mark() || outer.space || outer.foreign_mark() || outer.cjk;
  };
  return {.left = faces(after, before), .right = faces(before, after)};
}

bool is_variation_selector(char32_t c) {
  return c >= 0xFE00 && c <= 0xFE0E;
}
bool is_ideographic_selector(char32_t c) {
  return c >= 0xE0100 && c <= 0xE01EF;
}

class EmphasisGuards {
 public:
  EmphasisGuards(std::string_view text, Dialect dialect, std::string_view guard,
                 std::vector<Edit>& edits)
      : text_(text), dialect_(dialect), guard_(guard), edits_(edits) {}

  /// Looks at each run of `delimiter`.
  void run_through(char delimiter) {
    for (std::size_t at = text_.find(delimiter); at != std::string_view::npos;) {
      const std::size_t end = std::min(text_.find_first_not_of(delimiter, at), text_.size());
      const std::size_t first = at + (is_escaped(at) ? 1 : 0);
      if (first < end) look_at(first, end);
      at = text_.find(delimiter, end);
    }
  }

  /// The parser's table of characters to look through (detail/grammar.h) holds `~` in every
  /// dialect; where `~` is a mark like any other, a guard keeps the parser from looking past it.
  void part_from_tildes(char delimiter) {
    for (std::size_t at = text_.find(delimiter); at != std::string_view::npos;) {
      const std::size_t end = std::min(text_.find_first_not_of(delimiter, at), text_.size());
      if (at > 0 && text_[at - 1] == '~') put(at);
      if (end < text_.size() && text_[end] == '~') put(end);
      at = text_.find(delimiter, end);
    }
  }

 private:
  void put(std::size_t at) { edits_.push_back({at, 0, guard_}); }

  bool is_escaped(std::size_t at) const {
    std::size_t slashes = 0;
    while (slashes < at && text_[at - slashes - 1] == '\\')
      ++slashes;
    return slashes % 2 == 1;
  }

  void look_at(std::size_t first, std::size_t end) {
    if (first == 0 || end == text_.size()) return;
    const Side before = wanted_before(first);
    const Side after = wanted_after(end);
    if (before.space || after.space) return;
    const Flanking wanted = flanking(before, after);
    const Flanking seen = flanking(seen_before(first), seen_after(end));
    if (wanted.left && !seen.left) {
      put(first);
    } else if (wanted.right && !seen.right) {
      put(end);
    }
  }

  /// What the rule wants to know of the character before a run. A variation selector speaks for its
  /// base; “ and ‘ with one are full-width by their author's wish.
  Side wanted_before(std::size_t first) const {
    std::size_t at = utf8::previous(text_, first);
    char32_t c = utf8::decode(text_, at).code_point;
    if (is_ideographic_selector(c)) return {false, false, true};
    if (is_variation_selector(c) && at > 0) {
      at = utf8::previous(text_, at);
      c = utf8::decode(text_, at).code_point;
    }
    return wanted(c);
  }

  Side wanted_after(std::size_t end) const { return wanted(utf8::decode(text_, end).code_point); }

  static Side wanted(char32_t c) {
    Side side = plainly(c);
    side.cjk = unicode::is_cjk_for_emphasis(c) || is_shared_mark(c);
    return side;
  }

  /// What the parser itself looks at: for `*`, past any `~`.
  Side seen_before(std::size_t first) const {
    std::size_t at = first;
    while (looks_past_tildes(first) && at > 1 && text_[at - 1] == '~')
      --at;
    return plainly(utf8::decode(text_, utf8::previous(text_, at)).code_point);
  }
  Side seen_after(std::size_t end) const {
    std::size_t at = end;
    while (looks_past_tildes(end - 1) && at + 1 < text_.size() && text_[at] == '~')
      ++at;
    return plainly(utf8::decode(text_, at).code_point);
  }
  bool looks_past_tildes(std::size_t run) const {
    return dialect_ != Dialect::commonmark && text_[run] == '*';
  }

  std::string_view text_;
  Dialect dialect_;
  std::string_view guard_;
  std::vector<Edit>& edits_;
};

}  // namespace

void guard_emphasis(std::string_view text, Dialect dialect, const StandIns& stand_ins,
                    std::vector<Edit>& edits) {
  EmphasisGuards guards(text, dialect, stand_ins.guard, edits);
  guards.run_through('*');
  if (dialect != Dialect::commonmark) {
    guards.run_through('~');
  } else if (text.find('~') != std::string_view::npos) {
    guards.part_from_tildes('*');
    guards.part_from_tildes('_');
  }
}

}  // namespace keben::markdown
