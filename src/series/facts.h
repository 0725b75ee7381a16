// What a text says of its own place, read from its first lines alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
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
  std::string folder;  // that it belongs to: a page bundle (x/index.md, x/x.md) belongs beside x
  std::string name;    // without suffix; a bundle's is its folder's
  std::string title;   // front matter's, else the first heading's, else empty
  std::optional<Weight> weight;
  std::optional<SeriesNumber> number;  // in the title, else in the name
  std::optional<model::Date> date;
  std::string series;
  std::string category;
  std::vector<std::string> authors;
  std::string draft;  // draft_mark's words
  bool has_front_matter = false;
  bool opens = false;  // README, index or _index of a folder with other texts
  bool blank = false;  // front matter and nothing else
};

/// What a text's own words tell; its name is looked at by `place`.
Facts facts_of(const Listing& listing, const std::string& path, const config::Limits& limits);

/// The same of several texts, side by side.
std::vector<Facts> facts_of(const Listing& listing, const std::vector<std::string>& paths,
                            Jobs jobs, const config::Limits& limits);

/// Settles whether a text opens its folder, and what its name says where its words do not.
///
/// @param alone  no other text lies in its folder, or below
void place(Facts& text, bool alone);

/// The words that keep a text from readers: those of its front matter (model::Meta::draft), or
/// `_drafts/`, where Jekyll and Hexo keep what is not to be published; empty where nothing does.
/// Whatever names a draft but by its file's own name (a folder, a list, a pattern) leaves it out.
///
/// @param path  from where the texts were looked for
std::string draft_mark(std::string_view path, const model::Meta& meta);

}  // namespace keben::series
