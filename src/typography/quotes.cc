#include "typography/quotes.h"

#include <algorithm>
#include <optional>

#include "unicode/cjk.h"
#include "unicode/properties.h"

namespace keben::typography {
namespace {

constexpr char32_t kOpenSingle = U'‘', kCloseSingle = U'’', kOpenDouble = U'“', kCloseDouble = U'”';
constexpr std::uint32_t kNone = 0xFFFFFFFF;

bool is_western_letter(char32_t c) {
  const unicode::Script s = unicode::script_of(c);
  return s == unicode::Script::latin || s == unicode::Script::greek ||
         s == unicode::Script::cyrillic;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\n';
}
/// What fills a Chinese cell: a hanzi or a full-width mark; the quotation marks themselves do not
/// count.
bool is_full_width(char32_t c) {
  return unicode::is_hanzi(c) || unicode::is_wide(c);
}

/// One quotation mark of the paragraph, before and after it is resolved.
struct Mark {
  std::uint32_t at;
  char32_t typed;
  char32_t mark = 0;  // 0: left as typed
  bool apostrophe = false;
  std::uint32_t partner = kNone;  // index into the list of marks
  char32_t left = 0, right = 0;   // nearest outside neighbours, 0 at the paragraph's edge
  bool chinese = false;           // its opening partner was
};

class Resolver {
 public:
  Resolver(std::u32string_view text, std::span<const std::uint8_t> literal,
           model::Convention convention)
      : text_(text), literal_(literal), convention_(convention) {}

  ResolvedQuotes run() {
    collect();
    pair_straight_doubles();
    settle_singles();
    pair_curly();
    return classify();
  }

 private:
  char32_t at(std::uint32_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t before(std::uint32_t i) const { return i > 0 ? text_[i - 1] : 0; }

  void collect() {
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      if (!is_quote(text_[i]) || (i < literal_.size() && literal_[i])) continue;
      const bool curly = text_[i] != U'"' && text_[i] != U'\'';
      marks_.push_back({i, text_[i], curly ? text_[i] : char32_t{0}});
    }
  }

  /// Q1: `"` opens and closes in turn. After a digit, with none open, it is an inch and stays.
  void pair_straight_doubles() {
    std::uint32_t open = kNone;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      Mark& m = marks_[i];
      if (m.typed != U'"') continue;
      if (open == kNone) {
        if (!is_digit(before(m.at))) open = i;
        continue;
      }
      marks_[open].mark = kOpenDouble;
      m.mark = kCloseDouble;
      marry(open, i);
      open = kNone;
    }
    unpaired_ = open != kNone;
  }

  /// Q1 and Q2: between two letters a single mark is an apostrophe; other straight ones go in
  /// pairs, and a last one behind a letter (the dogs') is an apostrophe too.
  void settle_singles() {
    std::uint32_t open = kNone;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      Mark& m = marks_[i];
      if (m.typed != U'\'' && m.typed != kCloseSingle) continue;
      if (is_western_letter(before(m.at)) && is_western_letter(at(m.at + 1))) {
        m.apostrophe = true;
        m.mark = kCloseSingle;
        continue;
      }
      if (m.typed != U'\'') continue;
      if (open == kNone) {
        open = i;
        continue;
      }
      marks_[open].mark = kOpenSingle;
      m.mark = kCloseSingle;
      marry(open, i);
      open = kNone;
    }
    if (open != kNone && is_western_letter(before(marks_[open].at))) {
      marks_[open].apostrophe = true;
      marks_[open].mark = kCloseSingle;
    }
  }

