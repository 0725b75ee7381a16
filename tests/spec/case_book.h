// What a case's input is read as.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "model/collection.h"
#include "tests/spec/spec_file.h"

namespace keben::spec {

/// The title of an essay that has none is its file's name: the same in every case, and not shown.
inline constexpr std::string_view kNoTitle = "example";

/// The input as a book of one, read all the way; an error where it cannot be. Its text is the first
/// in `sources`.
Result<model::Collection> read_book(const Case& written, SourceMap& sources, Diagnostics& log);

}  // namespace keben::spec
