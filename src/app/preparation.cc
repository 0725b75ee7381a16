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
#include "edition/settle.h"
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

edition::Choices choices_of(const config::ExportOptions& options) {
  edition::Choices out;
  out.writing = options.epub.writing;
  out.corner_quotes = options.pdf.typesetting.quotes == config::QuoteMarks::corner;
  return out;
}

/// What the stages of preparation read and write.
class Preparing {
 public:
  Preparing(Preparation& out, const model::Collection& collection,
            const std::filesystem::path& folder, const config::ExportOptions& options,
            const Voice& voice)
      : out_(out), collection_(collection), folder_(folder), options_(options), voice_(voice) {}

  /// Faces, pictures and the cover.
  Done gather(bool needs_faces, Stages& stages, Diagnostics& log) {
    const bool embeds = options_.epub.fonts != config::EmbeddedType::none;
    const bool surely_draws = surely_draws_cover(collection_, options_.cover);
    if (needs_faces || embeds || surely_draws) open_faces(stages);
    std::optional<Result<std::optional<assets::Asset>>> cover;
    if (surely_draws) {
      cover = resolve_and_draw(stages, log);
    } else {
      resolve_pictures(stages, log);
      if (!needs_faces && !embeds && draws_cover(out_.pictures, options_.cover)) open_faces(stages);
      cover = draw_cover(out_.pictures, stages, log);
    }
    if (*cover && **cover) out_.cover = out_.pictures.add(std::move(***cover));
    const bool draws = draws_cover(out_.pictures, options_.cover);
    if (!*cover && !draws) return failure(cover->error());
    if (draws && !out_.cover) warn_of_no_cover(*cover ? out_.faces.error() : cover->error(), log);
    return {};
  }

 private:
  void open_faces(Stages& stages) {
    out_.faces =
        stages.timed("fonts", [&] { return fonts::Catalog::open(options_.pdf.font_folders); });
  }

  void resolve_pictures(Stages& stages, Diagnostics& log) {
    const std::filesystem::path root = settled_root(options_.root, folder_);
    out_.pictures = stages.timed("images", [&] {
      ProgressLine line(voice_);
      net::HttpFetcher fetcher(options_.fetch, nullptr,
                               [&](const net::Progress& progress) { line.show(progress); });
      return assets::resolve(collection_, root, fetcher, options_.fetch, options_.jobs, log);
    });
    out_.files_wanted = assets::files_wanted(collection_, root, options_.read.limits);
    out_.lacks_downloads =
        assets::lacks_downloads(collection_, out_.pictures, root, options_.read.limits);
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
      drawn = draw_cover({}, own, none);
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

  Result<std::optional<assets::Asset>> draw_cover(const assets::AssetStore& pictures,
                                                  Stages& stages, Diagnostics& log) {
    return stages.timed("cover", [&] {
      return front_cover(collection_, pictures, out_.faces ? &*out_.faces : nullptr, options_, log);
    });
  }

  Preparation& out_;
  const model::Collection& collection_;
  const std::filesystem::path& folder_;
  const config::ExportOptions& options_;
  const Voice& voice_;
};

}  // namespace

edition::Edition settle(model::Collection collection, const assets::AssetStore& pictures,
                        const config::ExportOptions& options, Stages& stages, Diagnostics& log) {
  outline::Outline outline =
      stages.timed("outline", [&] { return outline::make_outline(collection, log); });
  outline::Identity identity = outline::identity_of(collection, options.source_date_epoch);
  return stages.timed("edition", [&] {
    return edition::settle(std::move(collection), std::move(outline), std::move(identity), pictures,
                           choices_of(options), log);
  });
}

Result<Preparation> prepare(model::Collection collection, const std::filesystem::path& folder,
                            bool needs_faces, const config::ExportOptions& options,
                            const Voice& voice, Stages& stages, Diagnostics& log) {
  Preparation out{{}, {}, no_faces_wanted(), {}, {}, false, {}};
  typography::set_real_quotes(collection.meta,
                              edition::marks_for(collection.meta, choices_of(options)));
  Preparing work(out, collection, folder, options, voice);
  if (Done done = work.gather(needs_faces, stages, log); !done) return failure(done.error());
  if (options.keep_going && !collection.single()) out.manuscript = collection;
  out.edition = settle(std::move(collection), out.pictures, options, stages, log);
  return out;
}

}  // namespace keben::app
