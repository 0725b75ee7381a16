// What a reader takes for one character: UAX#29 extended grapheme clusters of Unicode 15.0.
//
// A family emoji is seven code points, a flag two, 葛󠄀 two, an accented letter two or more.
// Lines do not break inside a cluster, faces are chosen by cluster, and hyphenation falls back to
// clusters.
#pragma once

#include <cstddef>
#include <string_view>

namespace keben::unicode {

/// Where the cluster that begins at `at` ends.
///
/// @param text valid UTF-8
/// @param at   a byte offset before the end of `text`, the beginning of a cluster
/// @returns a byte offset greater than `at`, text.size() at most
std::size_t next_cluster(std::string_view text, std::size_t at);

/// How many clusters `text` holds.
std::size_t count_clusters(std::string_view text);

}  // namespace keben::unicode
