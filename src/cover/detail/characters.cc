// Breaks come from UAX#14 with the classes that a Chinese title asks for; their price from what a
// title's grammar shows without a dictionary.
//
// Source: CLREQ #prohibition_rules_for_line_start_end, #prohibition_rules_for_unbreakable_marks;
// typesetting.md 2.2, 7.11, 9.2. The prices are ours.
#include "cover/detail/characters.h"

#include <optional>
#include <string>

#include "base/utf8.h"
#include "typography/quotes.h"
#include "unicode/cjk.h"
#include "unicode/emoji.h"
#include "unicode/grapheme.h"
#include "unicode/line_break.h"

namespace keben::cover {
namespace {

using unicode::Category;
using unicode::LineClass;
using unicode::Script;

constexpr std::u32string_view kLongMarks = U"—…⋯―";
constexpr std::u32string_view kConnectors = U"—…⋯―～〜–·・‧/／";
constexpr std::u32string_view kColons = U"：:—―";
constexpr std::u32string_view kPauses = U"，、；。！？…⋯,;.!?|｜";
// Hanzi that lean on what stands before them, and those that lead on to what follows.
constexpr std::u32string_view kTrailers = U"的之们們了吗嗎呢吧";
constexpr std::u32string_view kLinks = U"与與和及";
constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百千万萬两兩几幾";
constexpr char32_t kGeta = U'〓', kSoftHyphen = U'\u00AD';

bool one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_space(char32_t c) {
  if (c == U'\u00A0' || c == U'\u202F') return false;  // these hold together, and are drawn
  return unicode::properties_of(c).category == Category::separator || c == U'\t' || c == U'\n';
}

/// Runs of white space as one space; none at the edges.
std::string with_single_spaces(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = utf8::decode(text, i);
    if (is_space(c)) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      out += text.substr(i, next - i);
    }
    i = next;
  }
  return out;
}

/// The face of a cluster, by its first code point and, for emoji, as a whole.
class FaceChooser {
 public:
  FaceChooser(const fonts::Catalog& faces, fonts::Wish wish, fonts::Region region)
      : faces_(faces), wish_(wish), region_(region), main_(faces.cjk(wish, region)) {}

  struct Choice {
    fonts::FaceId face;
    bool emoji = false, missing = false;
  };

  Choice of(std::string_view cluster) const {
    const char32_t first = utf8::first(cluster);
    if (unicode::is_emoji_cluster(cluster)) {
      const std::optional<fonts::FaceId> face = faces_.emoji();
      if (face && faces_[*face].has(first)) return {*face, true};
    }
    // What is never seen (U+200B) needs no glyph.
    if (unicode::properties_of(first).cluster == unicode::ClusterClass::control) return {main_};
    if (faces_[main_].has(first)) return {main_};
    const std::optional<fonts::FaceId> other = faces_.covering(first, wish_, region_);
    return {other.value_or(main_), false, !other};
  }

 private:
  const fonts::Catalog& faces_;
  fonts::Wish wish_;
  fonts::Region region_;
  fonts::FaceId main_;
};

void settle(Character& c, model::Convention convention, bool chinese_quote) {
  const unicode::Properties& p = unicode::properties_of(c.code_point);
  const bool cjk = model::is_cjk(convention);
  c.wide = unicode::is_wide(c.code_point) || chinese_quote ||
           (cjk && one_of(kLongMarks, c.code_point)) ||
           (model::is_chinese(convention) && c.code_point == U'·');
  c.hanzi = unicode::is_hanzi(c.code_point);
  if (unicode::is_hangul(c.code_point)) c.wide = false;
  c.mark = c.wide && p.category == Category::punctuation && !one_of(kLongMarks, c.code_point);
  c.letter = !c.hanzi && (p.category == Category::letter || p.category == Category::number);
  c.digit = !c.hanzi && p.category == Category::number;
}

/// The class that UAX#14's rules see (typesetting.md 2.2).
LineClass class_of(const Character& c, model::Convention convention) {
  const LineClass line = unicode::line_class(c.code_point);
  if (convention == model::Convention::ko && unicode::is_hangul(c.code_point)) return LineClass::al;
  if (c.emoji) return line;
  return line == LineClass::cj ? LineClass::ns : line;
}

/// Characters cluster by cluster, each with its face.
std::vector<Character> with_faces(const std::string& text, const FaceChooser& chooser) {
  std::vector<Character> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = unicode::next_cluster(text, at);
    const std::string_view cluster = std::string_view(text).substr(at, end - at);
    const FaceChooser::Choice choice = chooser.of(cluster);
    for (std::size_t i = at; i < end;) {
      const auto [c, next] = utf8::decode(text, i);
      out.push_back(
          {.code_point = c, .face = choice.face, .cluster_start = i == at, .emoji = choice.emoji});
      i = choice.missing ? end : next;
    }
    if (choice.missing) out.back().code_point = kGeta;
    at = end;
  }
  return out;
}

