// A page that says that a text is missing, in the text's place (`--keep-going`).
#pragma once

#include <vector>

#include "app/backends.h"
#include "app/preparation.h"
#include "base/result.h"
#include "model/document.h"

namespace keben::app {

/// The document keeps its title, and says nothing but that it could not be made.
void say_missing(model::Document& document);

/// Makes a book. With `keep_going`, where a text of a collection is refused by the format's own
/// check, a page stands in its place and the book is made again; `ready` is changed so.
///
/// @param refused  gets why, for each such text
Result<MadeBook> make_without_refused(const Backend& backend, Preparation& ready,
                                      const config::ExportOptions& options,
                                      const edition::PageStarts* pages, Stages& stages,
                                      Diagnostics& log, std::vector<Error>& refused);

}  // namespace keben::app
