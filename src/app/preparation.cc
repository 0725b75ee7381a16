#include "app/preparation.h"

#include <utility>

#include "app/front_cover.h"
#include "app/progress_line.h"
#include "app/project_root.h"
#include "assets/resolve.h"
#include "net/http_fetcher.h"

namespace keben::app {
namespace {

Result<fonts::Catalog> no_faces_wanted() {
  return failure({.fault = Fault::bug, .code = "faces-unwanted", .what = {"未取字体", "no faces"}});
}

}  // namespace

Result<Preparation> prepare(model::Collection collection, const std::filesystem::path& folder,
                            bool needs_faces, const config::ExportOptions& options,
                            const Voice& voice, Stages& stages, Diagnostics& log) {
  Preparation out{std::move(collection), {}, {}, {}, no_faces_wanted(), {}};
  out.outline = stages.timed("outline", [&] { return outline::make_outline(out.collection, log); });
  out.edition = outline::edition_of(out.collection, options.source_date_epoch);
  out.pictures = stages.timed("images", [&] {
    ProgressLine line(voice);
    net::HttpFetcher fetcher(options.fetch, nullptr,
                             [&](const net::Progress& progress) { line.show(progress); });
    const std::filesystem::path root = settled_root(options.root, folder);
    return assets::resolve(out.collection, root, fetcher, options.fetch, options.jobs, log);
  });
  const bool embeds = options.epub.fonts != config::EmbeddedType::none;
  if (needs_faces || embeds || draws_cover(out.pictures, options.cover)) {
    out.faces =
        stages.timed("fonts", [&] { return fonts::Catalog::open(options.pdf.font_folders); });
  }
  Result<std::optional<assets::Asset>> cover = stages.timed("cover", [&] {
    return front_cover(out.collection, out.pictures, out.faces ? &*out.faces : nullptr, options);
  });
  if (!cover) return failure(cover.error());
  if (*cover) out.cover = out.pictures.add(std::move(**cover));
  return out;
}

}  // namespace keben::app
