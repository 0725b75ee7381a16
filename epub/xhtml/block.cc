// Blocks. The markup is what reading systems agree on (epub.md §2): one <p> a paragraph, no <br/>
// layouts, boxes as asides with their label in words, what the web folds laid open.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/overload.h"
#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace model;

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

const char* class_of(Admonition::Kind kind) {
  switch (kind) {
    case Admonition::Kind::note:
      return "box note";
    case Admonition::Kind::tip:
      return "box tip";
    case Admonition::Kind::info:
      return "box info";
    case Admonition::Kind::important:
      return "box important";
    case Admonition::Kind::warning:
      return "box warning";
    case Admonition::Kind::caution:
      return "box caution";
    case Admonition::Kind::success:
      return "box success";
    case Admonition::Kind::quote:
      return "box quote";
    case Admonition::Kind::other:
      return "box";
  }
  return "box";
}

const char* element_of(MarkedLines::Mark mark) {
  switch (mark) {
    case MarkedLines::Mark::picked:
      return "mark";
    case MarkedLines::Mark::inserted:
      return "ins";
    case MarkedLines::Mark::deleted:
      return "del";
  }
  return "mark";
}

/// Takes that many lines, ends and all, off the front of `rest`.
std::string take_lines(std::string_view& rest, std::uint32_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < rest.size(); --count)
    end = std::min(rest.find('\n', end), rest.size() - 1) + 1;
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end);
  return std::string(taken);
}

const char* heading_element(int level) {
  constexpr const char* kNames[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return kNames[std::clamp(level, 1, 6) - 1];
}

}  // namespace

void ChapterWriter::note_place(SourceSpan at) {
  if (at.known()) places.emplace_back(out_.size(), at);
}

void ChapterWriter::blocks(const Blocks& all) {
  for (const Block& b : all)
    block(b);
}

void ChapterWriter::block(const Block& node) {
  note_place(node.at);
  mark_pages_before(&node);
  std::visit(
      Overload{
          [&](const Paragraph& b) { paragraph(b); }, [&](const Heading& b) { heading(b); },
          [&](const Quote& b) { quote(b); }, [&](const List& b) { list(b); },
          [&](const CodeBlock& b) { code(b); }, [&](const Table& b) { table(b, node.at); },
          [&](const ThematicBreak&) { write_void(out_, "hr"); },
          [&](const Figure& b) { figure(b, node.at); }, [&](const Admonition& b) { admonition(b); },
          [&](const Details& b) { details(b); }, [&](const MathBlock& b) { math(b); },
          [&](const DefinitionList& b) { definitions(b); }, [&](const LinkCard& b) { card(b); },
          [&](const Tabs& b) { tabs(b); }, [&](const Division& b) { division(b); },
          [](const RawBlock&) {},  // interpreted by the reader; never passed through
      },
      node.is);
  mark_pages_behind(&node);
  out_.line();
}

void ChapterWriter::paragraph(const Paragraph& b) {
  const Element p(out_, "p");
  if (b.align != Align::none) out_.attribute("class", class_of(b.align));
  content(b.content);
}

/// The element goes by rank, so that none is skipped (WCAG 1.3.1, Ace `heading-order`); the class
/// by the level that the author wrote, so that it looks as it was meant.
void ChapterWriter::heading(const Heading& b) {
  const outline::HeadingPlace& place = source_.outline.at(id_.document, b.id);
  if (place.text.empty()) {  // nothing to read out: no heading, but links may still lead here
    const Element anchor(out_, "div", {{"id", place.anchor}});
    content(b.content);
    return;
  }
  mark_pages_before(&b.content);
  const Element h(out_, heading_element(place.rank + ranks_above_),
                  {{"id", place.anchor}, {"class", "level-" + std::to_string(b.level)}});
  content(b.content);
}

void ChapterWriter::quote(const Quote& b) {
  const Element element(out_, "blockquote");
  out_.line();
  blocks(b.children);
  if (b.attribution.empty()) return;
  {
    const Element p(out_, "p", {{"class", "attribution"}});
    content(b.attribution);
  }
  out_.line();
}

void ChapterWriter::list(const List& b) {
  if (b.items.empty()) return;
  const bool bullets = b.mark == List::Mark::bullet;
  const bool tasks = std::any_of(b.items.begin(), b.items.end(),
                                 [](const ListItem& i) { return i.checked.has_value(); });
  const Element element(out_, bullets ? "ul" : "ol");
  if (tasks) out_.attribute("class", "tasks");
  if (!bullets && b.start != 1) out_.attribute("start", std::to_string(b.start));
  out_.line();
  for (const ListItem& i : b.items) {
    item(i, b.tight);
    out_.line();
  }
}

/// A tight list's paragraphs lose their <p>, as in CommonMark. A task's box is a character that
/// says what it means.
void ChapterWriter::item(const ListItem& b, bool tight) {
  note_place(b.at);
  const Element li(out_, "li");
  if (b.checked) {
    const auto* words =
        b.children.empty() ? nullptr : std::get_if<Paragraph>(&b.children.front().is);
    if (words) mark_pages_before(&words->content);  // the box is on that page too
    write_element(out_, "span",
                  {{"class", "task"},
                   {"role", "img"},
                   {"aria-label", std::string(*b.checked ? generated_.done : generated_.to_do)}},
                  *b.checked ? "☑" : "☐");
    out_.text(" ");
  }
  bool first = true;
  for (const Block& child : b.children) {
    const Paragraph* words = std::get_if<Paragraph>(&child.is);
    if (words && (tight || (first && b.checked))) {
      if (!first) write_void(out_, "br");
      content(words->content);
    } else {
      if (first || tight) out_.line();
      block(child);
    }
    first = false;
  }
}

