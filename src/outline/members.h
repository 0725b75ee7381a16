// The members of a collection by every name that a link may give them: path, address, slug, title;
// and the headings of each by every fragment.
//
// Authors link essays as files (`../2024/b.md`), as pages of their site (`/posts/b/`,
// `https://…/posts/b/`), as slugs, and as titles (`[[b]]`). Inside a book all of these mean the
// same place.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/collection.h"
#include "outline/address.h"
#include "outline/outline.h"

namespace keben::outline {

class Members {
 public:
  Members(const model::Collection& collection, const std::vector<DocumentOutline>& documents);

  /// The member that a relative or root-absolute path (decoded, no query) leads to from `document`.
  std::optional<model::DocumentId> by_path(model::DocumentId document, std::string_view path) const;

  /// The member whose page on the web this is.
  std::optional<model::DocumentId> by_address(const Address& address) const;

  /// What a fragment (still encoded, without #) names in a member: a heading, or the beginning,
  /// where the heading stood that became the title.
  std::optional<Internal> place(model::DocumentId document, std::string_view fragment) const;

  /// Where a member's page stands on the web, as far as its front matter or the book's tells: its
  /// own address, else its slug under the site, else the site. No scheme where nothing is known.
  Address page_of(model::DocumentId document) const;

  /// Whether a member's page has an address of its own that is not made from its file's path.
  bool has_patterned_page(model::DocumentId document) const;

 private:
  using Names = std::map<std::string, model::DocumentId, std::less<>>;
  using Places = std::map<std::string, std::optional<model::HeadingId>, std::less<>>;

  void add_names(model::DocumentId document);
  void add_aliases(model::DocumentId document);
  void add_page(const std::string& host, const std::string& path, model::DocumentId document);
  void add_headings(model::DocumentId document, const DocumentOutline& outline);

  const model::Collection& collection_;
  Names files_;                 // by path without suffix
  Names pages_;                 // by host and path
  Names site_paths_;            // by the path of the page, or an alias
  Names coarse_paths_;          // by what all sites keep of that path
  Names slugs_;                 // by slug, file stem or title
  std::vector<Places> places_;  // nothing for the beginning
};

}  // namespace keben::outline
