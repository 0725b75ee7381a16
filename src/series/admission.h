// Which of a folder's texts are the book's where no list says: all but what their author keeps from
// readers, and what is about the repository rather than of it.
#pragma once

#include <string>
#include <vector>

#include "base/parallel.h"
#include "config/options.h"
#include "series/facts.h"
#include "series/left_out.h"
#include "series/listing.h"

namespace keben::series {

struct Admitted {
  std::vector<Facts> texts;  // each placed (facts.h), in the order of the paths
  std::vector<LeftOut> left_out;
};

/// Looks into the texts named by `paths`. A repository's own papers at its root are texts where
/// they have front matter.
Admitted admit(const Listing& listing, const std::vector<std::string>& paths, Jobs jobs,
               const config::Limits& limits);

}  // namespace keben::series
