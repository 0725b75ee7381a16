// A paragraph on its way into boxes: what the shaper does for one text, in the order of its
// characters.
//
// A box and the gap before it are made together; the gap behind the last box stays open until the
// next box says what it is. Gaps and the plain boxes are in shape.cc and builder_boxes.cc, words
// and hyphens in builder_words.cc, readings in builder_readings.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pdf/shape/hyphens.h"
#include "pdf/shape/opportunities.h"
#include "pdf/shape/shape.h"
#include "pdf/shape/spacing.h"

namespace keben::pdf::shape {

/// Signs that stand alone in a box: hanzi and all that is drawn in a full-width cell.
bool stands_alone(Cell cell);
bool is_space(char32_t c);
/// Kept in the text, drawn as nothing.
bool vanishes(char32_t c);
Mil scaled(Mil length, std::int32_t thousandths);

class Shaper::Builder {
 public:
  Builder(Shaper& shaper, StyledText text, const style::ParagraphStyle& style, Mil measure,
          Diagnostics& log);
  ShapedParagraph run();

 private:
  /// The faces of each style: one for hanzi and marks, one for words.
  struct Faces {
    fonts::FaceId cjk, latin;
    const fonts::Face* cjk_face = nullptr;
  };

  const RunStyle& style_of(std::size_t i) const { return out_.source.styles[all_[i].style]; }
  const std::string& language_of(const RunStyle& run) const {
    return run.language.empty() ? style_.language.tag : run.language;
  }
  std::uint32_t byte_after(std::size_t i) const {
    return i + 1 < all_.size() ? all_[i + 1].byte
                               : static_cast<std::uint32_t>(out_.source.text.size());
  }
  std::size_t cluster_end(std::size_t i) const {
    ++i;
    while (i < all_.size() && !all_[i].cluster_start)
      ++i;
    return i;
  }
  /// What characters [first, end) show; until it is asked again.
  std::u32string_view shown(std::size_t first, std::size_t end) const;
  void say_what_is_shown();
  void choose_faces();
  void find_levels();
  Course course_of(std::size_t i) const {
    return all_[i].level % 2 ? Course::leftward : Course::by_letters;
  }
  void warn_unpaired();
  /// Sets the box, or notes the space, that begins at `i`; returns where the next one begins. So do
  /// all that return a size.
  std::size_t next(std::size_t i);

  // Gaps: the one behind the last box is open.
  std::size_t space(std::size_t i);
  void note_break(std::size_t i);
  Mil word_space() const;
  void close_gap(const Edge& right);
  void settle_end();

  // Boxes of characters [first, end).
  Box& add_box(std::size_t first, std::size_t end, fonts::FaceId face, Cell left, Cell right,
               const Blanks& blanks);
  void add_glyph(Box& box, fonts::GlyphId glyph, Mil x, Mil rise, std::uint32_t text_end);
  void add_glyphs(Box& box, const ShapedWord& word, std::size_t first);
  bool letter_behind_letter(std::size_t i) const;
  std::size_t object(std::size_t i);
  std::size_t hanzi(std::size_t i);
  std::size_t alone(std::size_t i, std::size_t end);
  MarkGlyph mark(std::size_t i, const Blanks& blanks) const;
  std::size_t long_mark(std::size_t i, std::size_t end);
  enum class DashesAt : std::uint8_t { middle, end };
  void add_dashes(std::size_t i, std::size_t end, const ShapedWord& dash, DashesAt where);
  std::size_t cluster(std::size_t i, std::size_t end, fonts::FaceId preferred);
  std::size_t emoji(std::size_t i, std::size_t end, fonts::FaceId face);
  bool is_picture(std::size_t i) const;
  std::optional<fonts::FaceId> emoji_face(std::size_t i, std::size_t end) const;
  fonts::FaceId face_for(std::size_t i, fonts::FaceId preferred) const;
  std::size_t missing(std::size_t i, std::size_t end);
  std::uint32_t hex_style(std::uint32_t style);
  void tell_missing(std::size_t i, std::size_t end);
  void offer_hyphen(fonts::FaceId face, std::size_t i);

  // Words.
  bool reading_turns(std::size_t i) const;
  bool goes_on(std::size_t i) const;
  std::size_t word(std::size_t first);
  bool holds_western_quote(std::size_t first, std::size_t end) const;
  Features features_of(std::size_t first, std::size_t end) const;
  std::size_t shaped(std::size_t first, std::size_t end, fonts::FaceId face, Features features,
                     bool han, Cell left, Cell right);
  ShapedWord in_columns(const ShapedWord& word, std::size_t first, const fonts::Face& face) const;
  std::size_t cut(std::size_t first, std::size_t end, fonts::FaceId face, Features features);
  /// A place where a shaped word becomes two boxes: behind this many of its characters.
  struct Place {
    std::uint32_t after = 0;
    Opportunity opportunity = {};
    bool hyphen = false;  // a line that ends here gets one
  };
  std::vector<Place> places_in(std::size_t first, std::size_t end, fonts::FaceId face) const;
  void add_places_in_need(std::size_t first, const ShapedWord& word,
                          std::vector<Place>& places) const;
  bool divide(std::size_t first, std::size_t end, fonts::FaceId face, const ShapedWord& word);

  // Readings.
  void set_reading(const Reading& reading);
  ShapedReading shaped_reading(const std::string& text, const Box& base);
  Mil room_beside(const ShapedReading& set, std::uint32_t gap) const;
  void widen(Box& first, Box& last, Mil left, Mil right);

  Shaper& shaper_;
  const style::ParagraphStyle& style_;
  Mil measure_;
  Diagnostics& log_;
  fonts::Region region_;
  ShapedParagraph out_;
  std::vector<Character>& all_;
  mutable std::u32string shown_;
  std::span<Opportunity> opportunities_;
  std::vector<Faces> faces_;

  // The gap that is open.
  Edge edge_{.none = true};
  Typed typed_ = Typed::nothing;
  std::uint32_t typed_first_ = 0, typed_end_ = 0;
  std::int32_t spaces_ = 0;  // U+0020 among them
  std::uint8_t typed_level_ = 0;
  std::uint32_t space_style_ = 0;
  Opportunity pending_;
  fonts::Face::Cell pending_hyphen_;  // that a line gets by ending at the open gap, scaled
};

}  // namespace keben::pdf::shape
