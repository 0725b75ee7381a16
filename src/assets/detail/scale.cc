// See scale.h. Shares are counted in 4096ths of an axis, so every machine gives the same samples:
// rows are summed under each new row first, and columns then, each sample but once or twice.
#include "assets/detail/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace keben::assets {
namespace {

constexpr std::uint32_t kWhole = 4096;
constexpr int kShift = 24;  // both axes' shares

AxisShares shares_of(std::uint32_t from, std::uint32_t to) {
  AxisShares out;
  out.most = from / to + 2;
  out.first.reserve(to);
  out.shares.resize(out.most * to);
  for (std::uint32_t i = 0; i < to; ++i) {
    // An old sample is `to` units wide, a new one `from`.
    const std::uint64_t begin = std::uint64_t{i} * from, end = begin + from;
    out.first.push_back(static_cast<std::uint32_t>(begin / to));
    std::uint16_t* share = out.shares.data() + i * out.most;
    std::uint32_t given = 0;
    for (std::uint64_t at = out.first.back(); at * to < end; ++at) {
      const std::uint64_t covered = std::min((at + 1) * to, end) - begin;
      const auto until = static_cast<std::uint32_t>((covered * kWhole + from / 2) / from);
      *share++ = static_cast<std::uint16_t>(until - given);
      given = until;
    }
  }
  return out;
}

/// Old rows summed under one new row: colours (times alpha, where there is any), and alpha. Behind
/// them stands room for the columns that a last new sample does not cover.
struct RowSums {
  std::vector<std::uint32_t> colours, alpha;
};

void add_row(const std::uint8_t* samples, std::size_t count, std::uint16_t share,
             std::uint32_t* sums) {
  for (std::size_t i = 0; i < count; ++i)
    sums[i] += static_cast<std::uint32_t>(share * samples[i]);
}

void add_row_times_alpha(const std::uint8_t* samples, const std::uint8_t* alpha, std::size_t width,
                         std::size_t channels, std::uint32_t share, std::uint32_t* sums) {
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t c = 0; c < channels; ++c)
      sums[x * channels + c] += share * samples[x * channels + c] * alpha[x];
  }
}

void sum_rows(const Pixels& pixels, const AxisShares& rows, std::uint32_t y, RowSums& sums) {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  std::fill(sums.colours.begin(), sums.colours.end(), 0);
  std::fill(sums.alpha.begin(), sums.alpha.end(), 0);
  for (std::size_t i = 0; i < rows.most; ++i) {
    const std::uint16_t share = rows.shares[y * rows.most + i];
    if (share == 0) continue;
    const std::size_t row = (rows.first[y] + i) * width;
    const std::uint8_t* samples = pixels.samples.data() + row * channels;
    if (pixels.alpha.empty()) {
      add_row(samples, width * channels, share, sums.colours.data());
    } else {
      const std::uint8_t* alpha = pixels.alpha.data() + row;
      add_row_times_alpha(samples, alpha, width, channels, share, sums.colours.data());
      add_row(alpha, width, share, sums.alpha.data());
    }
  }
}

/// A row's sums under one new column, all its channels.
template <class Sum, std::size_t kChannels>
std::array<Sum, kChannels> under(const std::vector<std::uint32_t>& sums, const AxisShares& columns,
                                 std::size_t x) {
  std::array<Sum, kChannels> out{};
  const std::uint32_t* at = sums.data() + columns.first[x] * kChannels;
  const std::uint16_t* share = columns.shares.data() + x * columns.most;
  for (std::size_t i = 0; i < columns.most; ++i, at += kChannels) {
    for (std::size_t c = 0; c < kChannels; ++c)
      out[c] += Sum{share[i]} * at[c];
  }
  return out;
}

/// 255 in all shares is less than 2^32, with half a step for rounding, too.
std::uint8_t rounded(std::uint32_t sum) {
  return static_cast<std::uint8_t>((sum + (1u << (kShift - 1))) >> kShift);
}

template <std::size_t kChannels>
void put_opaque_row(const RowSums& sums, const AxisShares& columns, std::uint8_t* samples) {
  for (std::size_t x = 0; x < columns.first.size(); ++x) {
    for (const std::uint32_t sum : under<std::uint32_t, kChannels>(sums.colours, columns, x))
      *samples++ = rounded(sum);
  }
}

template <std::size_t kChannels>
void put_clear_row(const RowSums& sums, const AxisShares& columns, std::uint8_t* samples,
                   std::uint8_t* alpha) {
  for (std::size_t x = 0; x < columns.first.size(); ++x) {
    const std::uint32_t all = under<std::uint32_t, 1>(sums.alpha, columns, x)[0];
    for (const std::uint64_t sum : under<std::uint64_t, kChannels>(sums.colours, columns, x))
      *samples++ = static_cast<std::uint8_t>(all == 0 ? 0 : (sum + all / 2) / all);
    *alpha++ = rounded(all);
  }
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

Scaler::Scaler(const Pixels& pixels, PixelSize to)
    : pixels_(pixels),
      to_(to),
      columns_(shares_of(pixels.size.width.v, to.width.v)),
      rows_(shares_of(pixels.size.height.v, to.height.v)) {}

Pixels Scaler::rows(std::uint32_t first, std::uint32_t count) const {
  const auto channels = static_cast<std::size_t>(pixels_.channels);
  const bool opaque = pixels_.alpha.empty();
  const std::size_t width = to_.width.v, wide = pixels_.size.width.v + columns_.most;
  Pixels out{{to_.width, {count}}, pixels_.channels, {}, {}};
  out.samples.resize(width * count * channels);
  if (!opaque) out.alpha.resize(width * count);
  RowSums sums{std::vector<std::uint32_t>(wide * channels),
               std::vector<std::uint32_t>(opaque ? 0 : wide)};
  for (std::uint32_t y = 0; y < count; ++y) {
    sum_rows(pixels_, rows_, first + y, sums);
    std::uint8_t* samples = out.samples.data() + y * width * channels;
    std::uint8_t* alpha = opaque ? nullptr : out.alpha.data() + y * width;
    if (opaque && channels == 1) put_opaque_row<1>(sums, columns_, samples);
    if (opaque && channels == 3) put_opaque_row<3>(sums, columns_, samples);
    if (!opaque && channels == 1) put_clear_row<1>(sums, columns_, samples, alpha);
    if (!opaque && channels == 3) put_clear_row<3>(sums, columns_, samples, alpha);
  }
  return out;
}

Pixels scaled(const Pixels& pixels, PixelSize to) {
  if (to == pixels.size) return pixels;
  return Scaler(pixels, to).rows(0, to.height.v);
}

}  // namespace keben::assets
