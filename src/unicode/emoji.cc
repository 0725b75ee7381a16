#include "unicode/emoji.h"

#include <cstddef>

#include "base/utf8.h"
#include "unicode/properties.h"

namespace keben::unicode {
namespace {

constexpr char32_t kTextStyle = 0xFE0E;   // VS15
constexpr char32_t kEmojiStyle = 0xFE0F;  // VS16

}  // namespace

bool is_emoji_cluster(std::string_view cluster) {
  if (cluster.empty()) return false;
  const utf8::Decoded base = utf8::decode(cluster, 0);
  const Properties& p = properties_of(base.code_point);
  if (p.emoji == Emoji::none) return false;
  if (base.next == cluster.size()) return p.emoji == Emoji::emoji_style;
  const utf8::Decoded second = utf8::decode(cluster, base.next);
  if (second.code_point == kTextStyle) return false;
  if (second.code_point == kEmojiStyle) return true;
  // ☝🏽 and 🕵‍♂ written without VS16: what follows is a picture, so the first is one
  // too.
  const Properties& follower = properties_of(second.code_point);
  return p.emoji == Emoji::emoji_style || follower.line == LineClass::em ||
         (p.cluster == ClusterClass::pictographic && follower.cluster == ClusterClass::zwj);
}

}  // namespace keben::unicode
