// See scale.h. Shares are counted in 4096ths of an axis, so every machine gives the same samples:
// rows are summed under each new row first, and columns then, each sample but once or twice.
#include "assets/detail/scale.h"

#include <algorithm>
#include <cmath>

namespace keben::assets {
namespace {

constexpr std::uint32_t kWhole = 4096;
constexpr int kShift = 24;  // both axes' shares

/// Which old samples a new one covers, and what share of it each is; shares add up to kWhole.
struct Span {
  std::uint32_t first = 0;
  std::vector<std::uint32_t> shares;
};

std::vector<Span> spans(std::uint32_t from, std::uint32_t to) {
  std::vector<Span> out(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    // An old sample is `to` units wide, a new one `from`.
    const std::uint64_t begin = std::uint64_t{i} * from, end = begin + from;
    out[i].first = static_cast<std::uint32_t>(begin / to);
    std::uint32_t given = 0;
    for (std::uint64_t at = out[i].first; at * to < end; ++at) {
      const std::uint64_t covered = std::min((at + 1) * to, end) - begin;
      const auto until = static_cast<std::uint32_t>((covered * kWhole + from / 2) / from);
      out[i].shares.push_back(until - given);
      given = until;
    }
  }
  return out;
}

/// Old rows summed under one new row: colours (times alpha, where there is any), and alpha.
struct RowSums {
  std::vector<std::uint32_t> colours, alpha;
};

void add_row(const std::uint8_t* samples, std::size_t count, std::uint32_t share,
             std::uint32_t* sums) {
  for (std::size_t i = 0; i < count; ++i)
    sums[i] += share * samples[i];
}

void add_row_times_alpha(const std::uint8_t* samples, const std::uint8_t* alpha, std::size_t width,
                         std::size_t channels, std::uint32_t share, std::uint32_t* sums) {
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t c = 0; c < channels; ++c)
      sums[x * channels + c] += share * samples[x * channels + c] * alpha[x];
  }
}

void sum_rows(const Pixels& pixels, const Span& rows, RowSums& sums) {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  std::fill(sums.colours.begin(), sums.colours.end(), 0);
  std::fill(sums.alpha.begin(), sums.alpha.end(), 0);
  for (std::size_t i = 0; i < rows.shares.size(); ++i) {
    const std::size_t row = (rows.first + i) * width;
    const std::uint8_t* samples = pixels.samples.data() + row * channels;
    if (pixels.alpha.empty()) {
      add_row(samples, width * channels, rows.shares[i], sums.colours.data());
    } else {
      const std::uint8_t* alpha = pixels.alpha.data() + row;
      add_row_times_alpha(samples, alpha, width, channels, rows.shares[i], sums.colours.data());
      add_row(alpha, width, rows.shares[i], sums.alpha.data());
    }
  }
}

/// One channel of a row's sums under one new column.
std::uint64_t under(const std::vector<std::uint32_t>& sums, const Span& columns, std::size_t step,
                    std::size_t channel) {
  std::uint64_t sum = 0;
  const std::uint32_t* at = sums.data() + columns.first * step + channel;
  for (const std::uint32_t share : columns.shares) {
    sum += std::uint64_t{share} * *at;
    at += step;
  }
  return sum;
}

std::uint8_t rounded(std::uint64_t sum) {
  return static_cast<std::uint8_t>((sum + (1u << (kShift - 1))) >> kShift);
}

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
  const std::size_t width = to.width.v, opaque = pixels.alpha.empty();
  Pixels out{to, pixels.channels, {}, {}};
  out.samples.resize(width * to.height.v * channels);
  if (!opaque) out.alpha.resize(width * to.height.v);
  const std::vector<Span> columns = spans(pixels.size.width.v, to.width.v);
  RowSums sums{std::vector<std::uint32_t>(pixels.size.width.v * channels),
               std::vector<std::uint32_t>(opaque ? 0 : pixels.size.width.v)};
  std::size_t pixel = 0;
  for (const Span& rows : spans(pixels.size.height.v, to.height.v)) {
    sum_rows(pixels, rows, sums);
    for (std::size_t x = 0; x < width; ++x, ++pixel) {
      const std::uint64_t all = opaque ? 0 : under(sums.alpha, columns[x], 1, 0);
      for (std::size_t c = 0; c < channels; ++c) {
        const std::uint64_t sum = under(sums.colours, columns[x], channels, c);
        const std::uint64_t mean = all == 0 ? 0 : (sum + all / 2) / all;
        out.samples[pixel * channels + c] = opaque ? rounded(sum) : static_cast<std::uint8_t>(mean);
      }
      if (!opaque) out.alpha[pixel] = rounded(all);
    }
  }
  return out;
}

}  // namespace keben::assets