/// Settles every character, quotes by their company, and gives the classes that UAX#14's rules see.
std::vector<LineClass> settle_all(std::vector<Character>& text, model::Convention convention) {
  std::u32string points;
  std::vector<LineClass> classes;
  for (Character& c : text) {
    settle(c, convention, false);
    points += c.code_point;
    classes.push_back(class_of(c, convention));
  }
  for (const typography::Quote& quote : typography::resolve_quotes(points, {}, convention).quotes) {
    const bool chinese = quote.kind == typography::Quote::Kind::chinese;
    text[quote.at].code_point = quote.mark;
    settle(text[quote.at], convention, chinese);
    if (chinese) classes[quote.at] = quote.opening ? LineClass::op_wide : LineClass::cl;
  }
  return classes;
}

}  // namespace

fonts::Region region_of(model::Convention convention) {
  switch (convention) {
    case model::Convention::hant_tw:
      return fonts::Region::tc;
    case model::Convention::hant_hk:
      return fonts::Region::hk;
    case model::Convention::ja:
      return fonts::Region::jp;
    case model::Convention::ko:
      return fonts::Region::kr;
    case model::Convention::hans:
    case model::Convention::western:
      return fonts::Region::sc;
  }
  return fonts::Region::sc;
}

std::vector<Character> characters_of(std::string_view text, const fonts::Catalog& faces,
                                     fonts::Wish wish, const model::Language& language) {
  const FaceChooser chooser(faces, wish, region_of(language.convention));
  std::vector<Character> out = with_faces(with_single_spaces(text), chooser);
  std::vector<unicode::Break> breaks(out.size());
  unicode::find_breaks(settle_all(out, language.convention), breaks);
  for (std::size_t i = 0; i < out.size(); ++i) {
    // No line of a title begins with a mark that leans on what stands before it, nor ends in a
    // hyphen that the author did not type.
    const bool leans = i + 1 < out.size() && one_of(kConnectors, out[i + 1].code_point);
    out[i].may_end =
        breaks[i] != unicode::Break::prohibited && !leans && out[i].code_point != kSoftHyphen;
  }
  return out;
}

namespace {

/// Japanese phrases begin with kanji or katakana and end in hiragana; a line end elsewhere cuts
/// one.
double japanese_cost(const Character& a, const Character& b) {
  const Script before = unicode::script_of(a.code_point), after = unicode::script_of(b.code_point);
  if (after == Script::hiragana) return 3.0;
  if (before == Script::hiragana) return one_of(U"のとはがをにでもへや", a.code_point) ? 0.4 : 1.0;
  return before == Script::katakana && after == Script::katakana ? 4.0 : 2.0;
}

/// Between two hanzi of a Chinese text. Words of two hanzi are the most, and a phrase's head stands
/// last: an even rest is the better guess, a single hanzi cut off is nearly always a mistake.
double chinese_cost(const std::vector<Character>& text, std::size_t at) {
  const char32_t a = text[at - 1].code_point, b = text[at].code_point;
  if (one_of(kTrailers, b) || one_of(kNumerals, a)) return 2.5;
  if (one_of(U"的之", a)) return 0.4;
  if (one_of(kLinks, b)) return 0.5;
  if (one_of(kLinks, a)) return 1.5;
  const auto in_phrase = [&](std::size_t i) {
    const char32_t c = text[i].code_point;
    return text[i].hanzi && !one_of(U"的之", c) && !one_of(kLinks, c);
  };
  std::size_t rest = 0, lead = 0;
  while (at + rest < text.size() && in_phrase(at + rest))
    ++rest;
  while (lead < at && in_phrase(at - lead - 1))
    ++lead;
  if (rest == 1 || lead == 1) return 3.0;
  return rest % 2 == 0 ? 1.2 : 2.2;
}

}  // namespace

double break_cost(const std::vector<Character>& text, std::size_t at,
                  model::Convention convention) {
  const bool spaced = is_space(text[at - 1].code_point);
  const Character& a = text[spaced && at > 1 ? at - 2 : at - 1];
  const Character& b = text[at];
  if (one_of(kColons, a.code_point)) return -0.8;
  if (one_of(kPauses, a.code_point)) return -0.1;
  if (spaced) return a.hanzi && b.hanzi ? -0.5 : 0.2;  // a space that parts two Chinese phrases
  if (a.mark || b.mark) return 0.3;
  if (one_of(kConnectors, a.code_point)) return 0.8;
  if (a.code_point == U'第') return 3.0;
  if (a.hanzi != b.hanzi) return a.digit ? 2.0 : 0.2;  // 2024 年, but Rust | 语言
  return convention == model::Convention::ja ? japanese_cost(a, b) : chinese_cost(text, at);
}

}  // namespace keben::cover
