// What stands inside a line: a closed sum, by value.
//
// Markup that only changes the look of its content is one node, Styled, with a closed list of
// styles; what carries data of its own is a case of its own. SoftBreak and RawHtml live only until
// the reader has interpreted them (markdown/interpret.h): a backend never meets them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source_map.h"
#include "model/ids.h"

namespace keben::model {

struct Inline;
using Inlines = std::vector<Inline>;

struct Text {
  std::string text;
  bool operator==(const Text&) const = default;
};

/// A line's end in the source that is no line's end in the book.
struct SoftBreak {
  bool operator==(const SoftBreak&) const = default;
};

struct HardBreak {
  bool operator==(const HardBreak&) const = default;
};

/// `code` in a line; white space as CommonMark keeps it.
struct CodeSpan {
  std::string text;
  bool operator==(const CodeSpan&) const = default;
};

enum class Style : std::uint8_t {
  emphasis,
  strong,
  strike,
  mark,
  insert,
  underline,
  subscript,
  superscript,
  keyboard,
  small,
};

struct Styled {
  Style style = Style::emphasis;
  Inlines children;
  bool operator==(const Styled&) const;
};

/// Where a link leads, as written after unescaping; outline says what that is.
struct LinkTarget {
  LinkId id;
  std::string destination;
  std::string title;
  bool operator==(const LinkTarget&) const = default;
};

struct Link {
  LinkTarget to;
  Inlines children;
  bool operator==(const Link&) const;
};

/// A size that the author asked for: points (a CSS px is 0.75 pt) or a share of the measure.
struct SizeHint {
  enum class Unit : std::uint8_t { none, pt, percent };
  float value = 0;
  Unit unit = Unit::none;
  bool operator==(const SizeHint&) const = default;
};

/// Such sizes of what an author wrote; none where that is no size. Wider than any page is as wide
/// as this: nobody sees the difference, and every format can write it.
SizeHint points_wide(float points);
SizeHint share_of_measure(float percent);

struct Image {
  ImageId id;
  std::string source;  // as written after unescaping
  std::string title;
  Inlines alt;
  SizeHint width = {};
  bool operator==(const Image&) const;
};

struct NoteReference {
  NoteId note;
  std::uint32_t occurrence = 0;  // 0 for the first reference to the note, in reading order
  bool operator==(const NoteReference&) const = default;
};

struct Math {
  std::string tex;
  bool display = false;
  bool operator==(const Math&) const = default;
};

/// Words with their reading: base and annotation in pairs (CLREQ #positioning_of_pinyin), none of
/// them empty.
struct Ruby {
  struct Pair {
    std::string base;
    std::string annotation;
    bool operator==(const Pair&) const = default;
  };
  std::vector<Pair> pairs;
  bool operator==(const Ruby&) const = default;
};

/// A stretch in another language than its surroundings; the tag is well formed.
struct Foreign {
  std::string tag;
  Inlines children;
  bool operator==(const Foreign&) const;
};

/// HTML as written, before it is interpreted.
struct RawInline {
  std::string html;
  bool operator==(const RawInline&) const = default;
};

struct Inline {
  SourceSpan at;
  std::variant<Text, SoftBreak, HardBreak, CodeSpan, Styled, Link, Image, NoteReference, Math, Ruby,
               Foreign, RawInline>
      is;
  bool operator==(const Inline&) const;  // not defaulted: clang 14 never ends with the ring
};

inline bool Styled::operator==(const Styled&) const = default;
inline bool Link::operator==(const Link&) const = default;
inline bool Image::operator==(const Image&) const = default;
inline bool Foreign::operator==(const Foreign&) const = default;
inline bool Inline::operator==(const Inline& other) const {
  return at == other.at && is == other.is;
}

/// What a reader hears: text, code, alt texts, ruby bases; no annotations, no note marks. A hard
/// break is a space.
std::string plain_text(const Inlines& inlines);

/// Whether a link's text is the address it leads to: no prose, and broken wherever a line ends.
bool shows_its_address(const Link& link);

}  // namespace keben::model
