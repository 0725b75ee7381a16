// What stands below one another on a page: a closed sum, by value.
//
// A new block is added here; the compiler then lists every visit that must decide. RawBlock lives
// only until the reader has interpreted it (markdown/interpret.h): a backend never meets it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source_map.h"
#include "model/ids.h"
#include "model/inline.h"

namespace keben::model {

struct Block;
using Blocks = std::vector<Block>;

enum class Align : std::uint8_t { none, left, center, right };

struct Paragraph {
  Inlines content;
  Align align = Align::none;
  bool operator==(const Paragraph&) const = default;
};

struct Heading {
  HeadingId id;
  int level = 1;         // 1 to 6, as the author wrote it; outline gives the rank
  std::string given_id;  // {#id}, or empty
  Inlines content;
  bool operator==(const Heading&) const = default;
};

struct Quote {
  Blocks children;
  Inlines attribution;  // "—— 作者", or empty
  bool operator==(const Quote&) const;
};

struct ListItem {
  SourceSpan at;
  std::optional<bool> checked;  // a task's box, where there is one
  Blocks children;
  bool operator==(const ListItem&) const;
};

struct List {
  enum class Mark : std::uint8_t { bullet, period, parenthesis };  // "-", "1.", "1)"
  Mark mark = Mark::bullet;
  std::uint32_t start = 1;
  bool tight = true;
  std::vector<ListItem> items;
  bool operator==(const List&) const;
};

/// Lines of code that their author picked out, as they are counted: from 1, the last one included.
struct MarkedLines {
  enum class Mark : std::uint8_t { picked, inserted, deleted };
  Mark mark = Mark::picked;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const MarkedLines&) const = default;
};

struct CodeBlock {
  std::string language;             // first word of the info string, or empty
  std::string attributes;           // the rest of it, as written
  std::string title;                // from the attributes, or empty
  std::string text;                 // ends with \n unless empty
  std::vector<MarkedLines> marked;  // in ascending order, none twice, all within the text
  bool operator==(const CodeBlock&) const = default;
};

struct TableCell {
  SourceSpan at;
  Inlines content;
  std::uint16_t columns = 1;
  std::uint16_t rows = 1;
  bool operator==(const TableCell&) const = default;
};
using TableRow = std::vector<TableCell>;

struct Table {
  std::vector<Align> columns;
  std::vector<TableRow> head;  // usually one row
  std::vector<TableRow> body;
  Inlines caption;
  bool operator==(const Table&) const = default;
};

struct ThematicBreak {
  bool operator==(const ThematicBreak&) const = default;
};

/// One picture or several that stand alone, with their caption.
struct Figure {
  std::vector<Image> images;
  std::optional<LinkTarget> link;
  Inlines caption;
  bool operator==(const Figure&) const = default;
};

/// A box with a label: `:::note`, `> [!TIP]`, `!!! warning`. An unknown name keeps a neutral box.
struct Admonition {
  enum class Kind : std::uint8_t {
    note,
    tip,
    info,
    important,
    warning,
    caution,
    success,
    quote,
    other
  };
  Kind kind = Kind::other;
  std::string name;  // as the author wrote it
  Inlines title;     // empty: the kind's name in the document's language
  Blocks children;
  bool operator==(const Admonition&) const;
};

/// What a page on the web would fold; a book shows it open under its summary.
struct Details {
  Inlines summary;
  Blocks children;
  bool operator==(const Details&) const;
};

struct MathBlock {
  std::string tex;
  bool operator==(const MathBlock&) const = default;
};

struct DefinitionList {
  struct Entry {
    std::vector<Inlines> terms;
    std::vector<Blocks> definitions;
    bool operator==(const Entry&) const;
  };
  std::vector<Entry> entries;
  bool operator==(const DefinitionList&) const;
};

/// A video, a frame, a bare address on a line of its own: what a book can only point to.
struct LinkCard {
  LinkTarget to;
  std::string title;  // empty: the address
  bool operator==(const LinkCard&) const = default;
};

/// Alternatives side by side on the web (code groups, tabs); one below the other in a book.
struct Tabs {
  struct Tab {
    Inlines title;
    Blocks children;
    bool operator==(const Tab&) const;
  };
  std::vector<Tab> tabs;
  bool operator==(const Tabs&) const;
};

/// A division that only sets its content to one side or the middle.
struct Division {
  Align align = Align::none;
  Blocks children;
  bool operator==(const Division&) const;
};

/// HTML as written, before it is interpreted.
struct RawBlock {
  std::string html;
  bool operator==(const RawBlock&) const = default;
};

struct Block {
  SourceSpan at;
  std::variant<Paragraph, Heading, Quote, List, CodeBlock, Table, ThematicBreak, Figure, Admonition,
               Details, MathBlock, DefinitionList, LinkCard, Tabs, Division, RawBlock>
      is;
  bool operator==(const Block&) const;  // not defaulted: clang 14 never ends with the ring
};

inline bool Quote::operator==(const Quote&) const = default;
inline bool ListItem::operator==(const ListItem&) const = default;
inline bool List::operator==(const List&) const = default;
inline bool Admonition::operator==(const Admonition&) const = default;
inline bool Details::operator==(const Details&) const = default;
inline bool DefinitionList::Entry::operator==(const Entry&) const = default;
inline bool DefinitionList::operator==(const DefinitionList&) const = default;
inline bool Tabs::Tab::operator==(const Tab&) const = default;
inline bool Tabs::operator==(const Tabs&) const = default;
inline bool Division::operator==(const Division&) const = default;
inline bool Block::operator==(const Block& other) const {
  return at == other.at && is == other.is;
}

}  // namespace keben::model
