// Which clusters are pictures (UTS#51): an emoji face draws them in a full-width cell, not the
// text's.
#pragma once

#include <string_view>

namespace keben::unicode {

/// Whether a cluster is to look like an emoji: by its variation selector, else as its first code
/// point looks by default. Flags, keycaps (1️⃣), skin tones and joined pictures
/// (👨‍👩‍👧) do.
///
/// @param cluster one extended grapheme cluster (grapheme.h)
/// Source: UTS#51 #Emoji_Variation_Selectors, #def_emoji_sequence; typesetting.md 9.5.
bool is_emoji_cluster(std::string_view cluster);

}  // namespace keben::unicode
