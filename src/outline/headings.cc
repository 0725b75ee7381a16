#include "outline/headings.h"

#include <algorithm>
#include <span>

#include "base/overload.h"

namespace keben::outline {
namespace {

using namespace model;

/// Walks all blocks, knowing which block of the document it is in and whether that is the text's
/// own flow.
class Finder {
 public:
  std::vector<FoundHeading> found;

  void document_blocks(const Blocks& blocks) {
    for (block_ = 0; block_ < blocks.size(); ++block_) {
      opens_ = true;
      one(blocks[block_], true);
    }
  }

  void note(const Note& note) { nested(note.children, false); }

 private:
  void nested(const Blocks& blocks, bool listed) {
    opens_ = false;
    for (const Block& block : blocks)
      one(block, listed);
  }

  void one(const Block& block, bool listed) {
    std::visit(Overload{
                   [&](const Heading& b) {
                     found.push_back({&b, block_, listed, opens_});
                   },
                   [&](const Division& b) { nested(b.children, listed); },
                   [&](const Quote& b) { nested(b.children, false); },
                   [&](const List& b) {
                     for (const ListItem& item : b.items)
                       nested(item.children, false);
                   },
                   [&](const Admonition& b) { nested(b.children, false); },
                   [&](const Details& b) { nested(b.children, false); },
                   [&](const DefinitionList& b) {
                     for (const DefinitionList::Entry& entry : b.entries) {
                       for (const Blocks& definition : entry.definitions)
                         nested(definition, false);
                     }
                   },
                   [&](const Tabs& b) {
                     for (const Tabs::Tab& tab : b.tabs)
                       nested(tab.children, false);
                   },
                   [](const Paragraph&) {},
                   [](const CodeBlock&) {},
                   [](const Table&) {},
                   [](const ThematicBreak&) {},
                   [](const Figure&) {},
                   [](const MathBlock&) {},
                   [](const LinkCard&) {},
                   [](const RawBlock&) {},
               },
               block.is);
  }

  std::size_t block_ = 0;
  bool opens_ = false;
};

/// The written levels of a heading's ancestors, its own last; the rank is how many they are.
class RankStack {
 public:
  int push(int level) {
    while (!levels_.empty() && levels_.back() >= level)
      levels_.pop_back();
    levels_.push_back(level);
    return depth();
  }
  int depth() const { return static_cast<int>(levels_.size()); }
  void clear() { levels_.clear(); }

 private:
  std::vector<int> levels_;
};

/// An ASCII NCName (Namespaces in XML 1.0 §3) that cannot be mistaken for one of our own: those are
/// `e` and a digit, and `page-` for the pages of the printed book.
bool is_usable_id(const std::string& id) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool ours = (id.size() > 1 && id[0] == 'e' && digit(id[1])) || id.starts_with("page-");
  return !id.empty() && id.size() <= 64 && letter(id[0]) && !ours &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return letter(c) || digit(c) || c == '-' || c == '.'; });
}

void append_words(std::string& out, const Inlines& inlines) {
  for (const Inline& node : inlines) {
    std::visit(Overload{
                   [&](const Text& n) { out += n.text; },
                   [&](const SoftBreak&) { out += ' '; },
                   [&](const HardBreak&) { out += ' '; },
                   [&](const CodeSpan& n) { out += n.text; },
                   [&](const Styled& n) { append_words(out, n.children); },
                   [&](const Link& n) { append_words(out, n.children); },
                   [](const Image&) {},
                   [](const NoteReference&) {},
                   [&](const Math& n) { out += n.tex; },
                   [&](const Ruby& n) {
                     for (const Ruby::Pair& pair : n.pairs)
                       out += pair.base;
                   },
                   [&](const Foreign& n) { append_words(out, n.children); },
                   [](const RawInline&) {},
               },
               node.is);
  }
}

}  // namespace

std::vector<FoundHeading> find_headings(const Document& document) {
  Finder finder;
  finder.document_blocks(document.blocks);
  for (const Note& note : document.notes)
    finder.note(note);
  return std::move(finder.found);
}

std::vector<FoundHeading> find_headings_in(const Note& note) {
  Finder finder;
  finder.note(note);
  return std::move(finder.found);
}

std::vector<HeadingPlace> place_headings(const Document& document,
                                         const std::vector<FoundHeading>& found,
                                         std::uint32_t number, std::set<std::string>& taken) {
  const std::string prefix = "e" + std::to_string(number) + "s";
  std::vector<HeadingPlace> out(document.headings);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i].anchor = prefix + std::to_string(i + 1);
  RankStack flow, inside;
  for (const FoundHeading& f : found) {
    const Heading& heading = *f.heading;
    HeadingPlace& place = out[heading.id.v];
    place.level = heading.level;
    place.text = navigation_text(heading.content);
    place.listed = f.listed && !place.text.empty();
    if (place.listed) {
      inside.clear();
      place.rank = flow.push(heading.level);
    } else if (!place.text.empty()) {
      place.rank = flow.depth() + inside.push(heading.level);
    }
    if (is_usable_id(heading.given_id) && taken.insert(heading.given_id).second)
      place.anchor = heading.given_id;
  }
  return out;
}

std::string navigation_text(const Inlines& content) {
  std::string words;
  append_words(words, content);
  if (words.empty()) words = plain_text(content);  // a picture alone: what it shows
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

}  // namespace keben::outline
