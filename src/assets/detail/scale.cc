// See scale.h. Areas are counted in whole numbers, so every machine gives the same samples: along
// each axis the old samples are `to` units wide and the new ones `from` units.
#include "assets/detail/scale.h"

#include <algorithm>
#include <cmath>

namespace keben::assets {
namespace {

/// Which old samples a new one covers, and by how much.
struct Span {
  std::uint32_t first = 0, last = 0;  // inclusive
  std::uint32_t first_share = 0, last_share = 0, whole_share = 0;

  std::uint32_t share(std::uint32_t at) const {
    return at == first ? first_share : at == last ? last_share : whole_share;
  }
};

std::vector<Span> spans(std::uint32_t from, std::uint32_t to) {
  std::vector<Span> out(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    const std::uint64_t begin = std::uint64_t{i} * from, end = begin + from;
    const auto first = static_cast<std::uint32_t>(begin / to);
    const auto last = static_cast<std::uint32_t>((end - 1) / to);
    const auto head =
        static_cast<std::uint32_t>(std::min((std::uint64_t{first} + 1) * to, end) - begin);
    const auto tail = static_cast<std::uint32_t>(end - std::uint64_t{last} * to);
    out[i] = {first, last, head, tail, to};
  }
  return out;
}

/// Sums of one row's samples under each new column, colours times alpha.
class Row {
 public:
  Row(const Pixels& pixels, std::uint32_t width)
      : pixels_(pixels), columns_(spans(pixels.size.width.v, width)) {}

  /// Adds row `y`, `weight` times, to `sums`: for each column its channels, then alpha.
  void add(std::uint32_t y, std::uint64_t weight, std::vector<std::uint64_t>& sums) const {
    const auto channels = static_cast<std::size_t>(pixels_.channels);
    const std::size_t row = std::size_t{y} * pixels_.size.width.v;
    std::uint64_t* sum = sums.data();
    for (const Span& column : columns_) {
      for (std::uint32_t x = column.first; x <= column.last; ++x) {
        const std::uint64_t alpha = pixels_.alpha.empty() ? 1 : pixels_.alpha[row + x];
        const std::uint64_t share = weight * column.share(x) * alpha;
        const std::uint8_t* sample = pixels_.samples.data() + (row + x) * channels;
        for (std::size_t c = 0; c < channels; ++c)
          sum[c] += share * sample[c];
        sum[channels] += share;
      }
      sum += channels + 1;
    }
  }

 private:
  const Pixels& pixels_;
  std::vector<Span> columns_;
};

PixelSize times(PixelSize size, double factor) {
  const auto side = [factor](std::uint32_t v) {
    return std::max(1u, static_cast<std::uint32_t>(std::floor(v * factor + 1e-9)));
  };
  return {{side(size.width.v)}, {side(size.height.v)}};
}

}  // namespace

PixelSize fitted(PixelSize size, PixelSize most) {
  const double factor = std::min(static_cast<double>(most.width.v) / size.width.v,
                                 static_cast<double>(most.height.v) / size.height.v);
  return factor >= 1 ? size : times(size, factor);
}

PixelSize fitted(PixelSize size, std::size_t most_pixels) {
  const double count = static_cast<double>(size.width.v) * size.height.v;
  if (count <= static_cast<double>(most_pixels)) return size;
  return times(size, std::sqrt(static_cast<double>(most_pixels) / count));
}

Pixels scaled(const Pixels& pixels, PixelSize to) {
  if (to == pixels.size) return pixels;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::size_t width = to.width.v;
  Pixels out{to, pixels.channels, {}, {}};
  out.samples.resize(width * to.height.v * channels);
  if (!pixels.alpha.empty()) out.alpha.resize(width * to.height.v);
  const Row row(pixels, to.width.v);
  const std::vector<Span> rows = spans(pixels.size.height.v, to.height.v);
  std::vector<std::uint64_t> sums(width * (channels + 1));
  const std::uint64_t area = std::uint64_t{pixels.size.width.v} * pixels.size.height.v;
  for (std::size_t y = 0; y < rows.size(); ++y) {
    std::fill(sums.begin(), sums.end(), 0);
    for (std::uint32_t from = rows[y].first; from <= rows[y].last; ++from)
      row.add(from, rows[y].share(from), sums);
    for (std::size_t x = 0; x < width; ++x) {
      const std::uint64_t* sum = sums.data() + x * (channels + 1);
      const std::uint64_t all = sum[channels];
      for (std::size_t c = 0; c < channels; ++c)
        out.samples[(y * width + x) * channels + c] =
            static_cast<std::uint8_t>(all == 0 ? 0 : (sum[c] + all / 2) / all);
      if (!out.alpha.empty())
        out.alpha[y * width + x] = static_cast<std::uint8_t>((all + area / 2) / area);
    }
  }
  return out;
}

}  // namespace keben::assets
