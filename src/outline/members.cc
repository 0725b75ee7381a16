#include "outline/members.h"

#include <algorithm>
#include <array>

#include "outline/headings.h"
#include "outline/slug.h"

namespace keben::outline {
namespace {

using model::DocumentId;
using model::HeadingId;

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string_view without_slashes(std::string_view path) {
  while (!path.empty() && path.front() == '/')
    path.remove_prefix(1);
  while (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  return path;
}

std::string_view last_segment(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// A path's name whatever its suffix, and with a folder's opening page named as the folder.
std::string page_name(std::string_view path) {
  for (const std::string_view suffix : {".md", ".markdown", ".html", ".htm"}) {
    if (ends_with(path, suffix)) path.remove_suffix(suffix.size());
  }
  const std::string_view stem = last_segment(path);
  const bool opening = stem == "index" || stem == "_index" || stem == "README" || stem == "readme";
  if (opening && stem.size() < path.size()) path.remove_suffix(stem.size());
  while (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  return std::string(path);
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

std::string site_path(const Address& page) {
  return page_name(percent_decoded(page.path));
}

std::string host_of(const Address& page) {
  return lower_ascii(page.authority);
}

/// Letters and digits of each part of a path: sites differ in what else they drop, and in capitals.
std::string coarse(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    out += folded(path.substr(at, end - at));
    out += '/';
    at = end + 1;
  }
  return out;
}

}  // namespace

Members::Members(const model::Collection& collection, const std::vector<DocumentOutline>& documents)
    : collection_(collection), places_(documents.size()) {
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    add_names({d});
    add_headings({d}, documents[d]);
  }
  for (std::uint32_t d = 0; d < documents.size(); ++d)
    add_aliases({d});
}

/// The first member to claim a name keeps it.
void Members::add_names(DocumentId id) {
  const model::Document& document = collection_.documents[id.v];
  const std::string file = page_name(without_dot_segments(document.path));
  files_.emplace(file, id);
  const Address page = page_of(id);
  const bool has_own_page = !document.meta.source.empty() || !document.meta.slug.empty();
  if (!page.scheme.empty() && has_own_page) add_page(host_of(page), site_path(page), id);
  if (!document.meta.slug.empty())
    slugs_.emplace(last_segment(without_slashes(document.meta.slug)), id);
  slugs_.emplace(last_segment(file), id);
  slugs_.emplace(document.meta.title, id);
}

/// After all names, so that none takes the name that another goes by.
void Members::add_aliases(DocumentId id) {
  const std::string host = host_of(page_of(id));
  for (const std::string& alias : collection_.documents[id.v].meta.aliases) {
    const Address page = split_address(alias);
    add_page(page.has_authority ? host_of(page) : host, site_path(page), id);
  }
}

void Members::add_page(const std::string& host, const std::string& path, DocumentId id) {
  const std::string name(without_slashes(path));
  if (!host.empty()) pages_.emplace(host + "/" + name, id);
  site_paths_.emplace(name, id);
  coarse_paths_.emplace(coarse(name), id);
}

/// Given ids come first, then GitHub's names, then the coarse ones: a map keeps the first. On the
/// author's page the title is a heading still, and the first.
void Members::add_headings(DocumentId id, const DocumentOutline& outline) {
  const model::Document& document = collection_.documents[id.v];
  Places& names = places_[id.v];
  if (!document.title_id.empty()) names.emplace(document.title_id, std::nullopt);
  for (const FoundHeading& f : find_headings(document)) {
    if (!f.heading->given_id.empty()) names.emplace(f.heading->given_id, f.heading->id);
  }
  SlugCounter counter;
  const bool titled = document.title_is_first_heading;
  if (titled) names.emplace(counter.unique(github_slug(document.meta.title)), std::nullopt);
  for (std::uint32_t h = 0; h < outline.headings.size(); ++h)
    names.emplace(counter.unique(github_slug(outline.headings[h].text)), HeadingId{h});
  if (titled) names.emplace(folded(document.meta.title), std::nullopt);
  for (std::uint32_t h = 0; h < outline.headings.size(); ++h)
    names.emplace(folded(outline.headings[h].text), HeadingId{h});
}

std::optional<DocumentId> Members::by_path(DocumentId from, std::string_view path) const {
  const auto find = [](const Names& names, std::string_view name) -> std::optional<DocumentId> {
    const auto found = names.find(name);
    return name.empty() || found == names.end() ? std::nullopt : std::optional(found->second);
  };
  const bool from_root = !path.empty() && path.front() == '/';
  if (!from_root) {
    const std::string& own = collection_.documents[from.v].path;
    const std::string folder = own.substr(0, own.rfind('/') + 1);
    const auto file = find(files_, page_name(without_dot_segments(folder + std::string(path))));
    if (file) return file;
  }
  const std::string name = page_name(path);
  if (const auto page = find(site_paths_, without_slashes(name))) return page;
  if (const auto slug = find(slugs_, last_segment(name))) return slug;
  return from_root ? find(coarse_paths_, coarse(without_slashes(name))) : std::nullopt;
}

std::optional<DocumentId> Members::by_address(const Address& address) const {
  const std::string path(without_slashes(site_path(address)));
  const std::string host = host_of(address);
  const auto found = pages_.find(host + "/" + path);
  if (found != pages_.end()) return found->second;
  const auto near = coarse_paths_.find(coarse(path));
  if (path.empty() || near == coarse_paths_.end() || host_of(page_of(near->second)) != host)
    return std::nullopt;
  return near->second;
}

std::optional<Internal> Members::place(DocumentId document, std::string_view fragment) const {
  const std::string name = percent_decoded(fragment);
  for (const std::string& form : {name, github_slug(name), folded(name)}) {
    const auto found = places_[document.v].find(form);
    if (!form.empty() && found != places_[document.v].end())
      return Internal{document, found->second};
  }
  return std::nullopt;
}

bool Members::has_patterned_page(DocumentId id) const {
  const model::Meta& meta = collection_.documents[id.v].meta;
  return !meta.source.empty() || !meta.aliases.empty();
}

Address Members::page_of(DocumentId id) const {
  const model::Meta& meta = collection_.documents[id.v].meta;
  if (!meta.source.empty()) return split_address(meta.source);
  const std::string& site = meta.site.empty() ? collection_.meta.site : meta.site;
  if (site.empty()) return {};
  Address out = split_address(site);
  if (out.path.empty() || out.path.back() != '/') out.path += '/';
  if (!meta.slug.empty()) out.path += std::string(without_slashes(meta.slug)) + "/";
  return out;
}

}  // namespace keben::outline
