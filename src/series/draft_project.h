// A keben.yaml to start from: what a folder's texts say, and in comments what could be said.
#pragma once

#include <string>

#include "base/words.h"
#include "config/options.h"
#include "series/listing.h"
#include "series/plan.h"

namespace keben::series {

/// What the blog's own settings say of its addresses; empty where they do not.
struct BlogAddresses {
  std::string site, permalink;
};

/// The file's text. Reading it back (read_project) gives the plan's members and parts again.
///
/// @param name  of the folder, for a book without title and for its outputs; empty: `book`
std::string draft_project(const Listing& listing, const Plan& plan, const std::string& name,
                          UiLanguage language, const config::Limits& limits,
                          const BlogAddresses& blog = {});

}  // namespace keben::series
