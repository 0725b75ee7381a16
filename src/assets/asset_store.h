// The pictures of a book, each once, by content.
//
// A source that could not be had has no asset: both backends then show a placeholder with its alt
// text and address.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/held_bytes.h"
#include "base/length.h"
#include "base/words.h"
#include "model/ids.h"

namespace keben::assets {

struct AssetId {
  std::uint32_t v = 0;
  auto operator<=>(const AssetId&) const = default;
};

enum class MediaType : std::uint8_t { png, jpeg, gif, webp, svg, avif, bmp, tiff };

/// `PNG` … for messages, `image/png` …, and the suffix `png`, `jpg` … that goes with it.
std::string_view name_of(MediaType type);
std::string_view mime_of(MediaType type);
std::string_view suffix_of(MediaType type);

/// A picture that has been proven (decode.h); bytes are as they came, save SVG's, which
/// are written anew (detail/svg.h).
struct Asset {
  HeldBytes bytes;
  MediaType type = MediaType::png;
  PixelSize size;  // as it is to be seen: EXIF orientation applied
  bool animated = false;
  std::string hash;    // SHA-256 of `bytes`, hexadecimal
  std::string origin;  // the source as first written, passwords masked, for messages
  Words repairs = {};  // what of a drawing could not stay as it was, for a message
};

class AssetStore {
 public:
  AssetStore() = default;
  /// `images[d]` is how many images document d holds.
  /// @param spool  where the pictures' bytes are held, and what is made of them may be
  explicit AssetStore(const std::vector<std::uint32_t>& images,
                      std::shared_ptr<Spool> spool = nullptr);

  /// Adds a picture, or finds the one with the same hash.
  AssetId add(Asset asset);
  void set(model::DocumentId document, model::ImageId image, AssetId asset);
  void set_cover(model::DocumentId document, AssetId asset);

  const Asset& operator[](AssetId id) const { return assets_[id.v]; }
  std::size_t size() const { return assets_.size(); }
  /// The picture of an image, or nothing where it could not be had.
  std::optional<AssetId> of(model::DocumentId document, model::ImageId image) const;
  /// The picture that a document's front matter names as its cover.
  std::optional<AssetId> cover_of(model::DocumentId document) const;
  /// Holds bytes that were made of a picture, beside its own.
  HeldBytes hold(Bytes bytes) const {
    return spool_ ? spool_->hold(std::move(bytes)) : HeldBytes(std::move(bytes));
  }

 private:
  std::shared_ptr<Spool> spool_;
  std::vector<Asset> assets_;
  std::unordered_map<std::string, AssetId> by_hash_;  // answers questions only; never walked
  std::vector<std::vector<std::optional<AssetId>>> images_;
  std::vector<std::optional<AssetId>> covers_;
};

}  // namespace keben::assets
