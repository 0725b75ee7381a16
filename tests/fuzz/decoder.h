// What every decoder's target does with its bytes: all that a book would do with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "assets/decode.h"
#include "assets/pass.h"

namespace keben::fuzz {

/// Small enough for thousands of runs a second.
inline config::Limits small_limits() {
  config::Limits limits;
  limits.image_bytes = 1u << 20;
  limits.image_pixels = 1u << 18;
  limits.image_side = 4096;
  return limits;
}

inline void require(bool holds) {
  if (!holds) std::abort();  // the fuzzer's word for a finding
}

/// Proves, decodes and converts; what was proven can be decoded, at the size that was promised, and
/// what was converted is good again.
inline int run_decoder(assets::MediaType type, const std::uint8_t* data, std::size_t size) {
  const BytesView bytes(reinterpret_cast<const char*>(data), size);
  const config::Limits limits = small_limits();
  const Result<assets::Proven> proof = assets::prove(type, bytes, limits);
  const Result<assets::Pixels> pixels = assets::decode(type, bytes, limits);
  require(proof.has_value() == pixels.has_value() || type == assets::MediaType::svg);
  if (!proof || !pixels) return 0;
  require(type == assets::MediaType::svg || proof->size == pixels->size);
  const std::size_t count = std::size_t{pixels->size.width.v} * pixels->size.height.v;
  require(pixels->samples.size() == count * static_cast<std::size_t>(pixels->channels));
  require(pixels->alpha.empty() || pixels->alpha.size() == count);
  const assets::Asset asset{Bytes(bytes), type, proof->size, proof->animated, {}, {}};
  static_cast<void>(assets::passable_jpeg(asset, limits));
  static_cast<void>(assets::passable_png(bytes, limits));
  const Result<assets::Asset> core =
      assets::to_core_type(asset, limits, {.pixels = 1000, .bytes = 5000});
  if (core && core->type != assets::MediaType::svg)
    require(assets::prove(core->type, core->bytes, limits).has_value());
  return 0;
}

}  // namespace keben::fuzz
