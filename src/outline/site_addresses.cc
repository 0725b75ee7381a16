#include "outline/site_addresses.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "outline/permalink_words.h"
#include "outline/permalinks.h"
#include "outline/slug.h"

namespace keben::outline {
namespace {

using model::Meta;
using model::Site;
using Generator = Site::Generator;
using Texts = std::vector<std::string>;

/// Where a text lies in a site.
struct Place {
  const model::SitePages* pages = nullptr;
  std::string above;  // the folders that Jekyll's `_posts` lies in
  std::string below;  // its path from the pages' folder
};

std::optional<Place> place_of(const Site& site, const std::string& path) {
  const std::string from_root = "/" + path;
  for (const model::SitePages& pages : site.pages) {
    const std::string folder = "/" + pages.folder + "/";
    const std::size_t at = from_root.find(folder);
    const bool anywhere = site.generator == Generator::jekyll;
    if (at == std::string::npos || (at > 0 && !anywhere)) continue;
    return Place{&pages, from_root.substr(0, at), from_root.substr(at + folder.size())};
  }
  return std::nullopt;
}

std::string joined(const Texts& segments) {
  std::string out;
  for (const std::string& segment : segments)
    out.append(out.empty() ? "" : "/").append(segment);
  return out;
}

std::string lower_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// A text that no generator writes otherwise, but for its capitals.
bool is_plain(const std::string& text) {
  std::string letters = text;
  std::erase_if(letters, [](char c) { return c == '-' || c == '_'; });
  return !letters.empty() && folded(letters) == lower_ascii(letters);
}

/// What a generator's own word stands for, where that is certain.
class Words {
 public:
  Words(const Site& site, const Place& place, const Meta& meta)
      : site_(site), place_(place), meta_(meta), segments_(segments_of(place.below)) {}

  std::optional<std::string> meaning(std::string_view word) const {
    if (segments_.empty()) return std::nullopt;
    if (date_word(word, {2000, 1, 1}))
      return meta_.published ? date_word(word, *meta_.published) : std::nullopt;
    switch (site_.generator) {
      case Generator::hexo:
        return hexo(word);
      case Generator::jekyll:
        return jekyll(word);
      case Generator::hugo:
        return hugo(word);
      case Generator::astro:
      case Generator::none:
        break;
    }
    return std::nullopt;
  }

 private:
  /// `:title` is the file's path, as far as `new_post_name` calls that the title.
  std::optional<std::string> hexo(std::string_view word) const {
    const bool by_file = word == "title" || word == "name";
    if (!by_file || site_.names == Site::Names::other || !meta_.slug.empty()) return std::nullopt;
    const std::string& name = segments_.back();
    if (site_.names == Site::Names::behind_date && without_date(name) != name)
      return segments_.size() == 1 ? std::optional(without_date(name)) : std::nullopt;
    return word == "name" ? name : joined(segments_);
  }

  std::optional<std::string> jekyll(std::string_view word) const {
    const std::string& name = segments_.back();
    const bool post = place_.pages->folder == "_posts";
    if (word == "output_ext") return ".html";
    if (word == "categories" && post)
      return meta_.category.empty() && place_.above.empty() ? std::optional<std::string>("")
                                                            : std::nullopt;
    if (word != "title" && word != "slug" && word != "name") return std::nullopt;
    const std::string title = !meta_.slug.empty() ? meta_.slug : post ? without_date(name) : name;
    const bool dated = !post || without_date(name) != name;
    return dated && is_plain(title) ? std::optional(title) : std::nullopt;
  }

  std::optional<std::string> hugo(std::string_view word) const {
    const std::string& content = site_.pages.back().folder;  // the last of its folders is the whole
    const std::string path = place_.pages->folder + "/" + place_.below;
    Texts folders = segments_of(path.substr(content.size()));
    const std::string name = std::exchange(folders.back(), {});
    folders.pop_back();
    const bool by_slug = word == "slug" || word.starts_with("slugor");
    if (by_slug && !meta_.slug.empty()) return in_an_address(meta_.slug);
    if (word == "slug" || word == "title") return in_an_address(meta_.title);
    const bool bundle = !path.ends_with(name + ".md");
    if (word.ends_with("filename")) return bundle ? std::nullopt : in_an_address(name);
    if (word.ends_with("contentbasename")) return in_an_address(name);
    if (word != "section" && word != "sections") return std::nullopt;
    if (word == "section" && folders.size() > 1) folders.resize(1);
    const bool plain = std::all_of(folders.begin(), folders.end(), is_plain);
    return plain ? std::optional(lower_ascii(joined(folders))) : std::nullopt;
  }

