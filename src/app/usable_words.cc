#include "app/usable_words.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "markdown/characters.h"
#include "model/generated_words.h"

namespace keben::app {
namespace {

void settle(std::string& words, std::size_t& count) {
  words = markdown::usable_words(std::move(words), count);
}

/// @returns how many characters were replaced
std::size_t settle(model::Meta& meta) {
  std::size_t count = 0;
  for (std::string* words :
       {&meta.title, &meta.file_as, &meta.subtitle, &meta.description, &meta.category,
        &meta.publisher, &meta.rights, &meta.series.name, &meta.volume.name})
    settle(*words, count);
  for (std::string& tag : meta.tags)
    settle(tag, count);
  std::erase(meta.tags, std::string());
  for (model::Person& person : meta.people)
    settle(person.name, count), settle(person.file_as, count);
  std::erase_if(meta.people, [](const model::Person& person) { return person.name.empty(); });
  if (meta.title.empty())
    meta.title = std::string(model::words_for(meta.language.convention).untitled);
  return count;
}

void settle(model::Meta& meta, SourceSpan at, Diagnostics& log) {
  const std::size_t count = settle(meta);
  if (count > 0) markdown::warn_of_characters(count, at, log);
}

}  // namespace

void make_words_usable(model::Collection& collection, Diagnostics& log) {
  for (model::Document& document : collection.documents)
    settle(document.meta, {1, 1, 1, 1, document.file}, log);
  if (collection.single()) {
    settle(collection.meta);  // the only text's own, and told there
  } else {
    settle(collection.meta, {}, log);
  }
  std::size_t count = 0;
  for (model::Part& part : collection.parts)
    settle(part.title, count);
  if (count > 0) markdown::warn_of_characters(count, {}, log);
}

}  // namespace keben::app
