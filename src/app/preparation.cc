#include "app/preparation.h"

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/front_cover.h"
#include "app/progress_line.h"
#include "app/project_root.h"
#include "assets/resolve.h"
#include "base/parallel.h"
#include "net/http_fetcher.h"

namespace keben::app {
namespace {

Result<fonts::Catalog> no_faces_wanted() {
  return failure({.fault = Fault::bug, .code = "faces-unwanted", .what = {"未取字体", "no faces"}});
}

/// A book without a drawn cover is a book still.
void warn_of_no_cover(const Error& why, Diagnostics& log) {
  log.warn("cover-failed", {}, {"没有画封面：" + why.what.zh, "no cover is drawn: " + why.what.en},
           why.hint);
}

/// What the stages of preparation read and write.
class Preparing {
 public:
  Preparing(Preparation& out, const std::filesystem::path& folder,
            const config::ExportOptions& options, const Voice& voice)
      : out_(out), folder_(folder), options_(options), voice_(voice) {}

  void open_faces(Stages& stages) {
    out_.faces =
        stages.timed("fonts", [&] { return fonts::Catalog::open(options_.pdf.font_folders); });
  }

  void resolve_pictures(Stages& stages, Diagnostics& log) {
    out_.pictures = stages.timed("images", [&] {
      ProgressLine line(voice_);
      net::HttpFetcher fetcher(options_.fetch, nullptr,
                               [&](const net::Progress& progress) { line.show(progress); });
      const std::filesystem::path root = settled_root(options_.root, folder_);
      return assets::resolve(out_.collection, root, fetcher, options_.fetch, options_.jobs, log);
    });
  }

  /// The pictures, and meanwhile, since a disk or a server may have to be waited for, a cover that
  /// needs none of them.
  std::optional<Result<std::optional<assets::Asset>>> resolve_and_draw(Stages& stages,
                                                                       Diagnostics& log) {
    std::optional<Result<std::optional<assets::Asset>>> drawn;
    using Task = std::function<void(Stages&)>;
    std::vector<Task> tasks;
    tasks.emplace_back([&](Stages& own) { resolve_pictures(own, log); });
    tasks.emplace_back([&](Stages& own) {
      Diagnostics none;  // drawn by us
      drawn = cover({}, own, none);
    });
    const auto booked = [](const Task& task) {
      Stages own;
      task(own);
      return own;
    };
    for (const Stages& each : parallel_map(std::span(tasks), options_.jobs, booked))
      stages.merge(each);
    return drawn;
  }

  Result<std::optional<assets::Asset>> cover(const assets::AssetStore& pictures, Stages& stages,
                                             Diagnostics& log) {
    return stages.timed("cover", [&] {
      return front_cover(out_.collection, pictures, out_.faces ? &*out_.faces : nullptr, options_,
                         log);
    });
  }

 private:
  Preparation& out_;
  const std::filesystem::path& folder_;
  const config::ExportOptions& options_;
  const Voice& voice_;
};

}  // namespace

Result<Preparation> prepare(model::Collection collection, const std::filesystem::path& folder,
                            bool needs_faces, const config::ExportOptions& options,
                            const Voice& voice, Stages& stages, Diagnostics& log) {
  Preparation out{std::move(collection), {}, {}, {}, no_faces_wanted(), {}};
  out.outline = stages.timed("outline", [&] { return outline::make_outline(out.collection, log); });
  out.edition = outline::edition_of(out.collection, options.source_date_epoch);
  Preparing work(out, folder, options, voice);
  const bool embeds = options.epub.fonts != config::EmbeddedType::none;
  const bool surely_draws = surely_draws_cover(out.collection, options.cover);
  if (needs_faces || embeds || surely_draws) work.open_faces(stages);
  std::optional<Result<std::optional<assets::Asset>>> cover;
  if (surely_draws) {
    cover = work.resolve_and_draw(stages, log);
  } else {
    work.resolve_pictures(stages, log);
    if (!needs_faces && !embeds && draws_cover(out.pictures, options.cover))
      work.open_faces(stages);
    cover = work.cover(out.pictures, stages, log);
  }
  if (*cover && **cover) out.cover = out.pictures.add(std::move(***cover));
  const bool draws = draws_cover(out.pictures, options.cover);
  if (!*cover && !draws) return failure(cover->error());
  if (draws && !out.cover) warn_of_no_cover(*cover ? out.faces.error() : cover->error(), log);
  return out;
}

}  // namespace keben::app
