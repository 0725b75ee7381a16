// Where a document is cut into chapters, and which chapter each note belongs to.
//
// One XHTML per essay, unless it is long or is a whole book in one file (decisions.md 10): an only
// input with several H1 is cut at them, and whatever is over 260 KB is cut at its highest level of
// headings, again and again, since old reading systems (Adobe's mobile kit) refuse larger files.
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"
#include "outline/headings.h"
#include "outline/outline.h"

namespace keben::outline {

/// Cuts a document; the chapters cover all of its blocks in order and are at least one.
///
/// @param only  whether it is the only one of its collection
std::vector<Chapter> cut_chapters(const model::Document& document,
                                  const std::vector<FoundHeading>& found, bool only);

/// For each note, the chapter that first refers to it, directly or from another note of its own.
/// A note that nothing refers to belongs to the last chapter.
std::vector<std::size_t> chapters_of_notes(const model::Document& document,
                                           const std::vector<Chapter>& chapters);

/// How many characters a reader sees of a document, its notes apart.
std::size_t characters_in(const model::Document& document);

/// Whether the highest headings of an only document open the chapters of a book rather than the
/// sections of an essay. Both are written as `#`; what tells them apart is length, since no reader
/// wants a new page every minute: on average at least 4,000 characters a chapter (some eight pages
/// of A5). Headings that call themselves chapters (第三章, 第12回, Chapter 4) settle it at any
/// length.
bool chapters_open_pages(const model::Document& document, const DocumentOutline& outline);

}  // namespace keben::outline
