// What a cover says: a few short texts out of a collection's metadata.
#pragma once

#include <string>
#include <vector>

#include "model/collection.h"

namespace keben::cover {

/// Empty strings are left out of the picture; `title` never is empty.
struct CoverWords {
  std::string title;
  std::string subtitle;
  std::vector<std::string> people;  // authors, else whoever is named; a few at most
  std::string date;                 // a day, or the years of a collection
  std::string series;
  std::string number;  // of the volume: goes into the seal
  std::string colour;  // the name that picks the colour: the series', else the title
  bool operator==(const CoverWords&) const = default;
};

CoverWords words_of(const model::Collection& collection);

}  // namespace keben::cover
