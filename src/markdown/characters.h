// Characters that neither XML nor PDF can hold, where they come in by another door than the file's
// bytes: as references (`&#1;`), as escapes of front matter, in names of files.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic.h"
#include "markdown/value.h"
#include "model/document.h"

namespace keben::markdown {

/// Drops controls, and puts U+FFFD for what is no character (decisions.md 2).
///
/// @returns how many they were
std::size_t replace_unusable(std::string& text);

/// A title or a name from where anything may stand (a file's name, a list, a flag): valid UTF-8,
/// one line without white space around it, no such characters. Empty where nothing is left.
///
/// @param count  grows by how many were replaced
std::string usable_words(std::string words, std::size_t& count);

/// `characters-unusable`, where the first of them stands.
void warn_of_characters(std::size_t count, SourceSpan first, Diagnostics& log);

/// Both, for what a document and its front matter say.
void replace_unusable(model::Document& document, Diagnostics& log);
void replace_unusable(Fields& fields, Diagnostics& log);

}  // namespace keben::markdown
