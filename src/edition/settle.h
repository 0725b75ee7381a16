// From the model to the edition: each question that both books have is answered here, once.
#pragma once

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "config/options.h"
#include "edition/edition.h"
#include "model/collection.h"
#include "typography/real_quotes.h"

namespace keben::edition {

/// What the model is settled by.
struct Choices {
  config::Theme theme;
  config::Writing writing = config::Writing::horizontal;
  bool corner_quotes = false;  // 「」 for “”, as the author asked
};

/// The quotation marks that a book shows; its cover, too.
typography::Marks marks_for(const model::Meta& meta, const Choices& choices);

/// Takes the collection apart: its strings go over into the edition.
///
/// Notes `image-undescribed` where a picture has no words to stand for it.
Edition settle(model::Collection collection, outline::Outline outline, outline::Identity identity,
               const assets::AssetStore& pictures, const Choices& choices, Diagnostics& log);

}  // namespace keben::edition
