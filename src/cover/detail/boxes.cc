#include "cover/detail/boxes.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/c_handle.h"
#include "cover/detail/characters.h"
#include "fonts/detail/handle.h"
#include "late/harfbuzz.h"
#include "unicode/cjk.h"

namespace keben::cover {
using namespace late;
namespace {

constexpr std::size_t kLongestWord = 45;  // letters; beyond this it is an address
constexpr Mil kAutospace{200};  // between hanzi and Latin (typesetting.md 3.6, less for display)
constexpr Mil kKeptBlank{60};   // of a mark at a line's edge
constexpr Mil kFacing{500};     // what two marks that face each other give up
constexpr Mil kInner{250};      // what a mark beside a hanzi gives up in display type

hb_feature_t feature(hb_tag_t tag, std::uint32_t value) {
  return {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

class Setter {
 public:
  Setter(const fonts::Catalog& faces, const model::Language& language,
         const std::vector<Character>& text)
      : faces_(faces), language_(language), text_(text) {}

  SetText set() {
    SetText out;
    std::size_t first = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool last = i + 1 == text_.size();
      if (!last && !text_[i].may_end && !too_long(first, i)) continue;
      add_box(out, first, i + 1);
      first = i + 1;
    }
    out.right_to_left = runs_from_right();
    return out;
  }

 private:
  using Buffer = CHandle<hb_buffer_t, hb_buffer_destroy>;

  bool too_long(std::size_t first, std::size_t i) const {
    return i + 1 - first >= kLongestWord && text_[i + 1].cluster_start;
  }

  /// The first letter that has a direction decides (UAX#9 P2, P3).
  bool runs_from_right() const {
    const auto strong = std::find_if(text_.begin(), text_.end(), [](const Character& c) {
      return c.hanzi || unicode::properties_of(c.code_point).category == unicode::Category::letter;
    });
    if (strong == text_.end()) return false;
    const unicode::Script script = unicode::script_of(strong->code_point);
    return script == unicode::Script::hebrew || script == unicode::Script::arabic;
  }

  void add_box(SetText& out, std::size_t first, std::size_t end) {
    std::size_t last = end;
    while (last > first && text_[last - 1].code_point == U' ')
      --last;
    if (last == first) return;
    Box box;
    for (std::size_t run = first; run < last;) {
      std::size_t stop = run + 1;
      while (stop < last && same_run(text_[run], text_[stop]))
        ++stop;
      if (run > first && mixed(text_[run - 1], text_[run])) box.width += kAutospace;
      shape(box, run, stop);
      run = stop;
    }
    if (text_[first].mark) box.left_blank = blank(box.glyphs.front(), box, true);
    if (text_[last - 1].mark) box.right_blank = blank(box.glyphs.back(), box, false);
    std::size_t hanzi = 0;
    bool letters = false;
    for (std::size_t i = first; i < last; ++i) {
      box.text += text_[i].code_point;
      hanzi += text_[i].hanzi;
      letters = letters || text_[i].letter || text_[i].emoji;
    }
    box.slight = hanzi <= 1 && !letters;
    if (!out.boxes.empty()) {
      box.gap = gap_before(first, out.boxes.back(), box);
      box.break_cost = break_cost(text_, first, language_.convention);
    }
    out.boxes.push_back(std::move(box));
  }

  Mil gap_before(std::size_t at, const Box& before, const Box& box) const {
    const bool spaced = text_[at - 1].code_point == U' ';
    const Character& a = text_[spaced && at > 1 ? at - 2 : at - 1];
    const Character& b = text_[at];
    if (spaced && (a.mark || b.mark)) return {};
    if (a.mark || b.mark) {
      return -std::min(a.mark && b.mark ? kFacing : kInner, before.right_blank + box.left_blank);
    }
    if (mixed(a, b)) return kAutospace;  // typed or not
    if (spaced) return a.hanzi && b.hanzi ? Mil{500} : kWordSpace;
    return {};
  }

  /// Hanzi beside a Western letter or digit; Hangul has spaces of its own.
  static bool mixed(const Character& a, const Character& b) {
    const Character& letter = a.hanzi ? b : a;
    return a.hanzi != b.hanzi && letter.letter && !unicode::is_hangul(letter.code_point);
  }

  static bool same_run(const Character& a, const Character& b) {
    return !b.cluster_start || (a.face == b.face && a.wide == b.wide && a.emoji == b.emoji);
  }

  /// Appends the glyphs of characters [first, end), which one face draws.
  void shape(Box& box, std::size_t first, std::size_t end) {
    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    for (std::size_t i = first; i < end; ++i)
      hb_buffer_add(buffer, text_[i].code_point, static_cast<unsigned>(i));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    const bool wide = text_[first].wide;
    if (wide) {
      hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
      hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    }
    hb_buffer_set_language(buffer, hb_language_from_string(language_.tag.c_str(), -1));
    hb_buffer_guess_segment_properties(buffer);
    // Cells stay an em wide; Western quotes and dashes of a CJK face do not.
    const std::array<hb_feature_t, 1> features = {wide ? feature(HB_TAG('k', 'e', 'r', 'n'), 0)
                                                       : feature(HB_TAG('p', 'w', 'i', 'd'), 1)};
    const fonts::FaceId face = text_[first].face;
    hb_shape(faces_[face].handle().font.get(), buffer, features.data(), features.size());

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
      const Character& c = text_[infos[i].cluster];
      if (i > 0 && c.mark && text_[infos[i - 1].cluster].mark)
        box.width += squeezed(box, face, infos[i].codepoint);
      Mil advance{places[i].x_advance};
      if (c.emoji && advance > Mil{}) advance = Mil{1000};  // a cell (typesetting.md 9.5)
      box.glyphs.push_back({.face = face,
                            .id = {static_cast<std::uint16_t>(infos[i].codepoint)},
                            .x = box.width + Mil{places[i].x_offset},
                            .rise = {places[i].y_offset},
                            .picture = c.emoji});
      box.width += advance;
    }
  }

  /// What the mark `next` moves towards the mark before it: two blanks that meet are one too many
  /// (CLREQ #punctuation_adjustment_space).
  Mil squeezed(const Box& box, fonts::FaceId face, hb_codepoint_t next) const {
    const Mil right = blank(box.glyphs.back(), box, false);
    const Mil left = faces_[face].ink({static_cast<std::uint16_t>(next)}).left;
    return -std::clamp(right + left, Mil{}, kFacing);
  }

  /// What a mark at a box's edge may give up: the blank beside its ink, but for a little.
  Mil blank(const Glyph& glyph, const Box& box, bool at_left) const {
    const fonts::InkBox ink = faces_[glyph.face].ink(glyph.id);
    const Mil beside = at_left ? glyph.x + ink.left : box.width - glyph.x - ink.right;
    return std::clamp(beside - kKeptBlank, Mil{}, Mil{600});
  }

  const fonts::Catalog& faces_;
  const model::Language& language_;
  const std::vector<Character>& text_;
  Buffer buffer_{hb_buffer_create()};
};

}  // namespace

Box joined(std::span<const Box> boxes) {
  Box out;
  for (const Box& box : boxes) {
    if (!out.glyphs.empty()) out.width += box.gap;
    for (Glyph glyph : box.glyphs) {
      glyph.x += out.width;
      out.glyphs.push_back(glyph);
    }
    out.width += box.width;
    out.text += box.text;
  }
  if (boxes.empty()) return out;
  out.left_blank = boxes.front().left_blank;
  out.right_blank = boxes.back().right_blank;
  return out;
}

SetText set_text(std::string_view text, const fonts::Catalog& faces, fonts::Wish wish,
                 const model::Language& language) {
  const std::vector<Character> characters = characters_of(text, faces, wish, language);
  return Setter(faces, language, characters).set();
}

}  // namespace keben::cover
