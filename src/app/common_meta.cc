#include "app/common_meta.h"

#include <algorithm>

#include "markdown/dates.h"

namespace keben::app {
namespace {

using model::Document;
using model::Meta;

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// The value that all documents have, or an empty one.
template <class Get>
auto agreed(const std::vector<Document>& documents, Get get) {
  const auto first = get(documents.front().meta);
  const bool all = std::all_of(documents.begin(), documents.end(),
                               [&](const Document& d) { return get(d.meta) == first; });
  return all ? first : decltype(first){};
}

void gather(Meta& meta, const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    for (const model::Person& person : document.meta.people)
      add_once(meta.people, person);
    for (const std::string& tag : document.meta.tags)
      add_once(meta.tags, tag);
    meta.modified = std::max(meta.modified, document.meta.modified);
  }
}

}  // namespace

model::Language most_frequent(const std::vector<model::Language>& languages) {
  std::vector<std::pair<model::Language, std::size_t>> counts;
  for (const model::Language& language : languages) {
    const auto found = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& count) { return count.first == language; });
    if (found == counts.end()) {
      counts.emplace_back(language, 1);
    } else {
      ++found->second;
    }
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Meta common_meta(const std::vector<Document>& documents, const config::MetaOverrides& flags,
                 const std::string& title) {
  Meta meta;
  gather(meta, documents);
  std::vector<model::Language> languages;
  for (const Document& document : documents)
    languages.push_back(document.meta.language);
  meta.language =
      flags.language.empty() ? most_frequent(languages) : *model::parse_language(flags.language);
  meta.site = agreed(documents, [](const Meta& m) { return m.site; });
  meta.publisher = agreed(documents, [](const Meta& m) { return m.publisher; });
  meta.rights = agreed(documents, [](const Meta& m) { return m.rights; });
  meta.category = agreed(documents, [](const Meta& m) { return m.category; });
  const std::string series = agreed(documents, [](const Meta& m) { return m.series.name; });
  meta.title = !series.empty() ? series : title;
  override_meta(meta, flags);
  return meta;
}

void override_meta(Meta& meta, const config::MetaOverrides& flags) {
  const auto set = [](std::string& field, const std::string& value) {
    if (!value.empty()) field = value;
  };
  set(meta.title, flags.title);
  set(meta.subtitle, flags.subtitle);
  set(meta.description, flags.description);
  set(meta.site, flags.site);
  set(meta.isbn, flags.isbn);
  if (!flags.series.empty()) meta.series = {flags.series, flags.number};
  if (!flags.authors.empty()) {
    meta.people.clear();
    for (const std::string& name : flags.authors)
      meta.people.push_back({name, "aut"});
  }
  if (!flags.date.empty()) meta.published = markdown::read_date(flags.date)->day;
}

}  // namespace keben::app
