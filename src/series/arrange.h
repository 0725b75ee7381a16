// The order of texts that no list puts in order, and the parts that they fall into.
#pragma once

#include "series/plan.h"

namespace keben::series {

/// Fills in the plan's order, members and parts with the listing's texts, and adds those that are
/// none of the book's to what is left out.
void arrange(const Listing& listing, const Asked& asked, const config::Limits& limits, Plan& plan);

}  // namespace keben::series
