// The rules LB1 to LB31 as a finite automaton, built by the compiler.
//
// Each rule looks at the two classes that meet at a gap and, some of them, at a little of what came
// before: the base under combining marks, the mark before a run of spaces, whether regional
// indicators are odd or even, whether a number is under way. All of that fits into one value,
// Before, of some sixty. So the rules are written down once, in the standard's order, as functions
// of (Before, next class); the compiler tabulates them; and the pass over a text is one look-up a
// code point, with no way back: a megabyte of spaces or accents costs what a megabyte of prose
// does.
//
// One rule looks ahead: in `$(12)` the gap between $ and ( depends on the digit (LB25). We leave it
// open, remember where it is, and close it when the digit comes.
#include "unicode/line_break.h"

#include <array>
#include <cassert>
#include <optional>

#include "base/utf8.h"

namespace keben::unicode {
namespace {

using enum LineClass;

/// What stands before a gap, as far as any rule can see it. The first values are those of LineClass
/// and mean that class with its marks (LB9); text begins as if after a space.
enum class Before : std::uint8_t {
  zw_spaces = kLineClasses,  // ZW SP+
  op_spaces,                 // OP SP+
  qu_spaces,                 // QU SP+
  cl_spaces,                 // (CL | CP) SP+
  b2_spaces,                 // B2 SP+
  hl_hyphen,                 // HL (HY | BA)
  ri_pair,                   // an even number of RI
  prefix_op,                 // (PR | PO) OP
  nu_sy,                     // NU (NU | SY | IS)* SY
  nu_is,                     // NU (NU | SY | IS)* IS
  nu_cl,                     // NU (NU | SY | IS)* CL
  nu_cp,                     // NU (NU | SY | IS)* CP
};
constexpr std::size_t kBefores = static_cast<std::size_t>(Before::nu_cp) + 1;

enum class Verdict : std::uint8_t {
  prohibited,
  allowed,
  mandatory,
  allowed_unless_number,  // the gap of (PR | PO) OP: prohibited after all if NU follows
  number_follows,         // prohibited, and so is the gap that was left open
};

constexpr Before only(LineClass c) {
  return static_cast<Before>(c);
}

template <class T, class... Of>
constexpr bool one_of(T value, Of... list) {
  return ((value == list) || ...);
}

/// The last class that is no space, or SP where no rule asks what stands before the spaces.
constexpr LineClass base_of(Before before) {
  switch (before) {
    case Before::zw_spaces:
      return zw;
    case Before::op_spaces:
    case Before::prefix_op:
      return op;
    case Before::qu_spaces:
      return qu;
    case Before::cl_spaces:
    case Before::nu_cl:
      return cl;
    case Before::b2_spaces:
      return b2;
    case Before::hl_hyphen:
      return hy;
    case Before::ri_pair:
      return ri;
    case Before::nu_sy:
      return sy;
    case Before::nu_is:
      return is;
    case Before::nu_cp:
      return cp;
  }
  return static_cast<LineClass>(before);
}

constexpr bool spaced(Before before) {
  return one_of(before, only(sp), Before::zw_spaces, Before::op_spaces, Before::qu_spaces,
                Before::cl_spaces, Before::b2_spaces);
}

/// A gap as the rules speak of it: `last` stands right before it, `base` before spaces if any.
struct Gap {
  Before before;
  LineClass base;
  LineClass last;
  LineClass next;
  Numbers numbers;
};

using Ruling = std::optional<Verdict>;

/// LB4 to LB8: line ends, spaces, zero width space.
constexpr Ruling rule_line_ends(const Gap& g) {
  if (g.last == cr && g.next == lf) return Verdict::prohibited;
  if (one_of(g.last, bk, cr, lf, nl)) return Verdict::mandatory;
  if (one_of(g.next, bk, cr, lf, nl, sp, zw)) return Verdict::prohibited;
  if (g.base == zw) return Verdict::allowed;
  return {};
}

/// LB11 to LB18: word joiner and glue, then the marks that hold on across spaces, then spaces.
constexpr Ruling rule_glue_and_marks(const Gap& g) {
  if (g.next == wj || one_of(g.last, wj, gl)) return Verdict::prohibited;
  if (g.next == gl && !one_of(g.last, sp, ba, hy)) return Verdict::prohibited;
  if (one_of(g.next, cl, cp, ex, is, sy)) return Verdict::prohibited;           // LB13
  if (one_of(g.base, op, op_wide)) return Verdict::prohibited;                  // LB14
  if (g.base == qu && one_of(g.next, op, op_wide)) return Verdict::prohibited;  // LB15
  if (one_of(g.base, cl, cp) && g.next == ns) return Verdict::prohibited;       // LB16
  if (g.base == b2 && g.next == b2) return Verdict::prohibited;                 // LB17
  if (g.last == sp) return Verdict::allowed;                                    // LB18
  return {};
}

/// LB19 to LB22: quotation marks, objects, hyphens and nonstarters, leaders.
constexpr Ruling rule_quotes_and_hyphens(const Gap& g) {
  if (g.next == qu || g.last == qu) return Verdict::prohibited;                // LB19
  if (g.next == cb || g.last == cb) return Verdict::allowed;                   // LB20
  if (one_of(g.next, ba, hy, ns) || g.last == bb) return Verdict::prohibited;  // LB21
  if (g.before == Before::hl_hyphen) return Verdict::prohibited;               // LB21a
  if (g.last == sy && g.next == hl) return Verdict::prohibited;                // LB21b
  if (g.next == in) return Verdict::prohibited;                                // LB22
  return {};
}

/// LB25 by pairs, as in the standard's main text.
constexpr bool pair_in_number(LineClass last, LineClass next) {
  return (one_of(last, cl, cp, nu) && one_of(next, po, pr)) ||
         (one_of(last, po, pr) && one_of(next, op, op_wide, nu)) ||
         (one_of(last, hy, is, nu, sy) && next == nu);
}

/// LB25 as one expression: (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?
/// What OP, SY, IS, CL and CP need inside it, LB13 and LB14 have already said.
constexpr Ruling rule_whole_number(const Gap& g) {
  const bool in_digits = one_of(g.before, only(nu), Before::nu_sy, Before::nu_is);
  const bool in_number = in_digits || one_of(g.before, Before::nu_cl, Before::nu_cp);
  if (g.next == nu && (in_digits || one_of(g.last, pr, po, hy))) return Verdict::prohibited;
  if (in_number && one_of(g.next, po, pr)) return Verdict::prohibited;
  if (one_of(g.last, pr, po) && one_of(g.next, op, op_wide)) return Verdict::allowed_unless_number;
  return {};
}

/// LB23 to LB25: letters and digits, prefixes and postfixes.
constexpr Ruling rule_numbers(const Gap& g) {
  const bool after_letter = one_of(g.last, al, hl);
  const bool before_letter = one_of(g.next, al, hl);
  if ((after_letter && g.next == nu) || (g.last == nu && before_letter)) {
    return Verdict::prohibited;  // LB23
  }
  const auto ideograph = [](LineClass c) { return one_of(c, id, id_reserved, eb, em); };
  if ((g.last == pr && ideograph(g.next)) || (ideograph(g.last) && g.next == po)) {
    return Verdict::prohibited;  // LB23a
  }
  if ((one_of(g.last, pr, po) && before_letter) || (after_letter && one_of(g.next, pr, po))) {
    return Verdict::prohibited;  // LB24
  }
  if (g.numbers == Numbers::whole) return rule_whole_number(g);
  return pair_in_number(g.last, g.next) ? Ruling(Verdict::prohibited) : Ruling();
}

/// LB26 and LB27: Korean syllable blocks, and what belongs to them as to an ideograph.
constexpr bool inside_syllables(LineClass last, LineClass next) {
  return (last == jl && one_of(next, jl, jv, h2, h3)) ||
         (one_of(last, jv, h2) && one_of(next, jv, jt)) || (one_of(last, jt, h3) && next == jt) ||
         (one_of(last, jl, jv, jt, h2, h3) && next == po) ||
         (last == pr && one_of(next, jl, jv, jt, h2, h3));
}

/// LB28 to LB30b: words, brackets beside words, flags, emoji with a skin tone.
constexpr bool inside_words(const Gap& g) {
  const bool before_letter = one_of(g.next, al, hl);
  return (one_of(g.last, al, hl, is) && before_letter) ||      // LB28, LB29
         (one_of(g.last, al, hl, nu) && g.next == op) ||       // LB30
         (g.last == cp && (before_letter || g.next == nu)) ||  // LB30
         (g.before == only(ri) && g.next == ri) ||             // LB30a
         (one_of(g.last, eb, id_reserved) && g.next == em);    // LB30b
}

constexpr Verdict judge(const Gap& g) {
  if (g.before == Before::prefix_op && g.next == nu) return Verdict::number_follows;
  for (const auto rule :
       {rule_line_ends, rule_glue_and_marks, rule_quotes_and_hyphens, rule_numbers}) {
    if (const Ruling ruling = rule(g)) return *ruling;
  }
  if (inside_syllables(g.last, g.next) || inside_words(g)) return Verdict::prohibited;
  return Verdict::allowed;  // LB31
}

constexpr Before after_space(Before before) {
  const LineClass base = base_of(before);
  if (base == zw) return Before::zw_spaces;
  if (one_of(base, op, op_wide)) return Before::op_spaces;
  if (base == qu) return Before::qu_spaces;
  if (one_of(base, cl, cp)) return Before::cl_spaces;
  return base == b2 ? Before::b2_spaces : only(sp);
}

/// What the next gap will see, when `next` is no mark that melts into what was before.
constexpr Before successor(Before before, LineClass next, Numbers numbers) {
  if (next == sp) return after_space(before);
  if (before == only(hl) && one_of(next, hy, ba)) return Before::hl_hyphen;
  if (before == only(ri) && next == ri) return Before::ri_pair;
  if (numbers == Numbers::pairwise) return only(next);
  if (one_of(before, only(pr), only(po)) && one_of(next, op, op_wide)) return Before::prefix_op;
  if (one_of(before, only(nu), Before::nu_sy, Before::nu_is)) {
    if (next == sy) return Before::nu_sy;
    if (next == is) return Before::nu_is;
    if (next == cl) return Before::nu_cl;
    if (next == cp) return Before::nu_cp;
  }
  return only(next);
}

struct Step {
  Before then;
  Verdict verdict;
};

constexpr Step step(Before before, LineClass next, Numbers numbers) {
  next = resolve(next);
  const LineClass base = base_of(before);
  if (one_of(next, cm, zwj)) {
    const bool has_base = !spaced(before) && !one_of(base, bk, cr, lf, nl, zw);
    if (has_base) return {before, Verdict::prohibited};  // LB9
    next = al;                                           // LB10
  }
  const Gap gap{before, base, spaced(before) ? sp : base, next, numbers};
  return {successor(before, next, numbers), judge(gap)};
}

using Automaton = std::array<std::array<Step, kLineClasses>, kBefores>;

constexpr Automaton tabulate(Numbers numbers) {
  Automaton table{};
  for (std::size_t before = 0; before < kBefores; ++before) {
    for (std::size_t next = 0; next < kLineClasses; ++next) {
      table[before][next] =
          step(static_cast<Before>(before), static_cast<LineClass>(next), numbers);
    }
  }
  return table;
}

constexpr Automaton kWhole = tabulate(Numbers::whole);
constexpr Automaton kPairwise = tabulate(Numbers::pairwise);

}  // namespace

void find_breaks(std::span<const LineClass> classes, std::span<Break> after, Numbers numbers) {
  assert(after.size() == classes.size());
  if (classes.empty()) return;
  const Automaton& automaton = numbers == Numbers::whole ? kWhole : kPairwise;
  const auto row = [](Before before) { return static_cast<std::size_t>(before); };
  const auto column = [](LineClass c) { return static_cast<std::size_t>(c); };
  Before before = automaton[row(only(sp))][column(classes[0])].then;
  std::size_t left_open = 0;
  for (std::size_t i = 1; i < classes.size(); ++i) {
    const Step taken = automaton[row(before)][column(classes[i])];
    Break gap = Break::prohibited;
    switch (taken.verdict) {
      case Verdict::prohibited:
        break;
      case Verdict::allowed:
        gap = Break::allowed;
        break;
      case Verdict::mandatory:
        gap = Break::mandatory;
        break;
      case Verdict::allowed_unless_number:
        gap = Break::allowed;
        left_open = i - 1;
        break;
      case Verdict::number_follows:
        after[left_open] = Break::prohibited;
        break;
    }
    after[i - 1] = classes[i - 1] == zwj ? Break::prohibited : gap;  // LB8a
    before = taken.then;
  }
  after.back() = Break::mandatory;  // LB3
}

std::vector<LineClass> line_classes(std::string_view text) {
  std::vector<LineClass> out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    out.push_back(line_class(d.code_point));
    at = d.next;
  }
  return out;
}

std::vector<Break> find_breaks(std::string_view text, Numbers numbers) {
  const std::vector<LineClass> classes = line_classes(text);
  std::vector<Break> after(classes.size());
  find_breaks(classes, after, numbers);
  return after;
}

}  // namespace keben::unicode