  static std::optional<std::string> in_an_address(const std::string& text) {
    return is_plain(text) ? std::optional(lower_ascii(text)) : std::nullopt;
  }

  const Site& site_;
  const Place& place_;
  const Meta& meta_;
  const Texts segments_;
};

/// A page whose whole path its front matter tells.
bool tells_path(const Meta& meta) {
  return meta.slug.find('/') != std::string::npos;
}

/// The paths of a generator that makes them from the file's, the slug in place of its name. Astro's
/// collections are mostly shown below their own name, `blog` or `posts`.
Texts paths_by_file(const Site& site, const Place& place, const Meta& meta) {
  if (tells_path(meta)) return {tidy(meta.slug)};
  Texts segments = segments_of(place.below);
  if (segments.empty()) return {};
  const bool collection = site.generator == Generator::astro && segments.size() > 1 &&
                          !place.pages->folder.ends_with("/pages");
  Texts fronts{""};
  if (collection) {
    fronts = {segments.front() + "/", "blog/", "posts/"};
    segments.erase(segments.begin());
  }
  Texts names{joined(segments)};
  if (!meta.slug.empty() && site.generator == Generator::astro) names.push_back(meta.slug);
  if (!meta.slug.empty()) segments.back() = meta.slug, names.push_back(joined(segments));
  Texts out;
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    for (const std::string& front : fronts)
      out.push_back(front + *name + "/");
  return out;
}

std::optional<std::string> certain(const Site& site, const Place& place, const Meta& meta) {
  if (!place.pages->written || place.pages->pattern.empty()) return std::nullopt;
  const bool plain_path = meta.slug.find(':') == std::string::npos;
  if (tells_path(meta)) return plain_path ? std::optional(tidy(meta.slug)) : std::nullopt;
  const Words words(site, place, meta);
  std::string out;
  bool any = false;
  for (const Stretch& stretch : stretches_of(place.pages->pattern)) {
    const std::optional<std::string> text =
        stretch.word ? words.meaning(stretch.text) : std::string(stretch.written);
    if (!text) return std::nullopt;
    any = any || stretch.word;
    out += *text;
  }
  return any ? std::optional(tidy(out)) : std::nullopt;
}

void give_address(model::Document& document, const Site& site, const Place& place) {
  model::Meta& meta = document.meta;
  model::Document in_site;
  in_site.path = place.pages->folder + "/" + place.below;
  in_site.meta = meta;
  const std::string& pattern = place.pages->pattern;
  Texts paths = pattern.empty() ? paths_by_file(site, place, meta) : page_paths(pattern, in_site);
  const std::optional<std::string> sure = certain(site, place, meta);
  if (sure) paths.insert(paths.begin(), *sure);
  const bool on_other_site = !meta.site.empty() && meta.site != site.address;
  if (meta.site.empty()) meta.site = site.address;
  if (sure && meta.source.empty() && !site.address.empty() && !on_other_site)
    meta.source = site.address + *sure;
  for (const std::string& path : paths)
    meta.aliases.push_back(site.folder + path);
}

}  // namespace

std::optional<std::string> certain_path(const Site& site, const std::string& path,
                                        const Meta& meta) {
  const std::optional<Place> place = place_of(site, path);
  return place ? certain(site, *place, meta) : std::nullopt;
}

void give_site_addresses(std::vector<model::Document>& documents, const Texts& paths,
                         const Site& site) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (paths[i].empty()) continue;
    if (const std::optional<Place> place = place_of(site, paths[i]))
      give_address(documents[i], site, *place);
  }
}

}  // namespace keben::outline
