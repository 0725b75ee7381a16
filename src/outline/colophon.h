// The colophon of a collection: what book this is, and where each of its texts comes from.
//
// A text that was taken from a blog stands here with its day, its address and its licence, so that
// a reader can go back to it and knows what may be done with it. Both backends show the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/collection.h"

namespace keben::outline {

/// Where one text comes from.
struct Origin {
  model::DocumentId document;
  std::string about;    // who made it, if others than the whole; its day; its licence, if its own
  std::string address;  // of its page on the web, as links want it, or empty
};

struct Colophon {
  std::vector<std::string> whole;  // title, subtitle, people, days, publisher, ISBN, licence: a
                                   // line each, as far as they are known
  std::vector<Origin> origins;     // of each text, in reading order
};

/// Nothing for an only text, whose title page says it all, and where neither the whole nor any of
/// its texts says more than a title and people.
std::optional<Colophon> make_colophon(const model::Collection& collection);

/// The address that a text gives as its own, as links want it; empty where it gives none that leads
/// to a page on the web.
std::string page_address(const model::Meta& meta);

/// An address as readers see it: without scheme and closing slash, its characters decoded.
std::string shown_address(const std::string& address);

}  // namespace keben::outline
