// Source: UAX#29 #Grapheme_Cluster_Boundary_Rules, GB3 to GB999 (revision 41, Unicode 15.0).
//
// The rules look at two neighbours, and twice at more: an emoji joined by ZWJ (GB11) and the parity
// of regional indicators (GB12). Since we walk forward from a cluster's beginning, two flags hold
// all of it.
#include "unicode/grapheme.h"

#include "base/utf8.h"
#include "unicode/properties.h"

namespace keben::unicode {
namespace {

using enum ClusterClass;

/// What the cluster so far says about its next code point.
struct Cluster {
  ClusterClass last;
  bool picture_goes_on;  // Extended_Pictographic Extend*, and then ZWJ
  bool half_a_flag;      // a single regional indicator
};

Cluster begin_with(ClusterClass first) {
  return {first, first == pictographic, first == regional_indicator};
}

/// GB6 to GB8: jamo that make one syllable block.
bool in_syllable(ClusterClass last, ClusterClass next) {
  if (last == l) return next == l || next == v || next == lv || next == lvt;
  if (last == v || last == lv) return next == v || next == t;
  return (last == t || last == lvt) && next == t;
}

bool goes_on(const Cluster& so_far, ClusterClass next) {
  const ClusterClass last = so_far.last;
  if (last == cr && next == lf) return true;                                       // GB3
  if (last == cr || last == lf || last == control) return false;                   // GB4
  if (next == cr || next == lf || next == control) return false;                   // GB5
  if (in_syllable(last, next)) return true;                                        // GB6 to GB8
  if (next == extend || next == zwj || next == spacing_mark) return true;          // GB9, GB9a
  if (last == prepend) return true;                                                // GB9b
  if (last == zwj && so_far.picture_goes_on && next == pictographic) return true;  // GB11
  return last == regional_indicator && so_far.half_a_flag && next == regional_indicator;  // GB12
}

void take(Cluster& so_far, ClusterClass next) {
  so_far.picture_goes_on = next == pictographic || (so_far.picture_goes_on && so_far.last != zwj &&
                                                    (next == extend || next == zwj));
  so_far.half_a_flag = next == regional_indicator && !so_far.half_a_flag;
  so_far.last = next;
}

/// A printable ASCII character, or a byte that leads U+4000 to U+9FFF: alone between two of these,
/// without a look at any table. The block's few symbols are as plain as its hanzi.
bool is_plain(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return (b >= 0x20 && b < 0x7F) || (b >= 0xE4 && b <= 0xE9);
}

}  // namespace

std::size_t next_cluster(std::string_view text, std::size_t at) {
  if (is_plain(text[at])) {
    const std::size_t next = at + (static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3);
    if (next >= text.size() || is_plain(text[next])) return next;
  }
  const auto class_of = [](char32_t c) { return properties_of(c).cluster; };
  utf8::Decoded here = utf8::decode(text, at);
  Cluster cluster = begin_with(class_of(here.code_point));
  while (here.next < text.size()) {
    const utf8::Decoded following = utf8::decode(text, here.next);
    const ClusterClass next = class_of(following.code_point);
    if (!goes_on(cluster, next)) break;
    take(cluster, next);
    here = following;
  }
  return here.next;
}

std::size_t count_clusters(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); at = next_cluster(text, at))
    ++n;
  return n;
}

}  // namespace keben::unicode
