#include "app/front_cover.h"

#include <utility>

#include "assets/decode.h"
#include "assets/resolve.h"
#include "cover/draw_cover.h"

namespace keben::app {
namespace {

using From = config::CoverChoice::From;
constexpr model::DocumentId kFirst{0};

std::optional<assets::AssetId> named_by_text(const assets::AssetStore& pictures) {
  return pictures.cover_of(kFirst);
}

}  // namespace

bool surely_draws_cover(const model::Collection& collection, const config::CoverChoice& choice) {
  const bool named = collection.single() && !collection.documents[kFirst.v].meta.cover.empty();
  return choice.from == From::automatic && !named;
}

bool draws_cover(const assets::AssetStore& pictures, const config::CoverChoice& choice) {
  return choice.from == From::automatic && !named_by_text(pictures);
}

Result<std::optional<assets::Asset>> front_cover(const model::Collection& collection,
                                                 const assets::AssetStore& pictures,
                                                 const fonts::Catalog* faces,
                                                 const config::ExportOptions& options,
                                                 Diagnostics& log) {
  const config::Limits& limits = options.read.limits;
  if (options.cover.from == From::none) return std::nullopt;
  Result<assets::Asset> picture = failure({});
  if (options.cover.from == From::file) {
    picture = assets::read_picture(options.cover.file, limits, log);
    if (!picture) {
      Error error = picture.error();
      error.fault = Fault::usage;
      return failure(std::move(error));
    }
  } else if (const auto named = named_by_text(pictures)) {
    picture = pictures[*named];
  } else if (faces) {
    picture = cover::draw_cover(collection, *faces);
    if (!picture) return failure(picture.error());
    return std::move(*picture);
  } else {
    return std::nullopt;
  }
  picture = assets::to_core_type(*picture, limits);
  if (!picture) return failure(picture.error());
  return std::move(*picture);
}

}  // namespace keben::app
