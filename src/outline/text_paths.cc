#include "outline/text_paths.h"

#include <algorithm>
#include <array>

#include "outline/address.h"
#include "outline/page_names.h"

namespace keben::outline {
namespace {

using model::DocumentId;

constexpr std::array<std::string_view, 9> kSiteFolders = {
    "docs", "doc", "src", "source", "content", "contents", "pages", "site", "website"};

bool is_site_folder(std::string_view name) {
  return std::find(kSiteFolders.begin(), kSiteFolders.end(), name) != kSiteFolders.end();
}

/// `a/b/` of a/b/c.md, or nothing.
std::string_view with_slash(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}

/// The folders around a path, from the outside in: `a/`, `a/b/`.
std::vector<std::string> folders_around(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1))
    out.emplace_back(path.substr(0, at + 1));
  return out;
}

/// Which of several opening pages a site shows for a folder: the lowest.
int rank_of_opening(std::string_view path) {
  const std::string_view name = last_segment(path);
  return name.starts_with('i') ? 0 : name.starts_with('_') ? 1 : 2;
}

void add_once(std::vector<std::string>& all, std::string one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
}

}  // namespace

const std::string& path_of(const model::Document& document) {
  return document.in_root.empty() ? document.path : document.in_root;
}

TextPaths::TextPaths(const model::Collection& collection) : collection_(collection) {
  const std::vector<model::Document>& documents = collection.documents;
  std::string common = documents.empty() ? std::string() : path_of(documents.front());
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const std::string path = without_dot_segments(path_of(documents[d]));
    while (!path.starts_with(with_slash(common)))
      common = folder_of_path(common);
    Candidates& file = files_[path];
    if (!file.empty()) continue;  // one file, named twice
    file.push_back({d});
    pages_[std::string(without_markdown_suffix(path))].push_back({d});
    if (!opens_folder(path)) continue;
    Candidates& opening = openings_[std::string(folder_of_path(path))];
    const bool shown = opening.empty() ||
                       rank_of_opening(path) < rank_of_opening(path_of(documents[opening[0].v]));
    if (shown) opening = {{d}};
  }
  roots_.emplace_back();
  for (std::string& folder : folders_around(common))
    add_once(roots_, std::move(folder));
  for (const std::string_view folder : kSiteFolders)
    add_once(roots_, std::string(folder) + "/");
}

std::vector<std::string> TextPaths::roots_of(DocumentId document) const {
  std::vector<std::string> out = roots_;
  for (std::string& folder : folders_around(path_of(collection_.documents[document.v])))
    if (is_site_folder(last_segment(folder_of_path(folder)))) add_once(out, std::move(folder));
  return out;
}

/// A file before a folder, but where a slash says folder.
Candidates TextPaths::at(std::string_view path) const {
  const auto find = [](const ByPath& names, std::string_view name) {
    const auto found = names.find(name);
    return found == names.end() ? Candidates() : found->second;
  };
  const bool folder = path.empty() || path.back() == '/';
  while (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  if (folder) {
    const Candidates opening = find(openings_, path);
    return opening.empty() ? find(pages_, path) : opening;
  }
  if (Candidates file = find(files_, path); !file.empty()) return file;
  const std::string_view page = without_html_suffix(without_markdown_suffix(path));
  if (Candidates file = find(pages_, page); !file.empty()) return file;
  if (opens_folder(page)) return find(openings_, folder_of_path(page));
  return is_markdown(path) ? Candidates() : find(openings_, page);
}

Candidates TextPaths::relative(DocumentId from, std::string_view path) const {
  const std::string& own = path_of(collection_.documents[from.v]);
  std::vector<std::string> bases{std::string(with_slash(own))};
  if (!is_markdown(path) && !opens_folder(own))
    bases.push_back(std::string(without_markdown_suffix(own)) + "/");
  for (const std::string& base : bases) {
    Candidates found = at(without_dot_segments(base + std::string(path)));
    if (!found.empty()) return found;
  }
  const bool from_here = path.starts_with("./") || path.starts_with("../");
  return from_here ? Candidates() : from_root(from, path);
}

/// A path may name the root itself, and folders around it: `/posts/b/` where `posts` is all there
/// is. They are known as far as the user named them.
Candidates TextPaths::from_root(DocumentId from, std::string_view path) const {
  const std::string plain = without_dot_segments("/" + std::string(path)).substr(1);
  for (const std::string& root : roots_of(from)) {
    Candidates found = at(root + plain);
    if (!found.empty()) return found;
  }
  const model::Document& text = collection_.documents[from.v];
  std::string_view outside = text.path;
  if (text.in_root.empty() || !outside.ends_with(text.in_root)) return {};
  outside.remove_suffix(text.in_root.size());
  for (outside = with_slash(outside); !outside.empty();
       outside.remove_prefix(outside.find('/') + 1)) {
    if (!plain.starts_with(outside)) continue;
    Candidates found = at(std::string_view(plain).substr(outside.size()));
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace keben::outline
