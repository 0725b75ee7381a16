// What stands on a page below one another, settled.
//
// Fewer kinds than the model has, since many of those differ by what their author wrote, not by
// what a page shows: boxes, folds and tabs are one kind with a label, and a division is gone once
// its blocks know where they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "edition/code.h"
#include "edition/direction.h"
#include "edition/inline.h"
#include "edition/table.h"
#include "model/block.h"

namespace keben::edition {

using model::Align;

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
  Passage words;
  Align align = Align::none;
  Direction direction = Direction::rightward;
  bool operator==(const Paragraph&) const = default;
};

/// A heading with words. One without is an Anchor.
struct Heading {
  Passage words;
  model::HeadingId id;
  int rank =
      1;  // its depth by order: a child is one deeper; below an essay's title in a collection
  int level = 1;       // as the author wrote it; decides the look
  std::string anchor;  // unique in the book
  Align align = Align::none;
  bool operator==(const Heading&) const = default;
};

/// A place that links may lead to, with what stood there: a heading without words.
struct Anchor {
  std::string anchor;
  Passage words;
  bool operator==(const Anchor&) const = default;
};

struct Quote {
  Blocks children;
  Passage attribution;  // "—— 作者", or empty
  bool operator==(const Quote&) const;
};

struct ListItem {
  std::optional<std::uint32_t> number;  // of an ordered list
  std::optional<bool> checked;          // a task's box, where there is one
  Blocks children;
  bool operator==(const ListItem&) const;
};

struct List {
  model::List::Mark mark = model::List::Mark::bullet;
  bool tight = true;
  std::vector<ListItem> items;
  bool operator==(const List&) const;
};

struct Rule {
  bool operator==(const Rule&) const = default;
};

/// Pictures that stand alone, with their caption.
struct Figure {
  std::vector<Picture> pictures;
  std::optional<Destination> link;
  Passage caption;
  bool operator==(const Figure&) const = default;
};

/// What stands apart under a label: a note or a warning, what the web would fold, one of several
/// tabs.
struct Box {
  enum class Kind : std::uint8_t {
    note,
    tip,
    info,
    important,
    warning,
    caution,
    success,
    quote,
    other,  // model::Admonition::Kind
    folded,
    tab
  };
  Kind kind = Kind::other;
  Passage label;  // the author's, else the kind's name; a fold's or a tab's may be empty
  Blocks children;
  bool operator==(const Box&) const;
};

struct Definitions {
  struct Entry {
    std::vector<Passage> terms;  // at least one
    std::vector<Blocks> definitions;
    bool operator==(const Entry&) const;
  };
  std::vector<Entry> entries;
  bool operator==(const Definitions&) const;
};

/// What a book can only point to: a film, a frame, a page.
struct Card {
  std::string title;    // never empty
  std::string address;  // shown below it; empty where the title says it
  std::optional<Destination> to;
  bool operator==(const Card&) const = default;
};

struct Block {
  NodeId id;
  std::variant<Paragraph, Heading, Anchor, Quote, List, Code, Table, Rule, Figure, Box, Formula,
               Definitions, Card>
      is;
  bool operator==(const Block&) const;  // not defaulted: clang 14 never ends with the ring
};

inline bool Quote::operator==(const Quote&) const = default;
inline bool ListItem::operator==(const ListItem&) const = default;
inline bool List::operator==(const List&) const = default;
inline bool Box::operator==(const Box&) const = default;
inline bool Definitions::Entry::operator==(const Entry&) const = default;
inline bool Definitions::operator==(const Definitions&) const = default;
inline bool Block::operator==(const Block& other) const {
  return id == other.id && is == other.is;
}

}  // namespace keben::edition
