// What stands inside a line, settled: links that lead somewhere, pictures with the one description
// that they have, quotation marks that are the ones meant.
//
// A backend draws these as they are. What it would have to decide belongs before it, into the pass
// that makes them (settle.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assets/asset_store.h"
#include "edition/code.h"
#include "edition/node_id.h"
#include "model/inline.h"
#include "outline/outline.h"

namespace keben::edition {

struct Inline;
using Inlines = std::vector<Inline>;

struct Text {
  std::string text;
  bool operator==(const Text&) const = default;
};

struct LineBreak {
  bool operator==(const LineBreak&) const = default;
};

struct Styled {
  model::Style style = model::Style::emphasis;
  Inlines children;
  bool operator==(const Styled&) const;
};

/// Where a link leads: out of the book, or to a heading or the beginning of one of its texts. One
/// that leads nowhere is no link, and its words stand for themselves.
using Destination = std::variant<outline::External, outline::Internal>;

/// No link holds another, nor a note's mark: HTML forbids both.
struct Link {
  Destination to;
  std::string title;           // the author's tooltip, or empty
  bool shows_address = false;  // its words are the address that it leads to
  Inlines children;
  bool operator==(const Link&) const;
};

/// A picture, or, where it could not be had, what is said in its place.
struct Picture {
  std::optional<assets::AssetId> asset;
  std::string alt;         // what it shows; never a file's name
  bool described = false;  // by its author; else `alt` is a word of ours
  model::SizeHint width;
  // Where it is missing: the author's words for it, unless a caption says them; its address as it
  // is shown, or empty; the same as a link, where it leads to the web.
  std::string missing, source, address;
  bool operator==(const Picture&) const = default;
};

/// A note's mark: the note by its place in Text::notes, and which of the references to it this is.
struct NoteMark {
  std::uint32_t note = 0;
  std::uint32_t occurrence = 0;
  bool operator==(const NoteMark&) const = default;
};

struct Formula {
  std::string tex;
  bool display = false;
  bool operator==(const Formula&) const = default;
};

struct Ruby {
  std::vector<model::Ruby::Pair> pairs;
  bool operator==(const Ruby&) const = default;
};

/// A stretch in another language than its surroundings.
struct Foreign {
  std::string tag;
  Inlines children;
  bool operator==(const Foreign&) const;
};

struct Inline {
  SourceSpan at;
  std::variant<Text, LineBreak, CodeText, Styled, Link, Picture, NoteMark, Formula, Ruby, Foreign>
      is;
  bool operator==(const Inline&) const;  // not defaulted: clang 14 never ends with the ring
};

inline bool Styled::operator==(const Styled&) const = default;
inline bool Link::operator==(const Link&) const = default;
inline bool Foreign::operator==(const Foreign&) const = default;
inline bool Inline::operator==(const Inline& other) const {
  return at == other.at && is == other.is;
}

/// What is set as one paragraph.
struct Passage {
  NodeId id;
  Inlines inlines;
  bool empty() const { return inlines.empty(); }
  bool operator==(const Passage&) const = default;
};

/// What a reader hears: texts, code, descriptions, bases of ruby; no readings, no marks of notes. A
/// break is a space.
std::string plain_text(const Inlines& inlines);

}  // namespace keben::edition
