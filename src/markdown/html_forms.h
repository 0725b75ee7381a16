// Where raw HTML begins and ends, as CommonMark 0.29 has it (#html-blocks, #raw-html, #autolinks):
// of a text that no parser has seen yet.
#pragma once

#include <cstddef>
#include <string_view>

namespace keben::markdown {

/// Which of the seven forms of HTML blocks begins at the front of a line's text, 0 where none does.
/// The seventh, any tag alone on its line, may not stand right behind a paragraph's line.
int html_block_form(std::string_view line, bool behind_paragraph);

/// Whether a line ends a block of one of the first five forms; the others end at a blank line.
bool ends_html_block(int form, std::string_view line);

/// How many bytes the tag, comment or address in angle brackets takes at the front of `text`, which
/// is a `<`; 0 where there is none.
std::size_t length_of_html(std::string_view text);

/// What ends the instruction, declaration or character data that `text` begins with; empty where it
/// begins with none. Where that stands may be far away, or nowhere: who asks often remembers.
std::string_view closer_of_markup(std::string_view text);

/// The name of the tag that `text` begins with, `/` left out; empty where it begins with none.
std::string_view name_of_tag(std::string_view text);

}  // namespace keben::markdown
