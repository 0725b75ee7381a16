#include "pdf/shape/characters.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "pdf/shape/cells.h"
#include "pdf/shape/numbers.h"
#include "typography/quotes.h"
#include "unicode/cjk.h"
#include "unicode/grapheme.h"
#include "unicode/line_break.h"

namespace keben::pdf::shape {
namespace {

using model::Convention;
using unicode::LineClass;

bool any_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view kOperators =
    U"+=×÷&<>±";  // between hanzi they close a line, never open one

bool is_raised_digit(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || (c >= U'\u2070' && c <= U'\u2079');
}

/// One paragraph's characters on their way from code points to classes.
class Classifier {
 public:
  Classifier(const StyledText& text, const style::ParagraphStyle& style,
             std::vector<Character>& all)
      : text_(text), convention_(style.language.convention), style_(style), all_(all) {}

  void run(bool& unpaired) {
    const bool any_quotes = decode();
    if (style_.smart_quotes && any_quotes) quotes(unpaired);
    if (model::is_cjk(convention_)) {
      between_hanzi();
      if (convention_ == Convention::ko) keep_words();
    }
    join_words(all_);
    join_numbers(all_);
    runs_of_their_own();
  }

 private:
  RunKind kind_of(std::size_t i) const { return text_.styles[all_[i].style].kind; }
  /// For marks whose reading depends on their neighbours: hanzi or a full-width mark counts, an
  /// edge does not.
  bool cjk_at(std::size_t i) const {
    return i < all_.size() && (all_[i].cell == Cell::hanzi || unicode::is_wide(all_[i].code_point));
  }
  bool western_at(std::size_t i) const {
    return i < all_.size() && (all_[i].cell == Cell::letter || all_[i].cell == Cell::digit);
  }

  /// @returns whether there are quotation marks
  bool decode() {
    all_.clear();
    all_.reserve(text_.text.size() / 2);
    bool any_quotes = false;
    const std::string& text = text_.text;
    std::size_t cluster_end = 0, run = 0;
    for (std::size_t at = 0; at < text.size();) {
      while (run + 1 < text_.runs.size() && at >= text_.runs[run].end)
        ++run;
      const utf8::Decoded d = utf8::decode(text, at);
      const unicode::Properties& properties = unicode::properties_of(d.code_point);
      Character c{.code_point = d.code_point,
                  .shown = d.code_point,
                  .byte = static_cast<std::uint32_t>(at),
                  .style = text_.runs[run].style,
                  .line_class = unicode::resolve(properties.line),
                  .cell = unicode::is_hanzi(d.code_point) ? Cell::hanzi
                                                          : cell_of(d.code_point, convention_)};
      c.cluster_start = at >= cluster_end;
      if (c.cluster_start) cluster_end = unicode::next_cluster(text, at);
      if (properties.line == LineClass::cj && convention_ == Convention::ja &&
          style_.prohibition < style::Prohibition::strict) {
        c.line_class = LineClass::id;
      }
      if (c.cell != Cell::hanzi) any_quotes |= typography::is_quote(d.code_point);
      all_.push_back(c);
      at = d.next;
    }
    return any_quotes;
  }

  void quotes(bool& unpaired) {
    std::u32string points(all_.size(), U'\0');
    std::vector<std::uint8_t> literal(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      points[i] = all_[i].code_point;
      const RunKind kind = kind_of(i);
      literal[i] = kind == RunKind::code || kind == RunKind::address || kind == RunKind::formula;
    }
    const typography::ResolvedQuotes resolved =
        typography::resolve_quotes(points, literal, convention_);
    unpaired = resolved.unpaired;
    for (const typography::Quote& quote : resolved.quotes) {
      Character& c = all_[quote.at];
      c.shown = quote.mark;
      switch (quote.kind) {
        case typography::Quote::Kind::chinese:
          if (convention_ == Convention::ko) {  // as narrow as its other marks
            c.western_quote = true;
            c.line_class = quote.opening ? LineClass::op : LineClass::cp;
            break;
          }
          c.cell = quote.opening ? Cell::opening : Cell::closing;
          c.line_class = quote.opening ? LineClass::op_wide : LineClass::cl;
          break;
        case typography::Quote::Kind::western:
          c.western_quote = true;
          c.line_class = LineClass::qu;
          break;
        case typography::Quote::Kind::apostrophe:
          c.western_quote = true;
          c.line_class = LineClass::al;
          break;
      }
    }
  }

  /// The changes of typesetting.md 2.2 that hold in Chinese and Japanese paragraphs.
  void between_hanzi() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      Character& c = all_[i];
      switch (c.cell) {
        case Cell::pause:
        case Cell::stop:
          c.line_class = LineClass::cl;
          break;
        case Cell::query:
          c.line_class = LineClass::ex;
          break;
        case Cell::connector:
          c.line_class = LineClass::ns;
          break;
        case Cell::long_mark:
          i = long_marks(i);
          break;
        case Cell::other:
        case Cell::wide:
        case Cell::middle_dot:
        case Cell::solidus:
          by_neighbours(i);
          break;
        case Cell::hanzi:
        case Cell::letter:
        case Cell::digit:
        case Cell::code:
        case Cell::opening:
        case Cell::closing:
        case Cell::double_mark:
        case Cell::wide_space:
        case Cell::hangul:
          break;
      }
    }
  }

