// The author's own stylesheet, made one that a book may have.
//
// A book holds no files beside it and fetches nothing (EPUB 3.3 #sec-resource-locations), so what a
// sheet asks for goes, declaration by declaration; a sheet that does not end what it begins is
// refused, since nobody knows what its author meant.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"

namespace keben::app {

/// @param file  that the text is in the source map, for messages' places
/// Warns of what is left out (`css-dropped`). Fails with Fault::usage (`css-invalid`).
Result<std::string> usable_stylesheet(std::string_view css, FileId file, Diagnostics& log);

}  // namespace keben::app
