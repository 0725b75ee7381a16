// What a text says of its own place, read from its first lines alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/options.h"
#include "model/document.h"
#include "series/listing.h"
#include "series/series_number.h"

namespace keben::series {

/// A place by weight: the part first, if the author numbers parts.
struct Weight {
  double part = 0;
  double value = 0;
  auto operator<=>(const Weight&) const = default;
};

struct Facts {
  std::string path;
  std::string folder;  // that it belongs to: a page bundle (x/index.md) belongs beside x
  std::string name;    // without suffix; a bundle's is its folder's
  std::string title;   // front matter's, else the first heading's, else empty
  std::optional<Weight> weight;
  std::optional<SeriesNumber> number;  // in the title, else in the name
  std::optional<model::Date> date;
  std::string series;
  std::string category;
  std::vector<std::string> authors;
  bool opens = false;  // README, index or _index of a folder with other texts
  bool blank = false;  // front matter and nothing else
};

/// All that is asked of one text. `alone`: no other text lies in its folder.
Facts facts_of(const Listing& listing, const std::string& path, bool alone,
               const config::Limits& limits);

}  // namespace keben::series
