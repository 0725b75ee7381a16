// Notes that pop up where a reading system can do that, and stand at the file's end everywhere.
//
// The form is the one that all of them take (epub.md 23): the mark is plain text in its link, each
// note is an aside of its own in the same file, and the way back comes first in it, since Kindle
// would otherwise run notes together. The section is no `doc-endnotes`: its children are footnotes.
#include <algorithm>
#include <span>

#include "epub/xhtml/detail/chapter_writer.h"
#include "model/walk.h"

namespace keben::epub {

using namespace model;

namespace {

void append_references(std::span<const Block> blocks, std::vector<NoteReference>& out) {
  for_each_block(
      blocks, [](const Block&) {},
      [&](const Inlines& inlines) {
        for_each_inline(inlines, [&](const Inline& node) {
          if (const auto* reference = std::get_if<NoteReference>(&node.is))
            out.push_back(*reference);
        });
      });
}

}  // namespace

void ChapterWriter::note_mark(const NoteReference& n) {
  if (in_link_) {
    after_link_.push_back(n);
    return;
  }
  const std::size_t chapter = own_outline().note_chapter[n.note.v];
  const std::string file =
      chapter == id_.chapter ? "" : chapter_file(source_.outline, {id_.document, chapter});
  const Element sup(out_, "sup");
  write_element(out_, "a",
                {{"class", "noteref"},
                 {"epub:type", "noteref"},
                 {"role", "doc-noteref"},
                 {"href", file + "#" + note_id(id_.document, n.note)},
                 {"id", note_mark_id(id_.document, n.note, n.occurrence)}},
                std::to_string(n.note.v + 1));
}

void ChapterWriter::notes() {
  const std::vector<std::size_t>& chapters = own_outline().note_chapter;
  if (std::find(chapters.begin(), chapters.end(), id_.chapter) == chapters.end()) return;
  find_marks();
  const Element section(out_, "section",
                        {{"class", "notes"},
                         {"epub:type", "footnotes"},
                         {"aria-label", std::string(generated_.notes)}});
  out_.line();
  for (std::uint32_t n = 0; n < chapters.size(); ++n) {
    if (chapters[n] == id_.chapter) note({n});
  }
}

/// All references in this file, those in its notes included, by note and in reading order.
void ChapterWriter::find_marks() {
  const outline::DocumentOutline& own = own_outline();
  const outline::Chapter& chapter = own.chapters[id_.chapter];
  const std::span<const Block> text(document_.blocks);
  append_references(text.subspan(chapter.first_block, chapter.end_block - chapter.first_block),
                    marks_);
  for (std::size_t n = 0; n < own.note_chapter.size(); ++n) {
    if (own.note_chapter[n] == id_.chapter) append_references(document_.notes[n].children, marks_);
  }
  std::stable_sort(marks_.begin(), marks_.end(),
                   [](const NoteReference& a, const NoteReference& b) { return a.note < b.note; });
}

/// The way back stands in the note's first paragraph where it has one.
void ChapterWriter::note(NoteId id) {
  const Note& note = document_.notes[id.v];
  note_place(note.at);
  {
    const Element aside(
        out_, "aside",
        {{"epub:type", "footnote"}, {"role", "doc-footnote"}, {"id", note_id(id_.document, id)}});
    const auto* first =
        note.children.empty() ? nullptr : std::get_if<Paragraph>(&note.children.front().is);
    {
      const Element p(out_, "p");
      back_links(id);
      if (first) content(first->content);
    }
    for (std::size_t i = first ? 1 : 0; i < note.children.size(); ++i)
      block(note.children[i]);
  }
  out_.line();
}

/// To each place in this file that refers to the note: `1`, or `1 1-2 1-3` where there are several.
void ChapterWriter::back_links(NoteId id) {
  const std::string number = std::to_string(id.v + 1);
  std::string words = number;
  std::size_t links = 0;
  const auto first =
      std::lower_bound(marks_.begin(), marks_.end(), id,
                       [](const NoteReference& mark, NoteId wanted) { return mark.note < wanted; });
  for (auto mark = first; mark != marks_.end() && mark->note == id; ++mark) {
    if (links++ > 0) words = number + "-" + std::to_string(links);
    write_element(out_, "a",
                  {{"class", "backlink"},
                   {"href", "#" + note_mark_id(id_.document, id, mark->occurrence)},
                   {"role", "doc-backlink"},
                   {"aria-label", std::string(generated_.back_to_text) + " " + words}},
                  words);
    out_.text(" ");
  }
  if (links == 0) out_.text(number + " ");
}

}  // namespace keben::epub
