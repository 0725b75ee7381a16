#include "unicode/cjk.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace keben::unicode {
namespace {

struct Range {
  char32_t first, last;
};

/// What Unicode 15.1 and 16.0 assigned or made wide after our tables, so that a guard in the source
/// does not depend on the age of Debian's database: symbols of the Yijing and counting rods, new
/// strokes and description characters, Tangut and Khitan additions.
constexpr std::array kWideSinceUnicode16 = {
    Range{0x2630, 0x2637},   Range{0x268A, 0x268F},   Range{0x2FFC, 0x2FFF},
    Range{0x31E4, 0x31E5},   Range{0x31EF, 0x31EF},   Range{0x4DC0, 0x4DFF},
    Range{0x16FF2, 0x16FF6}, Range{0x187F8, 0x187FF}, Range{0x18CFF, 0x18CFF},
    Range{0x18D09, 0x18D1E}, Range{0x18D80, 0x18DF2}, Range{0x1D300, 0x1D356},
    Range{0x1D360, 0x1D376},
};

/// How a character takes to a line end beside it.
enum class Side {
  space,    // Latin, Hangul, spaces: words are kept apart
  nothing,  // hanzi and full-width marks
  either,   // as the other side
};

/// Marks of typesetting.md 1.3 that no width says to be Chinese: ⋯ ⸺ ⸻.
bool is_long_mark(char32_t c) {
  return c == 0x22EF || c == 0x2E3A || c == 0x2E3B;
}

Side side_of(char32_t c) {
  const Properties& p = properties_of(c);
  if (p.script == Script::hangul) return Side::space;
  if (p.emoji == Emoji::emoji_style || is_long_mark(c)) return Side::either;
  if (p.width >= Width::halfwidth) return Side::nothing;
  const bool by_company = p.width == Width::ambiguous && p.category == Category::punctuation;
  return by_company ? Side::either : Side::space;
}

bool is_mark(char32_t c) {
  return properties_of(c).category == Category::mark;
}

/// The sides that a text shows when looked at from a line end: the nearest, and the nearest that
/// does not depend on its company. Few marks stand together; sixteen are looked through at most, so
/// that a long row of dashes is not walked again for each of its line ends.
class Outlook {
 public:
  /// True while the next character outwards is wanted.
  bool wants_more() const { return seen_ < kFarthest && settled_ == Side::either; }

  void meet(char32_t c) {
    ++seen_;
    if (is_mark(c)) return;
    settled_ = side_of(c);
    if (!any_) nearest_ = settled_;
    any_ = true;
  }

  Side nearest() const { return nearest_; }
  Side settled() const { return settled_ == Side::either ? Side::space : settled_; }

 private:
  static constexpr int kFarthest = 16;
  int seen_ = 0;
  bool any_ = false;
  Side nearest_ = Side::space;  // an edge of the text, until something is met
  Side settled_ = Side::either;
};

Outlook look_back(std::string_view text) {
  Outlook outlook;
  for (std::size_t at = text.size(); at > 0 && outlook.wants_more();) {
    at = utf8::previous(text, at);
    outlook.meet(utf8::decode(text, at).code_point);
  }
  return outlook;
}

Outlook look_ahead(std::string_view text) {
  Outlook outlook;
  for (std::size_t at = 0; at < text.size() && outlook.wants_more();) {
    const utf8::Decoded d = utf8::decode(text, at);
    outlook.meet(d.code_point);
    at = d.next;
  }
  return outlook;
}

bool vanishes_between(Side before, Side after) {
  if (before == Side::space || after == Side::space) return false;
  return before == Side::nothing || after == Side::nothing;
}

}  // namespace

bool is_cjk_for_emphasis(char32_t c) {
  const Properties& p = properties_of(c);
  if (p.script == Script::hangul) return true;
  if (p.width >= Width::halfwidth) return p.emoji != Emoji::emoji_style;
  if (c < kWideSinceUnicode16.front().first) return false;
  return std::any_of(kWideSinceUnicode16.begin(), kWideSinceUnicode16.end(),
                     [c](Range r) { return r.first <= c && c <= r.last; });
}

bool soft_break_vanishes(char32_t before, char32_t after) {
  return vanishes_between(side_of(before), side_of(after));
}

bool soft_break_vanishes(std::string_view before, std::string_view after) {
  const Outlook back = look_back(before);
  const Outlook ahead = look_ahead(after);
  if (back.nearest() != Side::either || ahead.nearest() != Side::either)
    return vanishes_between(back.nearest(), ahead.nearest());
  return back.settled() == Side::nothing || ahead.settled() == Side::nothing;
}

}  // namespace keben::unicode
