// What an author meant, one question a pass, in the order in which they are asked
// (interpret.cc): each finds the tree as the passes above it left it.
//
// Raw HTML has a header of its own (raw_html.h). Passes work in place and never fail; each says
// what it warns of.
#pragma once

#include "base/diagnostic.h"
#include "base/source_map.h"
#include "config/options.h"
#include "model/document.h"

namespace keben::markdown {

/// `> [!NOTE] 标题` becomes an admonition: GitHub's alerts, Obsidian's callouts with their fold
/// marks.
void read_callouts(model::Document& document);

/// Fence info strings: `js{1,3} title="x"`, `rust,ignore`, `lang:file`, `[label]` settle a code
/// block's language, title and marked lines; ```math becomes a formula; tabs take their code's
/// titles.
void read_code_info(model::Document& document);

/// `[TOC]` and its kin, and the import lines of MDX, go: a book makes its own contents.
void drop_site_marks(model::Document& document);

/// kramdown's `{: .class #id}`, below a block or behind a link, goes; a heading keeps the id.
void read_attribute_lines(model::Document& document);

/// `{#id}` at a heading's end becomes its id.
void read_heading_ids(model::Document& document);

/// `![](a.png){width=50%}` and `![alt|350](a.png)` become size hints; alternative texts become
/// plain.
void read_image_attributes(model::Document& document);

/// Combining marks beyond 32 on a letter, where they came as references (`&#769;`): what was
/// written as it is has lost them already (`marks-too-many`).
void cut_surplus_marks(model::Document& document, Diagnostics& log);

/// Indents typed with U+3000, &emsp; or &nbsp; go: style indents paragraphs.
void strip_typed_indents(model::Document& document);

/// Lines that their author numbered by hand (`1、` `（一）` `①`), two or more in a row, become
/// paragraphs; in headings, cells and tight lists they stay lines.
void keep_numbered_lines(model::Document& document);

/// `术语`, and below it `: 释义`, become a list of definitions.
void read_definition_lists(model::Document& document);

/// An address alone in its paragraph becomes a link card. In lists, quotations and notes it stays a
/// link: there it names a source.
void make_link_cards(model::Document& document);

/// A picture alone on its line becomes a figure, its caption from the title, else from an
/// alternative text that says something. Notes alternative texts that are file names
/// (`image-alt-file-name`).
void make_figures(model::Document& document, Diagnostics& log);

/// Formulas are shown as their TeX: one note a text says so (`math-as-source`).
void note_math(const model::Document& document, Diagnostics& log);

/// `—— 作者` on a quotation's last line becomes its attribution.
void read_attributions(model::Document& document);

/// Links whose scheme runs programs or reads files lose it (`link-unsafe`), as do addresses over
/// the limit (`address-too-long`); their text stays.
void remove_unsafe_links(model::Document& document, const config::Limits& limits, Diagnostics& log);

/// Line ends of the source vanish between hanzi and become spaces elsewhere; texts that meet are
/// made one.
void join_lines(model::Document& document);

/// Title, date and language that front matter left open (decisions.md 3, 4): from the headings, the
/// file's name, the text. Notes a language that nothing tells (`language-unknown`).
void settle_meta(model::Document& document, Diagnostics& log);

/// Numbers headings, links, images and notes in reading order, body first, then notes; sorts the
/// notes by their first reference. Warns of references to no note (`note-undefined`) and notes
/// without reference (`note-unused`), which go.
void number_nodes(model::Document& document, const SourceMap& sources, Diagnostics& log);

}  // namespace keben::markdown
