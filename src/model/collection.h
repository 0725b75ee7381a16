// A book of one essay or of many, in reading order, with its parts.
//
// Both backends take a Collection; a single essay is a collection of one, so there is one road.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace keben::model {

/// A run of documents under one heading; parts are in order and do not overlap. One without a
/// title ends the part before it.
struct Part {
  std::string title;
  std::uint32_t first = 0;  // index of its first document
  bool opened = false;  // that document is its page: it has no other, and is no member of its own
  bool has_page_of_its_own() const { return !title.empty() && !opened; }
  bool operator==(const Part&) const = default;
};

struct Collection {
  Meta meta;  // of the whole; a single essay's own
  std::vector<Document> documents;
  std::vector<Part> parts;
  bool volume = false;  // of a book that was cut: a collection, if of one document
  bool single() const { return documents.size() == 1 && !volume; }
  bool operator==(const Collection&) const = default;
};

}  // namespace keben::model
