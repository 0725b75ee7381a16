#include "config/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace keben::config {
namespace {

struct Known {
  std::string_view name;
  std::size_t Limits::*field;
  bool bytes;
  std::size_t most;
};

constexpr std::size_t kKilo = 1u << 10, kMega = 1u << 20;

// Walks over the model recurse as deep as `nesting` and `containers` let a text be, so those and
// the depth of front matter can be lowered only.
constexpr std::array<Known, 15> kLimits = {{
    {"file", &Limits::file_bytes, true, 256 * kMega},
    {"collection", &Limits::collection_bytes, true, 2048 * kMega},
    {"nesting", &Limits::nesting, false, 100},
    {"containers", &Limits::container_nesting, false, 32},
    {"table-columns", &Limits::table_columns, false, 10'000},
    {"table-cells", &Limits::table_cells, false, 1'000'000},
    {"notes", &Limits::notes, false, 200'000},
    {"headings", &Limits::headings, false, 200'000},
    {"references", &Limits::reference_bytes, true, 16 * kMega},
    {"front-matter", &Limits::front_matter_bytes, true, kMega},
    {"front-matter-depth", &Limits::front_matter_depth, false, 64},
    {"address", &Limits::address_bytes, true, 64 * kKilo},
    {"image", &Limits::image_bytes, true, 256 * kMega},
    {"image-pixels", &Limits::image_pixels, false, 256'000'000},
    {"svg", &Limits::svg_bytes, true, 64 * kMega},
}};

const Known* limit_of(std::string_view name) {
  const auto found = std::find_if(kLimits.begin(), kLimits.end(),
                                  [&](const Known& each) { return each.name == name; });
  return found == kLimits.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> limit_names() {
  std::vector<std::string_view> out;
  for (const Known& limit : kLimits)
    out.push_back(limit.name);
  return out;
}

std::string offered_limit(std::string_view name) {
  const Known* limit = limit_of(name);
  if (!limit) return {};
  const bool mega = limit->bytes && limit->most % kMega == 0;
  const std::string most =
      std::to_string(limit->bytes ? limit->most / (mega ? kMega : kKilo) : limit->most);
  return "1–" + most + (!limit->bytes ? "" : mega ? "MB" : "KB");
}

bool set_limit(Limits& limits, std::string_view name, std::string_view value) {
  const Known* limit = limit_of(name);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (!limit || error != std::errc() || number == 0 || number > limit->most) return false;
  const std::string_view unit = value.substr(static_cast<std::size_t>(end - value.data()));
  const unsigned shift = unit == "KB" ? 10 : unit == "MB" ? 20 : unit == "GB" ? 30 : 0;
  if (shift == 0 ? !unit.empty() : !limit->bytes || number > limit->most >> shift) return false;
  limits.*limit->field = number << shift;
  return true;
}

std::string spelled(const Limits& limits) {
  std::string out;
  for (const Known& limit : kLimits)
    out.append(limit.name).append(" ").append(std::to_string(limits.*limit.field)).append("\n");
  return out;
}

}  // namespace keben::config
