// Readings over their base (ruby).
#include <algorithm>

#include "base/utf8.h"
#include "pdf/shape/detail/builder.h"

namespace keben::pdf::shape {
namespace {

constexpr Mil kReadingMargin{60};  // so that two readings never touch

}  // namespace

/// Sets a reading over its base. A reading wider than its base widens the base's cell on both
/// sides alike; the base of one reading stays on one line.
void Shaper::Builder::set_reading(const Reading& reading) {
  const auto begins = [](const Box& box, std::uint32_t byte) { return box.first_byte < byte; };
  const auto first = std::lower_bound(out_.boxes.begin(), out_.boxes.end(), reading.first, begins);
  const auto end = std::lower_bound(first, out_.boxes.end(), reading.end, begins);
  if (first == end) return;
  ShapedReading set;
  set.first_box = static_cast<std::uint32_t>(first - out_.boxes.begin());
  set.end_box = static_cast<std::uint32_t>(end - out_.boxes.begin());
  set.text = reading.text;
  set.scale = out_.source.styles[first->style].scale / 2;
  set.face = first->face;
  const std::u32string text = utf8::to_utf32(reading.text);
  const ShapedWord& word =
      shaper_.words_.shape(set.face, text, Features::none, false, style_.language.tag);
  std::size_t byte = 0, counted = 0;
  for (const ShapedGlyph& g : word.glyphs) {
    for (; counted < g.text_end; ++counted)
      byte = utf8::decode(reading.text, byte).next;
    set.glyphs.push_back({g.glyph, scaled(g.x, set.scale), scaled(g.rise, set.scale),
                          static_cast<std::uint32_t>(byte)});
  }
  set.width = scaled(word.width, set.scale);
  Mil base;
  for (std::uint32_t k = set.first_box; k < set.end_box; ++k) {
    base += out_.boxes[k].width;
    if (k == set.first_box) continue;
    base += out_.gaps[k].natural;
    out_.gaps[k].at = Gap::Break::never;
    out_.gaps[k].letterspace = false;
  }
  const Mil wanting = set.width + kReadingMargin - base;
  if (wanting.v > 0) widen(*first, *(end - 1), wanting);
  out_.readings.push_back(std::move(set));
}

void Shaper::Builder::widen(Box& first, Box& last, Mil by) {
  const Mil half{by.v / 2};
  for (std::uint32_t g = first.first_glyph; g < first.end_glyph; ++g)
    out_.glyphs[g].x += half;
  first.width += half;
  last.width += by - half;
}

}  // namespace keben::pdf::shape
