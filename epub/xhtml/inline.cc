// What stands inside a line.
#include <utility>

#include "base/overload.h"
#include "base/utf8.h"
#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace edition;
using model::Style;

namespace {

const char* element_of(Style style) {
  switch (style) {
    case Style::emphasis:
      return "em";
    case Style::strong:
      return "strong";
    case Style::strike:
      return "del";
    case Style::mark:
      return "mark";
    case Style::insert:
      return "ins";
    case Style::underline:
      return "u";
    case Style::subscript:
      return "sub";
    case Style::superscript:
      return "sup";
    case Style::keyboard:
      return "kbd";
    case Style::small:
      return "small";
  }
  return "span";
}

/// Whether some words hold hanzi, kana or hangul.
bool has_east_asian(const std::string& words) {
  for (std::size_t at = 0; at < words.size();) {
    const utf8::Decoded d = utf8::decode(words, at);
    const char32_t c = d.code_point;
    if ((c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000) return true;
    at = d.next;
  }
  return false;
}

}  // namespace

/// Marks of pages that begin with a node, where they stand before its element.
void ChapterWriter::mark_pages_before(NodeId node) {
  if (!source_.pages) return;
  for (const PageStart& start : source_.pages->in(node))
    if (start.place.characters == 0) mark_page(start);
}

/// Of pages that have only what waited for them, when all text up to the end of the node is said.
void ChapterWriter::mark_pages_behind(NodeId node) {
  if (!source_.pages) return;
  for (const PageStart& start : source_.pages->in(node))
    if (start.place.characters == TextPlace::kBehind) mark_page(start);
}

void ChapterWriter::mark_page(const PageStart& start) {
  write_page_mark(out_, start.label);
  pages.push_back(start.label);
  facts.pages = true;
}

/// From here on the author's words of a node, until `end_words`; what begins with it may have been
/// marked before its element.
void ChapterWriter::begin_words(NodeId node) {
  if (!source_.pages) return;
  due_ = source_.pages->in(node);
  characters_ = 0;
  while (!due_.empty() && !pages.empty() && pages.back() == due_.front().label)
    due_ = due_.subspan(1);
}

void ChapterWriter::end_words() {
  for (const PageStart& start : std::exchange(due_, {}))
    mark_page(start);
}

/// A text with the marks of the pages that begin within it.
void ChapterWriter::text(const std::string& words) {
  if (due_.empty()) return out_.text(words);
  std::size_t written = 0;
  for (std::size_t at = 0; at < words.size(); at = utf8::decode(words, at).next) {
    for (; !due_.empty() && due_.front().place.characters <= characters_; due_ = due_.subspan(1)) {
      if (at > written) out_.text(words.substr(written, at - written));
      written = at;
      mark_page(due_.front());
    }
    ++characters_;
  }
  out_.text(words.substr(written));
}

void ChapterWriter::words(const Passage& words) {
  begin_words(words.id);
  inlines(words.inlines);
  end_words();
}

void ChapterWriter::inlines(const Inlines& all) {
  for (const Inline& node : all)
    one(node);
}

void ChapterWriter::one(const Inline& node) {
  std::visit(Overload{
                 [&](const Text& n) { text(n.text); },
                 [&](const LineBreak&) {
                   write_void(out_, "br");
                   ++characters_;
                 },
                 [&](const CodeText& n) {
                   const Element code(out_, "code");
                   text(n.text);
                 },
                 [&](const Styled& n) { styled(n); },
                 [&](const Link& n) { link(n); },
                 [&](const Picture& n) { file_of(n) ? picture(n) : missing_picture_inline(n); },
                 [&](const NoteMark& n) { note_mark(n); },
                 [&](const Formula& n) {
                   const Element code(
                       out_, "code",
                       {{"class", n.display ? "math display" : "math"}, {"translate", "no"}});
                   text(n.tex);
                 },
                 [&](const Ruby& n) { ruby(n); },
                 [&](const Foreign& n) {
                   const Element span(out_, "span", {{"lang", n.tag}, {"xml:lang", n.tag}});
                   inlines(n.children);
                 },
             },
             node.is);
}

/// Hanzi are never slanted: emphasis over them is dots (着重号, CLREQ #emphasis_dots), which the
/// stylesheet gives to the class; over Latin words alone it is italics.
void ChapterWriter::styled(const Styled& n) {
  const Element element(out_, element_of(n.style));
  if (n.style == Style::emphasis && has_east_asian(plain_text(n.children)))
    out_.attribute("class", "dots");
  inlines(n.children);
}

void ChapterWriter::link(const Link& n) {
  const Element a(out_, "a", {{"href", href(n.to)}});
  if (!n.title.empty()) out_.attribute("title", n.title);
  if (n.shows_address) out_.attribute("class", "url");
  in_link_ = true;
  inlines(n.children);
  in_link_ = false;
}

/// Brackets for reading systems that do not know ruby.
void ChapterWriter::ruby(const Ruby& n) {
  facts.ruby = true;
  const Element element(out_, "ruby");
  for (const model::Ruby::Pair& pair : n.pairs) {
    text(pair.base);
    if (pair.annotation.empty()) continue;
    write_element(out_, "rp", {}, "（");
    write_element(out_, "rt", {}, pair.annotation);
    write_element(out_, "rp", {}, "）");
  }
}

}  // namespace keben::epub
