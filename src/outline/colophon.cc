#include "outline/colophon.h"

#include <algorithm>
#include <utility>

#include "model/generated_words.h"
#include "outline/address.h"

namespace keben::outline {
namespace {

using model::Collection;
using model::Document;
using model::Meta;

std::string joined(const std::string& one, const std::string& other, model::Convention convention) {
  if (one.empty() || other.empty()) return one + other;
  return (one + std::string(model::between_facts(convention))).append(other);
}

std::vector<std::string> lines_of(const Collection& collection) {
  const Meta& meta = collection.meta;
  const std::string isbn = meta.isbn.empty() ? std::string() : "ISBN " + meta.isbn;
  std::vector<std::string> out;
  for (const std::string& line :
       {meta.title, meta.subtitle, model::names_of(meta.people, meta.language.convention),
        model::days_of(collection), meta.publisher, isbn, meta.rights}) {
    if (!line.empty()) out.push_back(line);
  }
  return out;
}

Origin origin_of(const Collection& collection, std::uint32_t number) {
  const Meta& meta = collection.documents[number].meta;
  const std::string licence = meta.rights == collection.meta.rights ? std::string() : meta.rights;
  return {{number},
          joined(model::byline_of(meta, collection.meta), licence, meta.language.convention),
          page_address(meta)};
}

bool says_more(const Meta& meta) {
  return meta.published || !meta.rights.empty() || !meta.publisher.empty() || !meta.isbn.empty() ||
         !page_address(meta).empty();
}

}  // namespace

std::optional<Colophon> make_colophon(const Collection& collection) {
  if (collection.single()) return std::nullopt;
  const bool any = std::any_of(collection.documents.begin(), collection.documents.end(),
                               [](const Document& document) { return says_more(document.meta); });
  if (!any && !says_more(collection.meta)) return std::nullopt;
  Colophon out{lines_of(collection), {}};
  for (std::uint32_t d = 0; d < collection.documents.size(); ++d)
    out.origins.push_back(origin_of(collection, d));
  return out;
}

std::string page_address(const Meta& meta) {
  const Address address = split_address(meta.source);
  const bool on_the_web = address.scheme == "http" || address.scheme == "https";
  return on_the_web ? normalised_address(address).value_or("") : std::string();
}

std::string shown_address(const std::string& address) {
  std::string out = percent_decoded(address);
  out.erase(0, out.starts_with("https://") ? 8 : out.starts_with("http://") ? 7 : 0);
  if (out.ends_with('/')) out.pop_back();
  return out;
}

}  // namespace keben::outline
