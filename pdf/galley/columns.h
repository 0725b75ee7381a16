// How wide a table's columns are, of what each would like and of what there is
// (typesetting.md 7.7).
#pragma once

#include <vector>

#include "base/length.h"

namespace keben::pdf::galley {

/// How wide a column is where all its cells stand on one line, and where they are divided wherever
/// they may be.
struct ColumnWish {
  Pt most, least;
};

/// Widths of columns that share what there is. Where all cannot have what they would like, those
/// that like no more than a fair share get it, so that short cells stay on one line; the others get
/// their longest word, and of the rest in proportion to what they would like. Words are divided
/// only where even those do not fit, and then in the widest columns.
std::vector<Pt> share_out(const std::vector<ColumnWish>& columns, Pt available);

}  // namespace keben::pdf::galley
