// Sources that mix everything that makes text literal, and what each of their words must come out
// as.
#pragma once

#include <cstdint>
#include <string>

namespace keben::property {

/// The hanzi that are asked for; others may stand in a source, too.
inline constexpr char32_t kFirstMarker = 0x7000, kMarkers = 0x400;

/// No such hanzi stands in the source twice. Those of each kind are in the order of the text, first
/// of the body, then of the notes.
struct LiteralDocument {
  std::string source;
  std::string prose, code, formulas;
  std::string hidden;  // in comments and attributes: in no book
};

/// The same for the same seed.
LiteralDocument literal_document(std::uint64_t seed);

}  // namespace keben::property
