// Links from an essay to one that lies in another volume of the same set.
//
// No reader can follow them from book to book. The essay's page on the web stands in, where it has
// one; else the words stay, and behind them the volume that the essay is in, as printed books say
// it: 〔见《茶书（第2册）》〕.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/collection.h"

namespace keben::app {

struct VolumeStart {
  std::size_t first = 0;  // of its documents
  std::string title;
};

/// @param volumes  of the book, in order, the first from document 0
void lead_to_volumes(model::Collection& book, const std::vector<VolumeStart>& volumes);

}  // namespace keben::app
