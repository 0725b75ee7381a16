#include "outline/permalinks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "outline/address.h"
#include "outline/permalink_words.h"
#include "outline/slug.h"

namespace keben::outline {
namespace {

using model::Date;
using model::Document;
using Texts = std::vector<std::string>;

constexpr Date kAnyDay{2000, 1, 1};

/// An essay has this many addresses at most.
constexpr std::size_t kMostPaths = 24;

void add_once(Texts& all, std::string one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(std::move(one));
}

/// The file's name, and with the folders that it may be told apart by.
Texts names_of(const Document& document) {
  constexpr std::size_t kMostFolders = 3;
  const Texts segments = segments_of(document.path);
  if (segments.empty()) return {};
  Texts out;
  const std::string& last = segments.back();
  for (const std::string& name : {without_date(last), last})
    add_once(out, name);
  std::string path = out.front();
  for (std::size_t k = 1; k <= kMostFolders && k < segments.size(); ++k)
    add_once(out, path = segments[segments.size() - 1 - k] + "/" + path);
  return out;
}

/// A slug names a page; one with folders is a whole path.
bool is_path(const std::string& slug) {
  return slug.find('/') != std::string::npos;
}

Texts title_slugs(const Document& document) {
  Texts out;
  add_once(out, github_slug(document.meta.title));
  add_once(out, document.meta.title);
  return out;
}

Texts slug_else(const Document& document, const Texts& otherwise) {
  if (document.meta.slug.empty()) return otherwise;
  return {document.meta.slug};
}

Texts titled(const Document& document) {
  Texts out = names_of(document);
  for (std::string& slug : title_slugs(document))
    add_once(out, std::move(slug));
  return slug_else(document, out);
}

Texts categories(const Document& document) {
  if (document.meta.category.empty()) return {"", "uncategorized"};
  Texts out{document.meta.category};
  add_once(out, github_slug(document.meta.category));
  return out;
}

/// The folders that a page lies in, from the innermost outward.
Texts sections(const Document& document) {
  Texts segments = segments_of(document.path);
  if (!segments.empty()) segments.pop_back();
  std::reverse(segments.begin(), segments.end());
  if (segments.empty()) return {""};
  return segments;
}

struct TextWord {
  std::string_view name;
  Texts (*means)(const Document&);
};
constexpr std::array<TextWord, 17> kTextWords = {{
    {"title", titled},
    {"slug", titled},
    {"slugorfilename", titled},
    {"slugorcontentbasename", titled},
    {"id", titled},
    {"name", names_of},
    {"basename", names_of},
    {"filename", names_of},
    {"contentbasename", names_of},
    {"path", names_of},
    {"post_title", title_slugs},
    {"category", categories},
    {"categories", categories},
    {"section", sections},
    {"sections", sections},
    {"output_ext", [](const Document&) { return Texts{".html"}; }},
    {"ext", [](const Document&) { return Texts{".html"}; }},
}};

/// What a word stands for, the likeliest first; nothing where no generator knows it.
std::optional<Texts> meaning_of(std::string_view name, const Document& document) {
  if (const auto date = date_word(name, document.meta.published.value_or(kAnyDay)))
    return document.meta.published ? Texts{*date} : Texts();
  for (const TextWord& word : kTextWords)
    if (word.name == name) return word.means(document);
  return std::nullopt;
}

}  // namespace

std::string unknown_word(std::string_view pattern) {
  for (const Stretch& stretch : stretches_of(pattern))
    if (stretch.word && !meaning_of(stretch.text, Document())) return std::string(stretch.written);
  return {};
}

std::string permalink_words() {
  std::string out;
  const auto add = [&](std::string_view name) {
    out.append(out.empty() ? ":" : " :").append(name);
  };
  for (const std::string_view word : date_words())
    add(word);
  for (const TextWord& word : kTextWords)
    add(word.name);
  return out;
}

std::vector<std::string> page_paths(std::string_view pattern, const Document& document) {
  if (is_path(document.meta.slug)) return {tidy(document.meta.slug)};
  Texts paths{""};
  for (const Stretch& stretch : stretches_of(pattern)) {
    const Texts choices = stretch.word ? meaning_of(stretch.text, document).value_or(Texts())
                                       : Texts{std::string(stretch.written)};
    Texts longer;
    for (const std::string& choice : choices) {
      for (const std::string& path : paths)
        if (longer.size() < kMostPaths) longer.push_back(path + choice);
    }
    paths = std::move(longer);
  }
  Texts out;
  for (const std::string& path : paths)
    add_once(out, tidy(path));
  return out;
}

void give_addresses(std::vector<Document>& documents, std::string_view pattern,
                    const std::string& site) {
  for (Document& document : documents) {
    model::Meta& meta = document.meta;
    const std::vector<std::string> paths = page_paths(pattern, document);
    if (paths.empty() || !meta.source.empty()) continue;
    std::string base = meta.site.empty() ? site : meta.site;
    if (!base.empty() && !base.ends_with('/')) base += '/';
    const std::string folder = base.empty() ? "/" : split_address(base).path;
    if (!base.empty()) meta.source = base + paths.front();
    for (std::size_t i = base.empty() ? 0 : 1; i < paths.size(); ++i)
      meta.aliases.push_back(folder + paths[i]);
  }
}

}  // namespace keben::outline
