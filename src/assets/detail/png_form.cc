#include "assets/detail/png_form.h"

#include <algorithm>
#include <array>
#include <optional>

namespace keben::assets {
namespace {

constexpr std::size_t kMostColours = 256;

/// Alpha, red, green and blue of pixel `i`, the first on top.
std::uint32_t colour_at(const Pixels& pixels, std::size_t i) {
  const std::uint32_t alpha = pixels.alpha.empty() ? 255 : pixels.alpha[i];
  const std::uint8_t* sample =
      pixels.samples.data() + i * static_cast<std::size_t>(pixels.channels);
  const std::uint32_t red = sample[0], green = pixels.channels == 1 ? red : sample[1],
                      blue = pixels.channels == 1 ? red : sample[2];
  return alpha << 24 | red << 16 | green << 8 | blue;
}

/// At most kMostColours, found by their hash.
class ColourSet {
 public:
  /// False where it is full.
  bool add(std::uint32_t colour) {
    std::size_t at = slot_of(colour);
    while (slots_[at] && *slots_[at] != colour)
      at = (at + 1) % slots_.size();
    if (slots_[at]) return true;
    if (count_ == kMostColours) return false;
    slots_[at] = colour;
    ++count_;
    return true;
  }
  std::vector<std::uint32_t> sorted() const {
    std::vector<std::uint32_t> out;
    for (const std::optional<std::uint32_t>& slot : slots_)
      if (slot) out.push_back(*slot);
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::size_t slot_of(std::uint32_t colour) const {
    return (colour * 2654435761u) >> 20;  // of 4096; Knuth's multiplier
  }
  std::array<std::optional<std::uint32_t>, 4096> slots_;
  std::size_t count_ = 0;
};

/// All colours, ascending; none where there are too many.
std::vector<std::uint32_t> few_colours(const Pixels& pixels) {
  const std::size_t count = std::size_t{pixels.size.width.v} * pixels.size.height.v;
  ColourSet set;
  std::uint32_t last = ~colour_at(pixels, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t colour = colour_at(pixels, i);
    if (colour != last && !set.add(colour)) return {};
    last = colour;
  }
  return set.sorted();
}

bool all_gray(const Pixels& pixels) {
  if (pixels.channels == 1) return true;
  for (std::size_t i = 0; i < pixels.samples.size(); i += 3)
    if (pixels.samples[i] != pixels.samples[i + 1] || pixels.samples[i] != pixels.samples[i + 2])
      return false;
  return true;
}

int bits_for(std::size_t colours) {
  return colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
}

/// The fewest bits whose levels (§13.12: spread evenly from black to white) these grays are.
int bits_of_grays(const std::vector<std::uint32_t>& colours) {
  for (const int bits : {1, 2, 4}) {
    const std::uint32_t spacing = 255u / ((1u << bits) - 1);
    if (std::all_of(colours.begin(), colours.end(),
                    [&](std::uint32_t colour) { return (colour & 0xFF) % spacing == 0; }))
      return bits;
  }
  return 8;
}

}  // namespace

PngForm::PngForm(const Pixels& pixels) : pixels_(pixels), is_gray_(all_gray(pixels)) {
  const bool clear = !pixels.alpha.empty();
  colour_ = is_gray_ ? clear ? PngColour::gray_alpha : PngColour::gray
            : clear  ? PngColour::rgba
                     : PngColour::rgb;
  colours_ = few_colours(pixels);
  if (colours_.empty()) return;
  const int as_palette = bits_for(colours_.size());
  if (colour_ == PngColour::gray) bits_ = bits_of_grays(colours_);
  const bool is_plane = pixels.channels == 1 && !clear;  // such as alpha's, whose numbers count
  if (colour_ == PngColour::gray && (is_plane || bits_ <= as_palette)) return;
  colour_ = PngColour::palette;
  bits_ = as_palette;
  for (const std::uint32_t colour : colours_) {
    for (const int shift : {16, 8, 0})
      palette_ += static_cast<char>(colour >> shift & 0xFF);
    if (colour >> 24 != 255) alpha_ += static_cast<char>(colour >> 24);
  }
}

std::size_t PngForm::step() const {
  const PngHeader header{pixels_.size, bits_, colour_};
  return static_cast<std::size_t>(header.channels());
}

std::size_t PngForm::row_bytes() const {
  return (pixels_.size.width.v * step() * static_cast<std::size_t>(bits_) + 7) / 8;
}

void PngForm::put_row(std::uint32_t y, std::uint8_t* out) const {
  if (colour_ == PngColour::palette || colour_ == PngColour::gray) {
    put_places(y, out);
  } else {
    put_samples(y, out);
  }
}

/// Places or levels, the first on top of its byte (§7.2).
void PngForm::put_places(std::uint32_t y, std::uint8_t* out) const {
  const std::size_t first = std::size_t{y} * pixels_.size.width.v;
  const std::size_t end = first + pixels_.size.width.v;
  std::uint32_t last = colour_at(pixels_, first), place = place_of(last);  // pixels come in runs
  std::uint32_t packed = 0;
  int filled = 0;
  for (std::size_t i = first; i < end; ++i) {
    const std::uint32_t colour = colour_at(pixels_, i);
    if (colour != last) place = place_of(colour);
    last = colour;
    packed = packed << bits_ | place;
    filled += bits_;
    if (filled < 8 && i + 1 < end) continue;
    *out++ = static_cast<std::uint8_t>(packed << (8 - filled));
    packed = 0;
    filled = 0;
  }
}

void PngForm::put_samples(std::uint32_t y, std::uint8_t* out) const {
  const std::size_t width = pixels_.size.width.v, first = y * width;
  if (colour_ == PngColour::rgb) {
    std::copy_n(pixels_.samples.data() + first * 3, width * 3, out);
    return;
  }
  const auto channels = static_cast<std::size_t>(pixels_.channels);
  const std::size_t kept = is_gray_ ? 1 : 3;
  for (std::size_t i = first; i < first + width; ++i) {
    out = std::copy_n(pixels_.samples.data() + i * channels, kept, out);
    *out++ = pixels_.alpha[i];
  }
}

/// A place in the palette, or a level of gray.
std::uint32_t PngForm::place_of(std::uint32_t colour) const {
  if (colour_ == PngColour::gray) return (colour & 0xFF) / (255u / ((1u << bits_) - 1));
  return static_cast<std::uint32_t>(std::lower_bound(colours_.begin(), colours_.end(), colour) -
                                    colours_.begin());
}

}  // namespace keben::assets
