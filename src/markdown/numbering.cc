#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Notes in the order in which a reader comes upon them: those of the body first, then those that
/// only notes refer to.
class NoteOrder {
 public:
  explicit NoteOrder(std::size_t notes) : place_(notes) {}

  /// Counts one more reference to a note of the old order, and renumbers it.
  void meet(NoteReference& reference) {
    std::optional<std::uint32_t>& place = place_[reference.note.v];
    if (!place) {
      place = static_cast<std::uint32_t>(old_.size());
      old_.push_back(reference.note.v);
      references_.push_back(0);
    }
    reference = {{*place}, references_[*place]++};
  }

  /// Old places by new one; grows while notes are walked.
  const std::vector<std::uint32_t>& old_places() const { return old_; }
  std::uint32_t references(std::size_t place) const { return references_[place]; }
  bool is_met(std::size_t old_place) const { return place_[old_place].has_value(); }

 private:
  std::vector<std::optional<std::uint32_t>> place_;  // by old place
  std::vector<std::uint32_t> old_;
  std::vector<std::uint32_t> references_;
};

class Numbering {
 public:
  explicit Numbering(Document& document) : document_(document), order_(document.notes.size()) {}

  void number() {
    walk(document_.blocks);
    for (std::size_t i = 0; i < order_.old_places().size(); ++i)
      walk(document_.notes[order_.old_places()[i]].children);
    document_.headings = headings_;
    document_.links = links_;
    document_.images = images_;
  }

  void sort_notes(Diagnostics& log) {
    for (std::size_t i = 0; i < document_.notes.size(); ++i) {
      const Note& note = document_.notes[i];
      if (order_.is_met(i)) continue;
      log.warn("note-unused", note.at,
               {"脚注 [^" + note.label + "] 没有被引用，已略去",
                "footnote [^" + note.label + "] is never referred to and was left out"});
    }
    std::vector<Note> sorted;
    for (std::size_t i = 0; i < order_.old_places().size(); ++i) {
      sorted.push_back(std::move(document_.notes[order_.old_places()[i]]));
      sorted.back().references = order_.references(i);
    }
    document_.notes = std::move(sorted);
  }

 private:
  void walk(Blocks& blocks) {
    for_each_block(
        blocks, [this](Block& block) { meet(block); },
        [this](Inlines& inlines) {
          for_each_inline(inlines, [this](Inline& node) { meet(node); });
        });
  }

  void meet(Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.is)) heading->id = {headings_++};
    if (auto* card = std::get_if<LinkCard>(&block.is)) card->to.id = {links_++};
    if (auto* figure = std::get_if<Figure>(&block.is)) {
      if (figure->link) figure->link->id = {links_++};
      for (Image& image : figure->images)
        image.id = {images_++};
    }
  }

  void meet(Inline& node) {
    if (auto* link = std::get_if<Link>(&node.is)) link->to.id = {links_++};
    if (auto* image = std::get_if<Image>(&node.is)) image->id = {images_++};
    if (auto* reference = std::get_if<NoteReference>(&node.is)) order_.meet(*reference);
  }

  Document& document_;
  NoteOrder order_;
  std::uint32_t headings_ = 0;
  std::uint32_t links_ = 0;
  std::uint32_t images_ = 0;
};

// --- References to nothing ---------------------------------------------------------------------

/// The next `[^label]` in a text from `at` on; the parser leaves it there where no note has the
/// label.
std::string_view next_reference(std::string_view text, std::size_t& at) {
  for (at = text.find("[^", at); at != std::string_view::npos; at = text.find("[^", at + 2)) {
    const std::size_t end = text.find_first_of("] \t[", at + 2);
    if (end != std::string_view::npos && text[end] == ']' && end > at + 2)
      return text.substr(at, end + 1 - at);
  }
  return {};
}

/// Lines that hold an escaped `\[^1]`, which was meant to be text. The answer for the last line is
/// kept: a line of a million nodes is read once.
class EscapedLines {
 public:
  explicit EscapedLines(const SourceMap& sources) : sources_(sources) {}

  bool holds(SourceSpan at) {
    if (at.file != file_ || at.first_line != line_) {
      file_ = at.file;
      line_ = at.first_line;
      holds_ = sources_.line(file_, line_).find("\\[^") != std::string_view::npos;
    }
    return holds_;
  }

 private:
  const SourceMap& sources_;
  FileId file_;
  std::uint32_t line_ = 0;
  bool holds_ = false;
};

void warn_of_undefined(const Inline& node, EscapedLines& escaped, Diagnostics& log) {
  const auto* text = std::get_if<Text>(&node.is);
  if (!text) return;
  std::size_t at = text->text.find("[^");
  if (at == std::string::npos || escaped.holds(node.at)) return;
  for (std::string_view reference = next_reference(text->text, at); !reference.empty();
       reference = next_reference(text->text, at)) {
    at += reference.size();
    const std::string label(reference);
    log.warn("note-undefined", node.at,
             {"没有脚注 " + label + "，按原文保留",
              "there is no footnote " + label + "; it stays as text"},
             {"在文末加一行 `" + label + ": …`", "add a line `" + label + ": …`"});
  }
}

}  // namespace

void number_nodes(Document& document, const SourceMap& sources, Diagnostics& log) {
  Numbering numbering(document);
  numbering.number();
  numbering.sort_notes(log);
  EscapedLines escaped(sources);
  for_each_part(document, kPassBy, [&](const Inlines& inlines) {
    for_each_inline(inlines, [&](const Inline& node) { warn_of_undefined(node, escaped, log); });
  });
}

}  // namespace keben::markdown
