// Texts built from values, as short as the Markdown that they stand for: fixtures for every room
// past the reader.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/collection.h"

namespace keben::test {

model::Inline text(std::string words);
model::Inline styled(model::Style style, model::Inlines children);
model::Inline link(std::string destination, model::Inlines children);
model::Inline image(std::string source, std::string alt);
/// A reference to the note of this index; occurrences are counted by `numbered`.
model::Inline note_mark(std::uint32_t note);

model::Block paragraph(model::Inlines content);
model::Block paragraph(std::string words);
model::Block heading(int level, std::string words, std::string given_id = {});
model::Block figure(std::string source, std::string alt, std::string caption = {});

/// Numbers headings, links and images of a document in reading order, notes' own last, and counts
/// the references to each note, as the reader does.
model::Document numbered(model::Document document);

/// A Chinese essay at `path`, numbered.
model::Document essay(std::string path, std::string title, model::Blocks blocks,
                      std::vector<model::Note> notes = {});

/// A collection of one, with the essay's own metadata.
model::Collection book_of(model::Document document);

inline const model::Language kChinese{"zh-CN", model::Convention::hans};

}  // namespace keben::test
