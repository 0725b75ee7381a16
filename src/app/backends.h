// The formats that keben makes, as a table: a new backend is one row here and a folder beside epub/
// and pdf/.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "app/invocation.h"
#include "assets/asset_store.h"
#include "base/stages.h"
#include "edition/edition.h"
#include "edition/page_starts.h"
#include "fonts/catalog.h"

namespace keben::app {

/// All that a backend may read; it outlives the call.
struct Material {
  const edition::Edition& edition;
  const assets::AssetStore& pictures;
  std::optional<assets::AssetId> cover;  // in `pictures`
  const Result<fonts::Catalog>& faces;   // the reason where there are none
  const config::ExportOptions& options;
  const edition::PageStarts* pages = nullptr;  // of the PDF that this run has made before
};

struct MadeBook {
  Bytes bytes;
  std::size_t pages = 0;  // 0 where a format has none
  edition::PageStarts starts = {};
};

struct Backend {
  Format format;
  std::string_view name;    // "epub"
  std::string_view suffix;  // "epub", without the dot
  bool needs_faces;
  bool marks_pages;  // of a book of the same run that has them, and so is made after it
  Result<MadeBook> (*make)(const Material&, Stages&, Diagnostics&);
};

std::span<const Backend> backends();
const Backend& backend_of(Format format);

}  // namespace keben::app