/// Code wraps rather than scrolls: a page has nowhere to scroll to. It is in no human language, so
/// nothing translates it. Where lines are marked, all are elements around whole lines:
/// the text stays as it is, and its edge straight.
void ChapterWriter::code(const CodeBlock& b) {
  std::optional<Element> box;
  if (!b.title.empty()) {
    box.emplace(out_, "figure", std::initializer_list<Attribute>{{"class", "code"}});
    write_element(out_, "figcaption", {}, b.title);
  }
  const Element pre(out_, "pre");
  const Element element(out_, "code");
  if (!b.language.empty()) out_.attribute("class", "language-" + b.language);
  out_.attribute("translate", "no");
  begin_words(&b);
  std::string_view rest = b.text;
  std::uint32_t line = 1;
  const auto unmarked = [&](const std::string& lines) {
    if (lines.empty()) return;
    const Element span(out_, "span", {{"class", "line"}});
    words(lines);
  };
  for (const MarkedLines& m : b.marked) {
    unmarked(take_lines(rest, m.first - line));
    {
      const Element marked(out_, element_of(m.mark), {{"class", "line"}});
      words(take_lines(rest, m.last - m.first + 1));
    }
    line = m.last + 1;
  }
  if (b.marked.empty()) {
    words(b.text);
  } else {
    unmarked(std::string(rest));
  }
  end_words();
}

/// A box's label stands in words, in the text's language: colour alone tells nothing to many
/// readers.
void ChapterWriter::admonition(const Admonition& b) {
  const std::string id = fresh_id();
  const Element aside(out_, "aside",
                      {{"role", "note"}, {"class", class_of(b.kind)}, {"aria-labelledby", id}});
  out_.line();
  label(b.title, std::string(admonition_label(b.kind, document_.meta.language.convention)), id);
  blocks(b.children);
}

void ChapterWriter::details(const Details& b) {
  const Element section(out_, "section", {{"class", "details"}});
  out_.line();
  if (!b.summary.empty()) label(b.summary, {}, {});
  blocks(b.children);
}

void ChapterWriter::math(const MathBlock& b) {
  const Element pre(out_, "pre", {{"class", "math"}});
  const Element element(out_, "code", {{"translate", "no"}});
  begin_words(&b);
  words(b.tex);
  end_words();
}

/// What stands before the first term defines nothing, and comes before the list; a last term
/// without a definition gets an empty one, since HTML wants one.
void ChapterWriter::definitions(const DefinitionList& b) {
  auto entry = b.entries.begin();
  for (; entry != b.entries.end() && entry->terms.empty(); ++entry) {
    for (const Blocks& definition : entry->definitions)
      blocks(definition);
  }
  if (entry == b.entries.end()) return;
  const Element dl(out_, "dl");
  out_.line();
  for (; entry != b.entries.end(); ++entry) {
    for (const Inlines& term : entry->terms) {
      const Element dt(out_, "dt");
      content(term);
    }
    out_.line();
    for (const Blocks& definition : entry->definitions) {
      const Element dd(out_, "dd");
      blocks(definition);
    }
    if (entry->definitions.empty() && std::next(entry) == b.entries.end())
      write_element(out_, "dd", {}, {});
    out_.line();
  }
}

void ChapterWriter::card(const LinkCard& b) {
  const std::string address = href(source_.outline.at(id_.document, b.to.id));
  const std::string& title = b.title.empty() ? b.to.destination : b.title;
  const Element p(out_, "p", {{"class", "card"}});
  if (address.empty()) {
    out_.text(title);
    return;
  }
  write_element(out_, "a", {{"href", address}}, title);
  if (b.title.empty() || b.title == b.to.destination) return;
  write_void(out_, "br");
  write_element(out_, "span", {{"class", "address"}}, b.to.destination);
}

void ChapterWriter::tabs(const Tabs& b) {
  const Element all(out_, "div", {{"class", "tabs"}});
  out_.line();
  for (const Tabs::Tab& tab : b.tabs) {
    {
      const Element one(out_, "div", {{"class", "tab"}});
      out_.line();
      if (!tab.title.empty()) label(tab.title, {}, {});
      blocks(tab.children);
    }
    out_.line();
  }
}

void ChapterWriter::division(const Division& b) {
  const Element div(out_, "div");
  if (b.align != Align::none) out_.attribute("class", class_of(b.align));
  out_.line();
  blocks(b.children);
}

/// The first line of a box. `fallback` serves where the author gave no words; an empty `id` is
/// none.
void ChapterWriter::label(const Inlines& words, const std::string& fallback,
                          const std::string& id) {
  {
    const Element p(out_, "p", {{"class", "label"}});
    if (!id.empty()) out_.attribute("id", id);
    const Element strong(out_, "strong");
    if (words.empty()) {
      out_.text(fallback);
    } else {
      content(words);
    }
  }
  out_.line();
}

std::string ChapterWriter::fresh_id() {
  return chapter_stem(source_.outline, id_) + "b" + std::to_string(++next_id_);
}

}  // namespace keben::epub
