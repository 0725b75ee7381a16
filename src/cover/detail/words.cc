#include "cover/detail/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "model/generated_words.h"

namespace keben::cover {
namespace {

// In code points. A title beyond that is a paragraph; what is cut shows in the book all the same.
constexpr std::size_t kLongestTitle = 240, kLongestName = 48, kLongestNumber = 5;

std::string shortened(std::string_view text, std::size_t longest) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < longest; ++n)
    at = utf8::decode(text, at).next;
  return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "……";
}

/// What follows the names that are shown where more are left out.
std::string_view and_others(model::Convention convention) {
  switch (convention) {
    case model::Convention::hans:
    case model::Convention::hant_tw:
    case model::Convention::hant_hk:
      return "等";
    case model::Convention::ja:
      return "ほか";
    case model::Convention::ko:
      return "\u00A0외";
    case model::Convention::western:
      return "\u00A0et al.";
  }
  return {};
}

std::vector<std::string> people_of(const model::Meta& meta) {
  constexpr std::size_t kMost = 4;
  const auto names = [&](bool authors_only) {
    std::vector<std::string> out;
    for (const model::Person& person : meta.people) {
      if (!person.name.empty() && (!authors_only || person.role == "aut"))
        out.push_back(shortened(person.name, kLongestName));
    }
    return out;
  };
  std::vector<std::string> people = names(true);
  if (people.empty()) people = names(false);
  if (people.size() > kMost) {
    people.resize(kMost - 1);
    people.back() += and_others(meta.language.convention);
  }
  return people;
}

std::string date_of(const model::Collection& collection) {
  const model::Convention convention = collection.meta.language.convention;
  if (collection.meta.published) return spoken_date(*collection.meta.published, convention);
  std::optional<model::Date> first, last;
  for (const model::Document& document : collection.documents) {
    if (!document.meta.published) continue;
    first = first ? std::min(*first, *document.meta.published) : *document.meta.published;
    last = last ? std::max(*last, *document.meta.published) : *document.meta.published;
  }
  if (!first) return {};
  if (collection.single()) return spoken_date(*first, convention);
  const std::string year = std::to_string(first->year);
  return first->year == last->year ? year : year + "–" + std::to_string(last->year);
}

}  // namespace

CoverWords words_of(const model::Collection& collection) {
  const model::Meta& meta = collection.meta;
  const std::string untitled(model::words_for(meta.language.convention).untitled);
  CoverWords words{.title = shortened(meta.title.empty() ? untitled : meta.title, kLongestTitle),
                   .subtitle = shortened(meta.subtitle, kLongestTitle),
                   .people = people_of(meta),
                   .date = date_of(collection),
                   .colour = !meta.series.name.empty()   ? meta.series.name
                             : !meta.volume.name.empty() ? meta.volume.name
                                                         : meta.title};
  if (meta.series.name != meta.title) words.series = shortened(meta.series.name, kLongestName);
  if (meta.series.number.empty()) {
    words.number = meta.volume.number;
  } else if (utf8::count(meta.series.number) <= kLongestNumber) {
    words.number = meta.series.number;
  } else if (!words.series.empty()) {  // no room in the seal
    words.series += " " + shortened(meta.series.number, kLongestName);
  }
  return words;
}

}  // namespace keben::cover
