// What to say of a book that fails its own check: a mistake of ours, but one that a text brought
// out, and so the text's place is what its author needs to go on without it.
#pragma once

#include <vector>

#include "base/result.h"
#include "epub/check/finding.h"
#include "epub/export/detail/pictures.h"
#include "epub/export/export_epub.h"
#include "epub/xhtml/chapter.h"

namespace keben::epub {

/// What a book was written from, by its files; borrowed for the call.
struct Origins {
  const Source& source;
  const std::vector<ChapterId>& chapters;
  const std::vector<ChapterFile>& texts;  // of the chapters
  const BookPictures& pictures;
};

/// The place that a file's line comes from: a text's block, or where a picture is first shown.
/// Unknown for files that no one text stands behind.
SourceSpan place_of(const Finding& finding, const Origins& origins);

/// `epub-invalid`, at that place.
Error refusal_of(const Finding& finding, const Origins& origins);

/// The folder of the book's files in the container.
inline constexpr const char* kFolder = "epub/";

}  // namespace keben::epub
