// What CommonMark leaves in the text and authors mean otherwise: wiki links, ruby, `:smile:`,
// `^[notes]`, addresses in full-width brackets.
//
// CommonMark has decided what is code, emphasis, a link; these constructs stand in what is left,
// so they are read from the tree's texts, one list of inlines at a time. Where the author escaped
// a mark, the text holds kEscape (stand_ins.h) before it, for this pass and those behind it that
// look at marks (interpret.cc).
#pragma once

#include "base/diagnostic.h"
#include "model/document.h"

namespace keben::markdown {

/// Takes kEscape out of all texts.
void unmark_texts(model::Document& document);

/// Reads them all, in body and notes; inline notes are added to the notes. Warns of links and
/// pictures that were mended (`link-wide-bracket`, `image-space`) and of `**` that stayed text
/// (`emphasis-literal`).
void read_text_constructs(model::Document& document, Diagnostics& log);

}  // namespace keben::markdown
