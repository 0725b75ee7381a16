// The members of a collection by every name that a link may give them: path, address, slug, title;
// and the headings of each by every fragment.
//
// Authors link essays as files (`../2024/b.md`), as pages of their site (`/posts/b/`,
// `https://…/posts/b/`), as slugs, and as titles (`[[b]]`). Inside a book all of these mean the
// same place. A name that several share means none of them: a link to the wrong essay is worse than
// none, since nobody sees it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/collection.h"
#include "outline/address.h"
#include "outline/outline.h"
#include "outline/text_paths.h"

namespace keben::outline {

class Members {
 public:
  Members(const model::Collection& collection, const std::vector<DocumentOutline>& documents);

  /// The members that a relative or root-absolute path (decoded, no query) leads to from
  /// `document`: by the path of a file, of a folder's opening page, of the site's page; then by
  /// slug, alias, file's name and title.
  Candidates by_path(model::DocumentId document, std::string_view path) const;

  /// The members whose page on the web this is, as seen from `document`.
  Candidates by_address(model::DocumentId document, const Address& address) const;

  /// A heading, or the beginning, where the heading stood that became the title.
  struct Place {
    Internal at;
    std::string text;
  };
  /// What a fragment (still encoded, without #) names in a member: one place, or several, where
  /// other sites than GitHub would give them this one name.
  std::vector<Place> places(model::DocumentId document, std::string_view fragment) const;

  /// A member as messages name it.
  const std::string& name_of(model::DocumentId document) const {
    return collection_.documents[document.v].path;
  }

  /// Where a member's page stands on the web, as far as its front matter or the book's tells: its
  /// own address, else its slug under the site, else the site. No scheme where nothing is known.
  Address page_of(model::DocumentId document) const;

  /// Whether a member's page has an address of its own that is not made from its file's path.
  bool has_patterned_page(model::DocumentId document) const;

 private:
  using Names = std::map<std::string, Candidates, std::less<>>;
  struct Headings {
    std::map<std::string, std::optional<model::HeadingId>, std::less<>> exact;
    std::map<std::string, std::vector<Place>, std::less<>> coarse;
  };

  void add_names(model::DocumentId document);
  void add_page(Names& pages, const std::string& host, const std::string& path,
                model::DocumentId document);
  void add_headings(model::DocumentId document, const DocumentOutline& outline);
  /// Those of a name whose own folders agree with the folders that a link writes before it.
  Candidates by_name(const Names& names, std::string_view page,
                     bool (*agree)(std::string_view written, std::string_view own)) const;
  std::string site_folder(model::DocumentId document) const;

  const model::Collection& collection_;
  const TextPaths paths_;
  Names pages_;    // by `//host/path` and by path: each by its own page
  Names aliases_;  // the same, by other pages that lead to it
  Names coarse_;   // by what all sites keep of these paths
  Names slugs_;
  Names stems_;  // by their files' names, those of opening pages by their folders'
  Names titles_;
  std::vector<Headings> headings_;
};

}  // namespace keben::outline
