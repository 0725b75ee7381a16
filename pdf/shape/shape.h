// From a styled text to boxes and gaps: characters → faces → glyphs → boxes → spacing.
//
// Hanzi take the short road (a table of glyphs and advances); words go through HarfBuzz once each.
// A face is chosen by what a cluster is, not by the order of a list: hanzi and full-width marks
// always get the CJK face, so that “ ” and —— never come out of a Latin one (typesetting.md 9.2).
#pragma once

#include <map>
#include <memory>

#include "base/diagnostic.h"
#include "fonts/catalog.h"
#include "pdf/shape/blanks.h"
#include "pdf/shape/characters.h"
#include "pdf/shape/opportunities.h"
#include "pdf/shape/shaped.h"
#include "pdf/shape/words.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::shape {

/// Shapes paragraphs one after another; one for each thread.
class Shaper {
 public:
  /// @param words  of the thread, where it shapes for others, too; else the shaper has its own
  explicit Shaper(const fonts::Catalog& faces, WordShaper* words = nullptr);
  WordShaper& words() { return words_; }

  /// @param measure the line's width in the paragraph's em
  /// Characters that no face has become a box with their code point in it, with a warning
  /// `glyph-missing` for each different one.
  ShapedParagraph shape(StyledText text, const style::ParagraphStyle& style, Mil measure,
                        Diagnostics& log);
  /// Gives the next paragraph the memory of one that is done with.
  void reuse(ShapedParagraph&& spent) { spent_ = std::move(spent); }

 private:
  class Builder;
  /// A mark's glyph, and how far it must move for its ink to lie in its body.
  struct MarkGlyph {
    fonts::FaceId face;
    fonts::GlyphId glyph;
    Mil shift;
    bool moved = false;  // its face draws it elsewhere than its paragraph's region has it
  };
  MarkGlyph mark_glyph(fonts::FaceId face, const Character& c, const Blanks& blanks,
                       const std::string& language);

  const fonts::Catalog& faces_;
  ShapedParagraph spent_;
  std::vector<Character> characters_;  // of the paragraph at hand, as the next
  OpportunityFinder opportunities_;
  std::unique_ptr<WordShaper> own_words_;
  WordShaper& words_;
  std::map<std::pair<std::uint16_t, char32_t>, MarkGlyph> marks_;
  std::map<char32_t, bool> told_missing_;
};

}  // namespace keben::pdf::shape
