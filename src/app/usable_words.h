// What a book is called, made fit to be written: titles and names also come from names of files,
// lists and flags, where anything may stand.
#pragma once

#include "base/diagnostic.h"
#include "model/collection.h"

namespace keben::app {

/// Titles, names and the like of a collection, its texts and its parts become lines of words
/// (`characters-unusable` where some had to be replaced); a name of nothing is none, and a title of
/// nothing is the language's word for that.
void make_words_usable(model::Collection& collection, Diagnostics& log);

}  // namespace keben::app