  /// A run of one long mark: pairs from the left hold together as one unit (CLREQ
  /// #prohibition_rules_for_unbreakable_marks). The second of a pair is classed as a combining
  /// mark, so no rule parts it from the first. A single dash between hanzi is a connector; inside
  /// Latin, and in Korean, both keep the database's classes.
  std::size_t long_marks(std::size_t first) {
    const char32_t mark = all_[first].code_point;
    std::size_t end = first;
    while (end < all_.size() && all_[end].code_point == mark)
      ++end;
    const bool in_latin = western_at(first - 1) && western_at(end);
    const bool narrow_dash =
        is_dash(mark) && (convention_ == Convention::ko || (!cjk_at(first - 1) && !cjk_at(end)));
    if (end - first == 1 && (in_latin || narrow_dash)) {
      all_[first].cell = Cell::other;
      all_[first].western_quote = true;  // proportional, with the words around it
      return first;
    }
    if (end - first == 1 && is_dash(mark)) {
      all_[first].cell = Cell::connector;
      all_[first].line_class = LineClass::ns;
      return first;
    }
    for (std::size_t i = first; i < end; ++i) {
      const bool second = (i - first) % 2 == 1;
      all_[i].line_class = second ? LineClass::cm : LineClass::id;
      if (second) all_[i].cluster_start = false;
    }
    return end - 1;
  }

  /// Characters that are something else between hanzi than between letters.
  void by_neighbours(std::size_t i) {
    Character& c = all_[i];
    const bool after_hanzi = cjk_at(i - 1), before_hanzi = cjk_at(i + 1);
    switch (c.code_point) {
      case U'·':
      case U'‧':
      case U'•':
        if (after_hanzi && before_hanzi) {
          c.cell = Cell::middle_dot;
          c.line_class = LineClass::ns;
        } else if (c.code_point != U'•') {
          c.cell = Cell::other;
        }
        return;
      case U'・':
      case U'･':
        c.line_class = LineClass::ns;
        return;
      case U'/':
        if (after_hanzi && before_hanzi) c.cell = Cell::solidus;
        if (c.cell == Cell::solidus) c.line_class = LineClass::ns;
        return;
      case U'／':
        c.line_class = LineClass::ns;
        return;
      default:
        break;
    }
    if (c.code_point >= U'０' && c.code_point <= U'９') c.line_class = LineClass::nu;
    if (c.code_point == U'＋') c.line_class = LineClass::ns;
    if (c.code_point >= U'\u3371' && c.code_point <= U'\u33DF') c.line_class = LineClass::po;
    if (c.code_point >= U'\u3031' && c.code_point <= U'\u3035') c.line_class = LineClass::ns;
    if (is_raised_digit(c.code_point)) c.line_class = LineClass::cm;
    if (after_hanzi && before_hanzi && any_of(c.code_point, kOperators))
      c.line_class = LineClass::ns;
  }

  /// Korean breaks at spaces only: syllables and hanja are letters of words (typesetting.md 2.10,
  /// CSS keep-all).
  void keep_words() {
    for (Character& c : all_) {
      const bool syllable = c.cell == Cell::hangul || c.cell == Cell::hanzi;
      if (syllable) c.line_class = LineClass::al;
    }
  }

  /// Code, formulas, raised marks and objects follow rules of their own (typesetting.md 2.7, A1,
  /// A2).
  void runs_of_their_own() {
    const auto plain = [](const RunStyle& run) { return run.kind == RunKind::text; };
    if (std::all_of(text_.styles.begin(), text_.styles.end(), plain)) return;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      Character& c = all_[i];
      switch (kind_of(i)) {
        case RunKind::text:
        case RunKind::address:
          break;
        case RunKind::code:
        case RunKind::formula:
          if (c.cell != Cell::hanzi && c.code_point != U' ' && !unicode::is_wide(c.code_point))
            c.cell = Cell::code;
          break;
        case RunKind::raised:
          // Classed as combining marks they stay with what they are a note on, whatever stands
          // there.
          if (c.code_point != U' ') c.line_class = LineClass::cm;
          c.cell = Cell::other;
          break;
        case RunKind::object:
          c.line_class = LineClass::id;
          c.cell = Cell::wide;
          break;
      }
    }
  }

  const StyledText& text_;
  Convention convention_;
  const style::ParagraphStyle& style_;
  std::vector<Character>& all_;
};

}  // namespace

void characters_of(const StyledText& text, const style::ParagraphStyle& style,
                   std::vector<Character>& all, bool& unpaired) {
  unpaired = false;
  Classifier(text, style, all).run(unpaired);
}

}  // namespace keben::pdf::shape