  /// Curly marks pair by nesting; a closing single without an open one, behind a letter, is an
  /// apostrophe (Q2).
  void pair_curly() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      Mark& m = marks_[i];
      if (m.partner != kNone || m.mark == 0 || m.apostrophe) continue;
      if (m.mark == kOpenSingle || m.mark == kOpenDouble) {
        open.push_back(i);
        continue;
      }
      const char32_t wanted = m.mark == kCloseDouble ? kOpenDouble : kOpenSingle;
      const auto found = std::find_if(open.rbegin(), open.rend(),
                                      [&](std::uint32_t o) { return marks_[o].mark == wanted; });
      // An open mark of the other kind in between is a slip; looking past more than a few would be
      // quadratic.
      if (found != open.rend() && found - open.rbegin() < 4) {
        marry(*found, i);
        open.erase(found.base() - 1, open.end());
      } else if (m.mark == kCloseSingle && is_western_letter(before(m.at))) {
        m.apostrophe = true;
      }
    }
  }

  void marry(std::uint32_t a, std::uint32_t b) {
    marks_[a].partner = b;
    marks_[b].partner = a;
  }

  /// One pass each way: how many full-width code points stand before each (answers "any between?"
  /// at once), and each mark's nearest neighbours that are neither spaces nor quotation marks.
  void survey() {
    full_before_.resize(text_.size() + 1);
    char32_t last = 0;
    auto mark = marks_.begin();
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      full_before_[i + 1] = full_before_[i] + (is_full_width(text_[i]) ? 1 : 0);
      if (mark != marks_.end() && mark->at == i) (mark++)->left = last;
      if (!is_space(text_[i]) && !is_quote(text_[i])) last = text_[i];
    }
    last = 0;
    auto back = marks_.rbegin();
    for (auto i = static_cast<std::uint32_t>(text_.size()); i-- > 0;) {
      if (back != marks_.rend() && back->at == i) (back++)->right = last;
      if (!is_space(text_[i]) && !is_quote(text_[i])) last = text_[i];
    }
  }

  /// Q3's question of a pair's outside: Latin, or nothing, on both sides, and Latin on one.
  static bool latin_outside(const Mark& first, const Mark& last) {
    const auto western = [](char32_t c) { return is_western_letter(c) || (c > 0x20 && c < 0x7F); };
    return (first.left == 0 || western(first.left)) && (last.right == 0 || western(last.right)) &&
           (first.left != 0 || last.right != 0);
  }

  bool is_western(const Mark& m) const {
    if (m.partner == kNone) return latin_outside(m, m);
    const Mark& other = marks_[m.partner];
    const Mark& first = m.at < other.at ? m : other;
    const Mark& last = m.at < other.at ? other : m;
    return full_before_[last.at] == full_before_[first.at + 1] && latin_outside(first, last);
  }

  ResolvedQuotes classify() {
    ResolvedQuotes out;
    out.unpaired = unpaired_;
    const bool cjk = model::is_cjk(convention_);
    if (cjk) survey();
    std::uint32_t chinese_until = 0;  // inside an outer Chinese pair, all pairs are Chinese
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      const Mark& m = marks_[i];
      if (m.mark == 0) continue;
      Quote quote{m.at, m.mark, Quote::Kind::western,
                  m.mark == kOpenSingle || m.mark == kOpenDouble};
      if (m.apostrophe) {
        quote.kind = Quote::Kind::apostrophe;
      } else if (cjk) {
        quote.kind = m.chinese || m.at < chinese_until || !is_western(m) ? Quote::Kind::chinese
                                                                         : Quote::Kind::western;
        if (quote.kind == Quote::Kind::chinese && m.partner != kNone) {
          marks_[m.partner].chinese = true;
          chinese_until = std::max(chinese_until, marks_[m.partner].at);
        }
      }
      out.quotes.push_back(quote);
    }
    return out;
  }

  std::u32string_view text_;
  std::span<const std::uint8_t> literal_;
  model::Convention convention_;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> full_before_;
  bool unpaired_ = false;
};

}  // namespace

ResolvedQuotes resolve_quotes(std::u32string_view text, std::span<const std::uint8_t> literal,
                              model::Convention convention) {
  return Resolver(text, literal, convention).run();
}

}  // namespace keben::typography
