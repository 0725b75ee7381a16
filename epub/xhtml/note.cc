// Notes that pop up where a reading system can do that, and stand at the file's end everywhere.
//
// The form is the one that all of them take (epub.md 23): the mark is plain text in its link, each
// note is an aside of its own in the same file, and the way back comes first in it, since Kindle
// would otherwise run notes together. The section is no `doc-endnotes`: its children are footnotes.
#include <algorithm>

#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace edition;

void ChapterWriter::note_mark(const NoteMark& n) {
  const std::size_t chapter = own_outline().note_chapter[n.note];
  const std::string file =
      chapter == id_.chapter ? "" : chapter_file(source_.edition.outline, {id_.document, chapter});
  const Element sup(out_, "sup");
  write_element(out_, "a",
                {{"class", "noteref"},
                 {"epub:type", "noteref"},
                 {"role", "doc-noteref"},
                 {"href", file + "#" + note_id(id_.document, {n.note})},
                 {"id", note_mark_id(id_.document, {n.note}, n.occurrence)}},
                std::to_string(n.note + 1));
}

void ChapterWriter::notes() {
  const std::vector<std::size_t>& chapters = own_outline().note_chapter;
  if (std::find(chapters.begin(), chapters.end(), id_.chapter) == chapters.end()) return;
  const Element section(out_, "section",
                        {{"class", "notes"},
                         {"epub:type", "footnotes"},
                         {"aria-label", std::string(generated_.notes)}});
  out_.line();
  for (std::uint32_t n = 0; n < chapters.size(); ++n) {
    if (chapters[n] == id_.chapter) note(n);
  }
}

/// The way back stands in the note's first paragraph where it has one.
void ChapterWriter::note(std::uint32_t number) {
  const Blocks& children = essay_.notes[number].children;
  if (!children.empty()) note_place(children.front().id);
  {
    const Element aside(out_, "aside",
                        {{"epub:type", "footnote"},
                         {"role", "doc-footnote"},
                         {"id", note_id(id_.document, {number})}});
    const auto* first = children.empty() ? nullptr : std::get_if<Paragraph>(&children.front().is);
    {
      const Element p(out_, "p");
      back_links(number);
      if (first) words(first->words);
    }
    for (std::size_t i = first ? 1 : 0; i < children.size(); ++i)
      block(children[i]);
  }
  out_.line();
}

/// To each place in this file that refers to the note: `1`, or `1 1-2 1-3` where there are several.
void ChapterWriter::back_links(std::uint32_t note) {
  const std::string number = std::to_string(note + 1);
  const std::vector<std::size_t>& marks = essay_.notes[note].marks;
  std::string words = number;
  std::size_t links = 0;
  for (std::uint32_t occurrence = 0; occurrence < marks.size(); ++occurrence) {
    if (marks[occurrence] != id_.chapter) continue;
    if (links++ > 0) words = number + "-" + std::to_string(links);
    write_element(out_, "a",
                  {{"class", "backlink"},
                   {"href", "#" + note_mark_id(id_.document, {note}, occurrence)},
                   {"role", "doc-backlink"},
                   {"aria-label", std::string(generated_.back_to_text) + " " + words}},
                  words);
    out_.text(" ");
  }
  if (links == 0) out_.text(number + " ");
}

}  // namespace keben::epub
