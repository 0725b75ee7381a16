// One face of one font file: what code points it has, how wide they are, what it is called.
//
// The file is mapped, not read; a face never changes after it is opened, so threads may share it.
// Every measure is in thousandths of an em (Mil): HarfBuzz scales once, and what it rounds is what
// the PDF's width table says, so layout and page agree to the unit.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/length.h"
#include "base/result.h"

namespace keben::fonts {

/// A glyph's number in its face; 0 is the missing glyph and is never drawn.
struct GlyphId {
  std::uint16_t v = 0;
  auto operator<=>(const GlyphId&) const = default;
};

/// How a face draws: this decides how a PDF embeds it (ISO 32000-1 §9.7.4).
enum class Outlines : std::uint8_t { cff_by_cid, cff_by_name, truetype, bitmap };

/// Vertical measures on the em box, upward from the baseline.
struct VerticalMetrics {
  Mil ascent, descent;  // of the font, descent negative
  Mil cap_height, x_height;
};

/// Where a glyph's ink lies, from its origin on the baseline.
struct InkBox {
  Mil left, bottom, right, top;
};

class Face {
 public:
  /// Opens face `index` of a TrueType or OpenType file or collection.
  /// Fails with Fault::machine where the file is no such thing.
  static Result<Face> open(const std::filesystem::path& file, unsigned index);

  Face(Face&&) noexcept;
  Face& operator=(Face&&) noexcept;
  ~Face();

  const std::string& postscript_name() const;
  Outlines outlines() const;
  std::uint32_t glyph_count() const;
  VerticalMetrics metrics() const;
  /// Whether the licence bits forbid embedding (OpenType OS/2 fsType 2).
  bool embedding_forbidden() const;

  struct Cell {
    GlyphId glyph;
    Mil advance;
  };
  /// The glyph and advance that a code point has without any feature; glyph 0 where the face lacks
  /// it. Answers from a table that fills as it is asked; safe from several threads.
  Cell cell(char32_t code_point) const;
  bool has(char32_t code_point) const { return cell(code_point).glyph.v != 0; }

  Mil advance(GlyphId glyph) const;
  /// A glyph that is a picture rather than an outline, as PNG (OpenType CBDT, largest strike);
  /// empty where it is none.
  Bytes picture(GlyphId glyph) const;
  InkBox ink(GlyphId glyph) const;

  struct Handle;  // HarfBuzz's side, in detail/handle.h
  const Handle& handle() const { return *handle_; }

 private:
  explicit Face(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace keben::fonts
