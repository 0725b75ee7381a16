#include "epub/archive/dos_time.h"

#include <algorithm>
#include <chrono>

namespace keben::epub {

DosTime dos_time(std::int64_t unix_seconds) {
  using namespace std::chrono;
  constexpr sys_seconds kFirst = sys_days{year{1980} / January / 1};
  constexpr sys_seconds kLast = sys_days{year{2108} / January / 1} - seconds{2};
  const sys_seconds at = std::clamp(sys_seconds{seconds{unix_seconds}}, kFirst, kLast);
  const sys_days day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss time{at - day};
  const auto years = static_cast<unsigned>(static_cast<int>(date.year()) - 1980);
  return {
      .time = static_cast<std::uint16_t>(time.hours().count() << 11 | time.minutes().count() << 5 |
                                         time.seconds().count() / 2),
      .date = static_cast<std::uint16_t>(years << 9 | unsigned{date.month()} << 5 |
                                         unsigned{date.day()}),
  };
}

}  // namespace keben::epub
