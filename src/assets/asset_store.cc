// See asset_store.h. Ids count from 0 in the order of first use, so they are the same on every run.
#include "assets/asset_store.h"

#include <array>
#include <cassert>
#include <utility>

namespace keben::assets {
namespace {

struct TypeNames {
  std::string_view name, mime, suffix;
};

// In the order of MediaType. The suffix is jpg, as old e-readers know the file by it.
constexpr std::array<TypeNames, 8> kTypes = {{
    {"PNG", "image/png", "png"},
    {"JPEG", "image/jpeg", "jpg"},
    {"GIF", "image/gif", "gif"},
    {"WebP", "image/webp", "webp"},
    {"SVG", "image/svg+xml", "svg"},
    {"AVIF", "image/avif", "avif"},
    {"BMP", "image/bmp", "bmp"},
    {"TIFF", "image/tiff", "tiff"},
}};

}  // namespace

std::string_view name_of(MediaType type) {
  return kTypes[static_cast<std::size_t>(type)].name;
}

std::string_view mime_of(MediaType type) {
  return kTypes[static_cast<std::size_t>(type)].mime;
}

std::string_view suffix_of(MediaType type) {
  return kTypes[static_cast<std::size_t>(type)].suffix;
}

AssetStore::AssetStore(const std::vector<std::uint32_t>& images, std::shared_ptr<Spool> spool)
    : spool_(std::move(spool)), covers_(images.size()) {
  images_.reserve(images.size());
  for (const std::uint32_t count : images)
    images_.emplace_back(count);
}

AssetId AssetStore::add(Asset asset) {
  const AssetId fresh{static_cast<std::uint32_t>(assets_.size())};
  const auto [known, is_new] = by_hash_.emplace(asset.hash, fresh);
  if (is_new) assets_.push_back(std::move(asset));
  return known->second;
}

void AssetStore::set(model::DocumentId document, model::ImageId image, AssetId asset) {
  assert(document.v < images_.size() && image.v < images_[document.v].size());
  images_[document.v][image.v] = asset;
}

void AssetStore::set_cover(model::DocumentId document, AssetId asset) {
  assert(document.v < covers_.size());
  covers_[document.v] = asset;
}

std::optional<AssetId> AssetStore::of(model::DocumentId document, model::ImageId image) const {
  if (document.v >= images_.size() || image.v >= images_[document.v].size()) return std::nullopt;
  return images_[document.v][image.v];
}

std::optional<AssetId> AssetStore::cover_of(model::DocumentId document) const {
  return document.v < covers_.size() ? covers_[document.v] : std::nullopt;
}

}  // namespace keben::assets
