#include "pdf/shape/opportunities.h"

#include <string_view>

#include "unicode/cjk.h"
#include "unicode/line_break.h"

namespace keben::pdf::shape {
namespace {

// typesetting.md 5.4: what a break costs, in the units of a line's demerit.
constexpr std::int32_t kCounter = 30, kBeforeDash = 60, kBeforeDots = 80, kCompoundHyphen = 100,
                       kAddress = 200, kAddressTorn = 1000, kCode = 300;
constexpr Mil kNarrowLetter{500};  // a rough width, to tell long addresses and code from short

bool any_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

bool closes(Cell c) {
  return c == Cell::closing || c == Cell::pause || c == Cell::stop || c == Cell::query;
}

/// What the rules keep from a line's beginning or its end.
bool is_mark(Cell c) {
  return closes(c) || c == Cell::opening || c == Cell::middle_dot || c == Cell::connector ||
         c == Cell::solidus || c == Cell::double_mark || c == Cell::long_mark;
}

class Judge {
 public:
  Judge(const std::vector<Character>& characters, const StyledText& text,
        const style::ParagraphStyle& style, Mil measure)
      : all_(characters), text_(text), style_(style), measure_(measure) {}

  /// The gap behind a character that is not the last, by what UAX#14 says of it.
  Opportunity judge(std::size_t i, unicode::Break base) {
    const Character& a = all_[i];
    const Character& b = all_[i + 1];
    if (base == unicode::Break::mandatory) return {Gap::Break::mandatory};
    if (!b.cluster_start) return {};
    if (a.style != b.style && (names_page(i) || names_page(i + 1))) return {};
    const RunKind kind = a.style == b.style ? kind_of(i) : RunKind::text;
    if (kind == RunKind::address) return in_address(i);
    if (kind == RunKind::code || kind == RunKind::formula) {
      const bool free = unicode::is_wide(a.code_point) || unicode::is_wide(b.code_point);
      if (!free) return in_code(i);
    }
    if (base == unicode::Break::allowed || goes_without_rules(a, b)) return allowed(a, b);
    return prohibited(a, b, kind);
  }

 private:
  RunKind kind_of(std::size_t i) const { return text_.styles[all_[i].style].kind; }

  /// 第 37 页 is one expression.
  bool names_page(std::size_t i) const { return text_.styles[all_[i].style].page; }

  /// At the level none a line may begin or end with any mark (CLREQ
  /// #prohibition_rules_for_line_start_end); what holds together for other reasons still does.
  bool goes_without_rules(const Character& a, const Character& b) const {
    if (style_.prohibition != style::Prohibition::none) return false;
    if (!model::is_cjk(style_.language.convention)) return false;
    const bool held =
        a.cell == Cell::other || b.cell == Cell::other || b.line_class == unicode::LineClass::cm;
    return !held && (is_mark(a.cell) || is_mark(b.cell));
  }

  /// A forbidden place may still save a line that nothing else can (typesetting.md 2.11, 1.3 L3);
  /// in code, too, where marks mean nothing.
  static Opportunity prohibited(const Character& a, const Character& b, RunKind kind) {
    const bool code = kind == RunKind::code || kind == RunKind::formula;
    const bool opening = code && a.cell == Cell::opening;
    return {Gap::Break::never, opening || (closes(a.cell) && closes(b.cell)), 0};
  }

  Opportunity allowed(const Character& a, const Character& b) const {
    Opportunity out{Gap::Break::allowed};
    if (b.cell == Cell::long_mark) {
      if (a.code_point == b.code_point) return {Gap::Break::never, true, 0};  // between two pairs
      if (style_.prohibition == style::Prohibition::strict) return {};
      out.penalty = b.code_point == U'—' || b.code_point == U'⸺' ? kBeforeDash : kBeforeDots;
    }
    if (a.cell == Cell::solidus && style_.prohibition >= style::Prohibition::gb) return {};
    if (a.cell == Cell::digit && b.cell == Cell::hanzi) out.penalty = kCounter;
    if (a.line_class == unicode::LineClass::hy) out.penalty = kCompoundHyphen;
    return out;
  }

  /// U1–U3: after / ? and &, never inside "://"; in one longer than the line also before its other
  /// signs, and at a higher price anywhere but within a number: a line is never torn apart for an
  /// address.
  Opportunity in_address(std::size_t i) {
    enter_run(i);
    if (i < scheme_end_) return {};
    const char32_t a = all_[i].code_point, b = all_[i + 1].code_point;
    const Opportunity here{Gap::Break::allowed, false, kAddress};
    if (b == U'/') return {};
    if (a == U'/' && all_[i - 1].code_point == U'/') return {Gap::Break::never, true, 0};
    if (a == U'/' || a == U'?' || a == U'&') return here;
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    // A hyphen at a line's end would look as if we had put it there.
    const bool stays = run_width_ <= measure_ || a == U'-' || (digit(a) && digit(b));
    if (stays) return {Gap::Break::never, true, 0};
    if (any_of(b, U"._-=%+~")) return here;
    return {Gap::Break::allowed, false, kAddressTorn};
  }

  /// 2.7: at its signs, and only in code that is long.
  Opportunity in_code(std::size_t i) {
    const char32_t a = all_[i].code_point, b = all_[i + 1].code_point;
    const Opportunity here{Gap::Break::allowed, false, kCode};
    if (a == U' ' && b != U' ') return here;
    enter_run(i);
    if (run_width_ <= Mil{measure_.v / 3}) return {};
    return any_of(a, U"/_.,;:)]}") || any_of(b, U"([{") ? here : Opportunity{};
  }

  /// Measures the run of style around `i`, and finds where an address's scheme ends in it; once a
  /// run.
  void enter_run(std::size_t i) {
    if (i < run_end_) return;
    const std::uint32_t style = all_[i].style;
    const std::size_t begin = i;
    scheme_end_ = i;
    for (run_end_ = i; run_end_ < all_.size() && all_[run_end_].style == style; ++run_end_) {
      if (scheme_end_ == begin && run_end_ > begin && all_[run_end_].code_point == U'/' &&
          all_[run_end_ - 1].code_point == U':')
        scheme_end_ = run_end_;
    }
    run_width_ = kNarrowLetter * static_cast<std::int32_t>(run_end_ - begin);
  }

  const std::vector<Character>& all_;
  const StyledText& text_;
  const style::ParagraphStyle& style_;
  Mil measure_;
  std::size_t run_end_ = 0, scheme_end_ = 0;
  Mil run_width_;
};

}  // namespace

std::span<Opportunity> OpportunityFinder::find(const std::vector<Character>& characters,
                                               const StyledText& text,
                                               const style::ParagraphStyle& style, Mil measure) {
  classes_.clear();
  for (const Character& c : characters)
    classes_.push_back(c.line_class);
  breaks_.resize(characters.size());
  unicode::find_breaks(classes_, breaks_);
  Judge judge(characters, text, style, measure);
  opportunities_.clear();
  for (std::size_t i = 0; i + 1 < characters.size(); ++i)
    opportunities_.push_back(judge.judge(i, breaks_[i]));
  if (!characters.empty()) opportunities_.push_back({Gap::Break::mandatory});
  return opportunities_;
}

}  // namespace keben::pdf::shape
