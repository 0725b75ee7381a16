// Readings over their base (ruby).
#include <algorithm>

#include "base/utf8.h"
#include "pdf/shape/detail/builder.h"

namespace keben::pdf::shape {
namespace {

constexpr Mil kOverhang{250};  // over a neighbouring hanzi, at most
constexpr Mil kApart{30};      // from the edge of a base whose neighbour has a reading, too

}  // namespace

/// Sets a reading over its base, centred. One that is wider overhangs the hanzi beside it a little;
/// what then is wanting widens the base's cell. Where a line begins or ends there it keeps the
/// overhang's room, so that the reading aligns with the line's edge. The base of one reading stays
/// on one line.
void Shaper::Builder::set_reading(const Reading& reading) {
  const auto begins = [](const Box& box, std::uint32_t byte) { return box.first_byte < byte; };
  const auto first = std::lower_bound(out_.boxes.begin(), out_.boxes.end(), reading.first, begins);
  const auto end = std::lower_bound(first, out_.boxes.end(), reading.end, begins);
  if (first == end) return;
  ShapedReading set = shaped_reading(reading.text, *first);
  set.element = reading.element;
  set.first_box = static_cast<std::uint32_t>(first - out_.boxes.begin());
  set.end_box = static_cast<std::uint32_t>(end - out_.boxes.begin());
  Mil base;
  for (std::uint32_t k = set.first_box; k < set.end_box; ++k) {
    base += out_.boxes[k].width;
    if (k == set.first_box) continue;
    base += out_.gaps[k].natural;
    out_.gaps[k].at = Gap::Break::never;
    out_.gaps[k].letterspace = false;
  }
  const Mil wanting = set.width - base;
  const Mil left{wanting.v / 2}, right = wanting - left;
  const Mil over_left = std::min(left, room_beside(set, set.first_box)),
            over_right = std::min(right, room_beside(set, set.end_box));
  set.left_of_base = std::max(Mil{0}, left - over_left);
  set.right_of_base = std::max(Mil{0}, right - over_right);
  widen(*first, *(end - 1), set.left_of_base, set.right_of_base);
  out_.gaps[set.first_box].kept_at_start += std::max(Mil{0}, over_left);
  out_.gaps[set.end_box].kept_at_end += std::max(Mil{0}, over_right);
  out_.readings.push_back(std::move(set));
}

/// A reading's glyphs, half as large as its base.
ShapedReading Shaper::Builder::shaped_reading(const std::string& text, const Box& base) {
  ShapedReading set;
  set.text = text;
  set.scale = out_.source.styles[base.style].scale / 2;
  set.face = base.face;
  const ShapedWord& word = shaper_.words_.shape(set.face, utf8::to_utf32(text), Features::none,
                                                Course::by_letters, style_.language.tag);
  std::size_t byte = 0, counted = 0;
  for (const ShapedGlyph& g : word.glyphs) {
    for (; counted < g.text_end; ++counted)
      byte = utf8::decode(text, byte).next;
    set.glyphs.push_back({g.glyph, scaled(g.x, set.scale), scaled(g.rise, set.scale),
                          static_cast<std::uint32_t>(byte)});
  }
  set.width = scaled(word.width, set.scale);
  return set;
}

/// How far a reading may reach over what stands on the other side of a gap at its base's edge: over
/// a hanzi or kana a little, over a mark or Latin not at all, and from another reading it keeps
/// away.
Mil Shaper::Builder::room_beside(const ShapedReading& set, std::uint32_t gap) const {
  const bool before = gap == set.first_box;
  if (gap == 0 || gap == out_.boxes.size()) return {0};
  const Box& neighbour = out_.boxes[before ? gap - 1 : gap];
  const auto reads = [&](const Reading& other) {
    return other.first <= neighbour.first_byte && neighbour.first_byte < other.end;
  };
  const std::vector<Reading>& all = out_.source.readings;
  const auto next =
      std::upper_bound(all.begin(), all.end(), neighbour.first_byte,
                       [](std::uint32_t byte, const Reading& other) { return byte < other.end; });
  if (next != all.end() && reads(*next)) return Mil{0} - kApart;
  const bool hanzi = neighbour.first == Cell::hanzi && out_.gaps[gap].natural == Mil{0};
  return hanzi ? kOverhang : Mil{0};
}

void Shaper::Builder::widen(Box& first, Box& last, Mil left, Mil right) {
  for (std::uint32_t g = first.first_glyph; g < first.end_glyph; ++g)
    out_.glyphs[g].x += left;
  first.width += left;
  last.width += right;
}

}  // namespace keben::pdf::shape
