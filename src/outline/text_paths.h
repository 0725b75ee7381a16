// The texts of a book by the paths of their files, as links write them.
//
// A link's path counts from the text's own folder, from the page that a site makes of the text
// (`/posts/a/`), or from the site's root. Where that root lies is the generator's to say: it is the
// book's root, a folder that all texts lie in, or one that generators keep pages in (docs, src,
// source, content …). Each is tried as it is; a name alone is never looked for in other folders.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/collection.h"

namespace keben::outline {

/// The texts that a name may mean: none, one, or several that share it.
using Candidates = std::vector<model::DocumentId>;

/// A document's path as links count it.
const std::string& path_of(const model::Document& document);

class TextPaths {
 public:
  explicit TextPaths(const model::Collection& collection);

  /// The texts at a path (decoded, no query) without a slash in front, as seen from a text.
  Candidates relative(model::DocumentId from, std::string_view path) const;
  /// The same from the site's root.
  Candidates from_root(model::DocumentId from, std::string_view path) const;

 private:
  Candidates at(std::string_view path) const;
  std::vector<std::string> roots_of(model::DocumentId document) const;

  using ByPath = std::map<std::string, Candidates, std::less<>>;

  const model::Collection& collection_;
  ByPath files_;                    // whole paths
  ByPath pages_;                    // paths without their suffix
  ByPath openings_;                 // folders, by the page that opens them
  std::vector<std::string> roots_;  // of every text; each ends with a slash, if it is a folder
};

}  // namespace keben::outline
