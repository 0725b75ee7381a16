// The time stamp of a ZIP entry: MS-DOS's, two-second steps from 1980 to 2107 (APPNOTE 4.4.6).
#pragma once

#include <cstdint>

namespace keben::epub {

struct DosTime {
  std::uint16_t time = 0;  // hour, minute, half seconds: 5, 6 and 5 bits
  std::uint16_t date = 0;  // year from 1980, month, day: 7, 4 and 5 bits
  bool operator==(const DosTime&) const = default;
};

/// The stamp of a moment (seconds since 1970-01-01T00:00:00Z), in UTC whatever the machine's zone;
/// the nearest end of the range for a moment outside it.
DosTime dos_time(std::int64_t unix_seconds);

}  // namespace keben::epub
