// What of a folder's Markdown is not in the book, and why. Every file that is left out is told of:
// nothing of an author's is lost in silence (decisions of what is left out lie in plan.h).
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace keben::series {

struct Listing;

struct LeftOut {
  enum class Why {
    unlisted,  // a list names the texts, and not this one
    list,      // it is itself a list of texts
    paper,     // a repository's licence, changelog …
    draft,     // its author keeps it from readers
    wordless,  // it opens a folder with a title, and has no text
    hidden,    // it lies where programs keep things: `.obsidian`, `node_modules`
    link,      // a symbolic link, which may lead anywhere
    no_file,   // a pipe, a device
  };

  std::string path;  // from the folder; with a slash behind it, all that lies below
  Why why = Why::unlisted;
  std::string by = {};  // the list that counts; the words that say draft
  bool operator==(const LeftOut&) const = default;
};

/// A note for each, with its reason: by reason, then in the natural order of names.
void tell_left_out(const Listing& listing, std::vector<LeftOut> left_out, Diagnostics& log);

}  // namespace keben::series
