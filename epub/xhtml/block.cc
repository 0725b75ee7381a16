// Blocks. The markup is what reading systems agree on (epub.md §2): one <p> a paragraph, no <br/>
// layouts, boxes as asides with their label in words, what the web folds laid open.
#include <algorithm>
#include <optional>

#include "base/overload.h"
#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace edition;

namespace {

const char* class_of(Align align) {
  switch (align) {
    case Align::none:
      return "";
    case Align::left:
      return "left";
    case Align::center:
      return "center";
    case Align::right:
      return "right";
  }
  return "";
}

const char* class_of(Box::Kind kind) {
  switch (kind) {
    case Box::Kind::note:
      return "box note";
    case Box::Kind::tip:
      return "box tip";
    case Box::Kind::info:
      return "box info";
    case Box::Kind::important:
      return "box important";
    case Box::Kind::warning:
      return "box warning";
    case Box::Kind::caution:
      return "box caution";
    case Box::Kind::success:
      return "box success";
    case Box::Kind::quote:
      return "box quote";
    case Box::Kind::other:
      return "box";
    case Box::Kind::folded:
      return "details";
    case Box::Kind::tab:
      return "tab";
  }
  return "box";
}

const char* element_of(model::MarkedLines::Mark mark) {
  switch (mark) {
    case model::MarkedLines::Mark::picked:
      return "mark";
    case model::MarkedLines::Mark::inserted:
      return "ins";
    case model::MarkedLines::Mark::deleted:
      return "del";
  }
  return "mark";
}

const char* heading_element(int level) {
  constexpr const char* kNames[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return kNames[std::clamp(level, 1, 6) - 1];
}

}  // namespace

void ChapterWriter::note_place(NodeId id) {
  const SourceSpan at = source_.edition.places[id.v];
  if (at.known()) places.emplace_back(out_.size(), at);
}

void ChapterWriter::blocks(const Blocks& all) {
  for (const Block& b : all)
    block(b);
}

void ChapterWriter::block(const Block& node) {
  note_place(node.id);
  mark_pages_before(node.id);
  std::visit(Overload{
                 [&](const Paragraph& b) { paragraph(b); },
                 [&](const Heading& b) { heading(b); },
                 [&](const Anchor& b) {
                   const Element anchor(out_, "div", {{"id", b.anchor}});
                   words(b.words);
                 },
                 [&](const Quote& b) { quote(b); },
                 [&](const List& b) { list(b); },
                 [&](const Code& b) { code(b, node.id); },
                 [&](const Table& b) { table(b, node.id); },
                 [&](const Rule&) { write_void(out_, "hr"); },
                 [&](const Figure& b) { figure(b); },
                 [&](const Box& b) { box(b); },
                 [&](const Formula& b) { formula(b, node.id); },
                 [&](const Definitions& b) { definitions(b); },
                 [&](const Card& b) { card(b); },
             },
             node.is);
  mark_pages_behind(node.id);
  out_.line();
}

void ChapterWriter::paragraph(const Paragraph& b) {
  const Element p(out_, "p");
  if (b.align != Align::none) out_.attribute("class", class_of(b.align));
  direction(b.direction);
  words(b.words);
}

/// Said where it is not the text's own, which the file says.
void ChapterWriter::direction(Direction direction) {
  const bool leftward = direction == Direction::leftward;
  if (leftward != model::runs_leftward(essay_.meta.language))
    out_.attribute("dir", leftward ? "rtl" : "ltr");
}

/// The element goes by rank, so that none is skipped (WCAG 1.3.1, Ace `heading-order`); the class
/// by the level that the author wrote, so that it looks as it was meant.
void ChapterWriter::heading(const Heading& b) {
  mark_pages_before(b.words.id);
  const std::string level = "level-" + std::to_string(b.level);
  const std::string align = b.align == Align::none ? "" : " " + std::string(class_of(b.align));
  const Element h(out_, heading_element(b.rank + ranks_above_),
                  {{"id", b.anchor}, {"class", level + align}});
  words(b.words);
}

void ChapterWriter::quote(const Quote& b) {
  const Element element(out_, "blockquote");
  out_.line();
  blocks(b.children);
  if (b.attribution.empty()) return;
  {
    const Element p(out_, "p", {{"class", "attribution"}});
    words(b.attribution);
  }
  out_.line();
}

/// An item says its number where it is not the one after that before.
void ChapterWriter::list(const List& b) {
  const bool bullets = b.mark == model::List::Mark::bullet;
  const bool tasks = std::any_of(b.items.begin(), b.items.end(),
                                 [](const ListItem& i) { return i.checked.has_value(); });
  const Element element(out_, bullets ? "ul" : "ol");
  if (tasks) out_.attribute("class", "tasks");
  std::uint32_t expected = b.items.front().number.value_or(1);
  if (expected != 1) out_.attribute("start", std::to_string(expected));
  out_.line();
  for (const ListItem& i : b.items) {
    {
      const Element li(out_, "li");
      if (i.number && *i.number != expected) out_.attribute("value", std::to_string(*i.number));
      expected = i.number.value_or(0) + 1;
      item(i, b.tight);
    }
    out_.line();
  }
}

/// A tight list's paragraphs lose their <p>, as in CommonMark. A task's box is a character that
/// says what it means.
void ChapterWriter::item(const ListItem& b, bool tight) {
  if (!b.children.empty()) note_place(b.children.front().id);
  if (b.checked) {
    const auto* own = b.children.empty() ? nullptr : std::get_if<Paragraph>(&b.children.front().is);
    if (own) mark_pages_before(own->words.id);  // the box is on that page too
    write_element(out_, "span",
                  {{"class", "task"},
                   {"role", "img"},
                   {"aria-label", std::string(*b.checked ? generated_.done : generated_.to_do)}},
                  *b.checked ? "☑" : "☐");
    out_.text(" ");
  }
  bool first = true;
  for (const Block& child : b.children) {
    const auto* own = std::get_if<Paragraph>(&child.is);
    const bool plain = own && own->align == Align::none;
    if (plain && (tight || (first && b.checked))) {
      if (!first) write_void(out_, "br");
      words(own->words);
    } else {
      if (first || tight) out_.line();
      block(child);
    }
    first = false;
  }
}

/// Code wraps rather than scrolls: a page has nowhere to scroll to. It is in no human language, so
/// nothing translates it. Where lines are marked, all are elements around whole lines: the text
/// stays as it is, and its edge straight.
void ChapterWriter::code(const Code& b, NodeId id) {
  std::optional<Element> box;
  if (!b.title.empty()) {
    box.emplace(out_, "figure", std::initializer_list<Attribute>{{"class", "code"}});
    write_element(out_, "figcaption", {}, b.title);
  }
  const Element pre(out_, "pre");
  const Element element(out_, "code");
  if (!b.language.empty()) out_.attribute("class", "language-" + b.language);
  out_.attribute("translate", "no");
  begin_words(id);
  const bool marked = std::any_of(b.lines.begin(), b.lines.end(),
                                  [](const CodeLine& line) { return line.mark.has_value(); });
  for (auto line = b.lines.begin(); line != b.lines.end();) {
    const auto mark = line->mark;
    std::optional<Element> run;
    if (marked) {
      run.emplace(out_, mark ? element_of(*mark) : "span",
                  std::initializer_list<Attribute>{{"class", "line"}});
    }
    std::string lines;
    for (; line != b.lines.end() && line->mark == mark; ++line)
      lines.append(line->code.text).append("\n");
    text(lines);
  }
  end_words();
}

/// A box's label stands in words, in the text's language: colour alone tells nothing to many
/// readers.
void ChapterWriter::box(const Box& b) {
  const bool folds = b.kind == Box::Kind::folded || b.kind == Box::Kind::tab;
  const std::string id = folds ? std::string() : fresh_id();
  const Element element(out_, folds ? "section" : "aside");
  if (!folds) out_.attribute("role", "note");
  out_.attribute("class", class_of(b.kind));
  if (!folds) out_.attribute("aria-labelledby", id);
  out_.line();
  if (!b.label.empty()) label(b.label, id);
  blocks(b.children);
}

/// The first line of a box; an empty `id` is none.
void ChapterWriter::label(const Passage& own, const std::string& id) {
  {
    const Element p(out_, "p", {{"class", "label"}});
    if (!id.empty()) out_.attribute("id", id);
    const Element strong(out_, "strong");
    words(own);
  }
  out_.line();
}

void ChapterWriter::formula(const Formula& b, NodeId id) {
  const Element pre(out_, "pre", {{"class", "math"}});
  const Element element(out_, "code", {{"translate", "no"}});
  begin_words(id);
  text(b.tex);
  end_words();
}

/// A last term without a definition gets an empty one, since HTML wants one.
void ChapterWriter::definitions(const Definitions& b) {
  const Element dl(out_, "dl");
  out_.line();
  for (const Definitions::Entry& entry : b.entries) {
    for (const Passage& term : entry.terms) {
      const Element dt(out_, "dt");
      words(term);
    }
    out_.line();
    for (const Blocks& definition : entry.definitions) {
      const Element dd(out_, "dd");
      blocks(definition);
    }
    if (entry.definitions.empty() && &entry == &b.entries.back()) write_element(out_, "dd", {}, {});
    out_.line();
  }
}

void ChapterWriter::card(const Card& b) {
  const Element p(out_, "p", {{"class", "card"}});
  if (b.to) {
    write_element(out_, "a", {{"href", href(*b.to)}}, b.title);
  } else {
    out_.text(b.title);
  }
  if (b.address.empty()) return;
  write_void(out_, "br");
  write_element(out_, "span", {{"class", "address"}}, b.address);
}

std::string ChapterWriter::fresh_id() {
  return chapter_stem(source_.edition.outline, id_) + "b" + std::to_string(++next_id_);
}

}  // namespace keben::epub
