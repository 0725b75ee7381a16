// See jpeg_walk.h. A scan without its last part, or with a hole in it, has markers as a whole one
// has: only its codes tell. To read them takes half of what libjpeg takes at an eighth of the size,
// as no coefficient is kept.
//
// Source: ITU T.81, Annex A.2 (order of blocks), B.2 (segments), F.2.2 (decoding).
#include "assets/detail/jpeg_walk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "assets/detail/big_endian.h"
#include "assets/detail/jpeg_scan.h"
#include "assets/detail/jpeg_segment.h"

namespace keben::assets {
namespace {

using namespace jpeg_marker;

constexpr std::uint32_t kBaseline = 0xC0, kExtended = 0xC1;
constexpr std::size_t kMostBlocks = 10;  // in a group that is coded together, B.2.3

struct Component {
  std::uint32_t id = 0, across = 1, down = 1, steps = 0;
  bool is_scanned = false;
};

/// What the segments before a scan have set.
struct Tables {
  std::array<std::optional<JpegCodes>, 4> first, others;
  std::array<bool, 4> steps{};
  std::size_t width = 0, height = 0;
  std::vector<Component> components;  // none before the frame's header
  std::size_t interval = 0;           // groups between restarts; 0: none
};

/// The component of that name which no scan has brought yet.
Component* component_of(std::uint32_t id, Tables& tables) {
  for (Component& component : tables.components)
    if (component.id == id && !component.is_scanned) return &component;
  return nullptr;
}

bool take_codes(BytesView data, Tables& tables) {
  constexpr std::size_t kCounts = 16;
  while (!data.empty()) {
    const std::uint32_t kind = byte_at(data, 0);
    if ((kind & 0xEC) != 0 || data.size() < 1 + kCounts) return false;
    const BytesView counts = data.substr(1, kCounts);
    std::size_t symbols = 0;
    for (std::size_t i = 0; i < kCounts; ++i)
      symbols += byte_at(counts, i);
    if (symbols > 256 || data.size() < 1 + kCounts + symbols) return false;
    const bool is_first = kind < 0x10;
    std::optional<JpegCodes>& codes = (is_first ? tables.first : tables.others)[kind & 3];
    codes = JpegCodes::of(is_first ? JpegCodes::Of::first : JpegCodes::Of::others, counts,
                          data.substr(1 + kCounts, symbols));
    if (!codes) return false;
    data.remove_prefix(1 + kCounts + symbols);
  }
  return true;
}

bool take_steps(BytesView data, Tables& tables) {
  constexpr std::size_t kTable = 1 + 64;  // of 8 bits each: baseline has no others
  for (; !data.empty(); data.remove_prefix(kTable)) {
    if (data.size() < kTable || byte_at(data, 0) > 3) return false;
    tables.steps[byte_at(data, 0)] = true;
  }
  return true;
}

bool take_frame(BytesView data, Tables& tables) {
  if (!tables.components.empty() || data.size() < 6 || data[0] != 8) return false;
  const std::size_t count = byte_at(data, 5);
  if ((count != 1 && count != 3 && count != 4) || data.size() != 6 + 3 * count) return false;
  tables.height = big_endian_16(data, 1);
  tables.width = big_endian_16(data, 3);
  for (std::size_t at = 6; at < data.size(); at += 3) {
    const std::uint32_t id = byte_at(data, at), sampling = byte_at(data, at + 1);
    if (component_of(id, tables)) return false;
    tables.components.push_back({id, sampling >> 4, sampling & 15, byte_at(data, at + 2)});
  }
  return tables.width > 0 && tables.height > 0;
}

struct Sampling {
  std::uint32_t across = 1, down = 1;
};

/// The finest component's; nothing where another is no whole part of it, which libjpeg cannot read.
std::optional<Sampling> finest(const std::vector<Component>& components) {
  Sampling out;
  for (const Component& c : components)
    out = {std::max(out.across, c.across), std::max(out.down, c.down)};
  for (const Component& c : components) {
    if (c.across == 0 || c.down == 0 || out.across > 4 || out.down > 4) return {};
    if (out.across % c.across != 0 || out.down % c.down != 0) return {};
  }
  return out;
}

std::size_t ceil_div(std::size_t a, std::size_t b) {
  return (a + b - 1) / b;
}

/// Groups: of a lone component its blocks, of several what all have in the same place (A.2).
std::size_t groups_of(const Tables& tables, const Component* lone) {
  const std::optional<Sampling> most = finest(tables.components);
  if (!most) return 0;
  const auto blocks = [&](std::size_t side, std::size_t share, std::size_t of) {
    return lone ? ceil_div(ceil_div(side * share, of), 8) : ceil_div(side, 8 * of);
  };
  return blocks(tables.width, lone ? lone->across : 1, most->across) *
         blocks(tables.height, lone ? lone->down : 1, most->down);
}

std::optional<JpegScan> scan_of(BytesView data, Tables& tables) {
  const std::size_t count = data.empty() ? 0 : byte_at(data, 0);
  if (count == 0 || count > 4 || data.size() != 4 + 2 * count) return {};
  if (data.substr(1 + 2 * count) != BytesView("\0\x3F\0", 3)) return {};  // all, and at once
  JpegScan out;
  std::size_t blocks = 0;
  Component* last = nullptr;
  for (std::size_t at = 1; at < 1 + 2 * count; at += 2) {
    const std::uint32_t choice = byte_at(data, at + 1);
    last = component_of(byte_at(data, at), tables);
    if (!last || (choice & 0xCC) != 0 || last->steps > 3 || !tables.steps[last->steps]) return {};
    const std::optional<JpegCodes>& first = tables.first[choice >> 4];
    const std::optional<JpegCodes>& others = tables.others[choice & 15];
    if (!first || !others) return {};
    last->is_scanned = true;
    out.parts.push_back({&*first, &*others, count == 1 ? 1 : last->across * last->down});
    blocks += out.parts.back().blocks;
  }
  if (blocks > kMostBlocks) return {};
  out.groups = groups_of(tables, count == 1 ? last : nullptr);
  return out.groups > 0 ? std::optional(std::move(out)) : std::nullopt;
}

bool take_scan(const JpegSegment& segment, Tables& tables) {
  const std::optional<JpegScan> scan = scan_of(segment.data, tables);
  return scan && scan->is_whole(tables.interval, segment.samples);
}

/// Whether the segment is one that a plain file may hold, and is right.
bool take(const JpegSegment& segment, Tables& tables) {
  switch (segment.marker) {
    case kTables:
      return take_codes(segment.data, tables);
    case kSteps:
      return take_steps(segment.data, tables);
    case kBaseline:
    case kExtended:
      return take_frame(segment.data, tables);
    case kInterval:
      if (segment.data.size() != 2) return false;
      tables.interval = big_endian_16(segment.data, 0);
      return true;
    case kScan:
      return take_scan(segment, tables);
    default:
      return segment.marker == kComment || (segment.marker >= kApp0 && segment.marker <= kApp15);
  }
}

}  // namespace

bool jpeg_is_plain(BytesView bytes) {
  if (bytes.substr(0, 2) != "\xFF\xD8") return false;
  Tables tables;
  for (std::size_t at = 2;;) {
    const std::optional<JpegSegment> segment = jpeg_segment_at(bytes, at);
    if (!segment || segment->first != at) return false;
    if (segment->marker == kEnd) break;
    if (!take(*segment, tables)) return false;
    at = segment->end;
  }
  const auto is_scanned = [](const Component& component) { return component.is_scanned; };
  return !tables.components.empty() &&
         std::all_of(tables.components.begin(), tables.components.end(), is_scanned);
}

}  // namespace keben::assets
