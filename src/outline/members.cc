#include "outline/members.h"

#include <algorithm>
#include <set>
#include <utility>

#include "outline/headings.h"
#include "outline/page_names.h"
#include "outline/slug.h"

namespace keben::outline {
namespace {

using model::DocumentId;
using model::HeadingId;

std::string_view without_slashes(std::string_view path) {
  while (!path.empty() && path.front() == '/')
    path.remove_prefix(1);
  while (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  return path;
}

/// A path's name whatever its suffix, and with a folder's opening page named as the folder.
std::string page_name(std::string_view path) {
  path = without_slashes(without_html_suffix(without_markdown_suffix(path)));
  if (opens_folder(path) && path != last_segment(path)) path = folder_of_path(path);
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

/// A heading as it stands, for sites that drop nothing: `c++` of C++ (markdown-it-anchor's own).
std::string literal(std::string_view heading) {
  std::string out = lower_ascii(std::string(heading));
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

/// Whether each folder of a path is one of a text's, in the same order: a site leaves some out
/// (`/posts/b/` of source/posts/2024/b.md), and names no others.
bool are_among(std::string_view written, std::string_view own) {
  while (!written.empty()) {
    const std::string_view first = written.substr(0, written.find('/'));
    written.remove_prefix(std::min(first.size() + 1, written.size()));
    for (bool met = first == "." || first == ".."; !met;) {
      if (own.empty()) return false;
      const std::string_view next = own.substr(0, own.find('/'));
      own.remove_prefix(std::min(next.size() + 1, own.size()));
      met = next == first;
    }
  }
  return true;
}

/// Whether a path's folders are the last of a text's: as much of a path as tells notes apart.
bool are_last(std::string_view written, std::string_view own) {
  const bool ends = own.ends_with(written);
  return ends && (written.empty() || written.size() == own.size() ||
                  own[own.size() - written.size() - 1] == '/');
}

template <class Names>
auto& find(const Names& names, std::string_view name) {
  static const typename Names::mapped_type none;
  const auto found = names.find(name);
  return name.empty() || found == names.end() ? none : found->second;
}

/// Members add their names one after the other. What more of them share than this is no name.
void add(Candidates& all, DocumentId one) {
  constexpr std::size_t kMost = 256;
  if (all.size() < kMost && (all.empty() || all.back().v != one.v)) all.push_back(one);
}

}  // namespace

Members::Members(const model::Collection& collection, const std::vector<DocumentOutline>& documents)
    : collection_(collection), paths_(collection), headings_(documents.size()) {
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    add_names({d});
    add_headings({d}, documents[d]);
  }
}

void Members::add_names(DocumentId id) {
  const model::Document& document = collection_.documents[id.v];
  const model::Meta& meta = document.meta;
  const Address page = page_of(id);
  const std::string slug(without_slashes(meta.slug));
  const bool has_own_page = !meta.source.empty() || !slug.empty();
  if (!page.scheme.empty() && has_own_page) add_page(pages_, host_of(page), site_path(page), id);
  if (slug.find('/') != std::string::npos) add_page(pages_, {}, page_name(slug), id);
  for (const std::string& alias : meta.aliases) {
    const Address other = split_address(alias);
    add_page(aliases_, host_of(other.has_authority ? other : page), site_path(other), id);
  }
  if (!slug.empty()) add(slugs_[std::string(last_segment(slug))], id);
  add(stems_[std::string(last_segment(page_name(path_of(document))))], id);
  add(titles_[meta.title], id);
}

void Members::add_page(Names& pages, const std::string& host, const std::string& path,
                       DocumentId id) {
  const std::string name(without_slashes(path));
  if (!host.empty()) add(pages["//" + host + "/" + name], id);
  add(pages[name], id);
  add(coarse_[coarse(name)], id);
}

/// Given ids come first, then GitHub's names, then the literal ones: a map keeps the first. On the
/// author's page the title is a heading still, and the first.
void Members::add_headings(DocumentId id, const DocumentOutline& outline) {
  const model::Document& document = collection_.documents[id.v];
  Headings& names = headings_[id.v];
  if (!document.title_id.empty()) names.exact.emplace(document.title_id, std::nullopt);
  for (const FoundHeading& f : find_headings(document)) {
    if (!f.heading->given_id.empty()) names.exact.emplace(f.heading->given_id, f.heading->id);
  }
  std::vector<std::pair<std::string, std::optional<HeadingId>>> all;
  if (document.title_is_first_heading) all.emplace_back(document.meta.title, std::nullopt);
  for (std::uint32_t h = 0; h < outline.headings.size(); ++h)
    all.emplace_back(outline.headings[h].text, HeadingId{h});
  SlugCounter counter;
  for (const auto& [text, heading] : all)
    names.exact.emplace(counter.unique(github_slug(text)), heading);
  constexpr std::size_t kMostOfAName = 8;  // enough to be told
  std::set<std::string> seen;
  for (const auto& [text, heading] : all) {
    names.exact.emplace(literal(text), heading);
    std::vector<Place>& same = names.coarse[folded(text)];
    if (same.size() < kMostOfAName && seen.insert(literal(text)).second)
      same.push_back({{id, heading}, text});
  }
}

Candidates Members::by_path(DocumentId from, std::string_view path) const {
  const bool absolute = path.starts_with('/');
  Candidates found = absolute ? paths_.from_root(from, path) : paths_.relative(from, path);
  if (!found.empty()) return found;
  const std::string site = site_folder(from);
  if (site.size() > 1 && path.starts_with(site))
    found = paths_.from_root(from, path.substr(site.size()));
  const std::string page = page_name(path);
  const Address own = page_of(from);
  const std::string there =
      absolute || own.scheme.empty()
          ? page
          : page_name(resolved_against(own, {.path = std::string(path)}).path);
  for (const std::string& name : {there, page})
    if (found.empty()) found = find(pages_, name);
  if (found.empty()) found = by_name(slugs_, page, are_among);
  for (const std::string& name : {there, page})
    if (found.empty()) found = find(aliases_, name);
  if (found.empty() && absolute) found = find(coarse_, coarse(page));
  if (found.empty() && !absolute) found = by_name(stems_, page, are_last);
  return found.empty() ? find(titles_, path) : found;
}

Candidates Members::by_name(const Names& names, std::string_view page,
                            bool (*agree)(std::string_view, std::string_view)) const {
  Candidates out = find(names, last_segment(page));
  std::erase_if(out, [&](DocumentId id) {
    const std::string own = page_name(path_of(collection_.documents[id.v]));
    return !agree(folder_of_path(page), folder_of_path(own));
  });
  return out;
}

Candidates Members::by_address(DocumentId from, const Address& address) const {
  if (address.authority.empty()) return {};
  const std::string path = site_path(address);
  const std::string host = host_of(address);
  for (const Names* names : {&pages_, &aliases_}) {
    const Candidates& found = find(*names, "//" + host + "/" + path);
    if (!found.empty()) return found;
  }
  const std::string decoded = percent_decoded(address.path);
  const std::string site = site_folder(from);
  // The blog's own front page is none of its essays.
  if (host_of(page_of(from)) == host && decoded.starts_with(site) && decoded != site) {
    Candidates found = paths_.from_root(from, std::string_view(decoded).substr(site.size()));
    if (!found.empty()) return found;
  }
  Candidates near = path.empty() ? Candidates() : find(coarse_, coarse(path));
  std::erase_if(near, [&](DocumentId id) { return host_of(page_of(id)) != host; });
  return near;
}

std::vector<Members::Place> Members::places(DocumentId document, std::string_view fragment) const {
  const Headings& names = headings_[document.v];
  const std::string name = percent_decoded(fragment);
  for (const std::string& form : {name, literal(name), github_slug(name)}) {
    const auto found = names.exact.find(form);
    if (!form.empty() && found != names.exact.end()) return {{{document, found->second}, {}}};
  }
  return find(names.coarse, folded(name));
}

bool Members::has_patterned_page(DocumentId id) const {
  const model::Meta& meta = collection_.documents[id.v].meta;
  return !meta.source.empty() || !meta.aliases.empty();
}

/// `/blog/`: what a site's addresses begin with; `/` where nothing is known.
std::string Members::site_folder(DocumentId id) const {
  const model::Meta& meta = collection_.documents[id.v].meta;
  std::string out = split_address(meta.site.empty() ? collection_.meta.site : meta.site).path;
  if (!out.ends_with('/')) out += '/';
  return out;
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
