#include "unicode/properties.h"

namespace keben::unicode::tables {
namespace {

// The generated records name their fields by one letter each.
using L = LineClass;
using C = ClusterClass;
using S = Script;
using W = Width;
using O = Orientation;
using K = Category;
using E = Emoji;

}  // namespace

#include "unicode/properties.inc"

}  // namespace keben::unicode::tables
