// Every text of a book by itself, before any of them knows of the others: read at the same time,
// joined in their order.
#pragma once

#include <cstddef>
#include <vector>

#include "app/inputs.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "base/stages.h"
#include "config/options.h"
#include "model/document.h"

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

/// Says of each what its author meant (markdown/read.h), at the same time too.
void interpret_texts(std::vector<model::Document>& documents, const SourceMap& sources,
                     const config::ExportOptions& options, Stages& stages, Diagnostics& log);

}  // namespace keben::app
