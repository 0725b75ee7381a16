// From the texts to one collection: each read by itself, then what they have in common.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "base/stages.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::app {

/// The texts as written, before anyone interprets them.
struct ParsedTexts {
  std::vector<model::Document> documents;
  std::vector<std::size_t> unread;  // of these, by index: nothing but a name (--keep-going)
};

/// Reads the texts; `sources` then holds all of them, and `inputs` only their names. Where one of
/// several cannot be read the others are read all the same, so that `log` holds every error, and
/// then this fails, unless `keep_going` wants a book without it.
Result<ParsedTexts> parse_texts(Inputs& inputs, SourceMap& sources,
                                const config::ExportOptions& options, Stages& stages,
                                Diagnostics& log);

/// The collection that the texts make. Drafts found in a folder are left out with a note
/// (`draft-left-out`), empty texts with a warning (`text-empty`). Fails with Fault::document where
/// a text passes a limit or nothing is left.
///
/// @param title  of a collection that has none of its own
Result<model::Collection> read_manuscript(Inputs& inputs, const std::string& title,
                                          SourceMap& sources, const config::ExportOptions& options,
                                          Stages& stages, Diagnostics& log);

}  // namespace keben::app
