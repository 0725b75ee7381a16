#include "assets/detail/jpeg_tables.h"

#include <algorithm>
#include <cstddef>

namespace keben::assets {
namespace {

/// A symbol of baseline (ITU T.81, F.1.2): for first coefficients a size, for others a run of
/// nothing and a size; and the two that stand for nothing alone.
bool is_symbol(unsigned symbol, bool of_first) {
  const unsigned run = symbol >> 4, size = symbol & 15;
  if (of_first) return run == 0 && size <= 11;
  return (size >= 1 && size <= 10) || symbol == 0x00 || symbol == 0xF0;
}

/// Gives all that lack one a code of the longest kind. Room for them is made by one symbol of some
/// seven bits, which becomes a bit longer: 2^-8 of all codes is more than 162 of 2^-16.
bool complete(JHUFF_TBL& table, bool of_first) noexcept {
  constexpr std::size_t kShort = 5, kMiddle = 7, kLongest = 16;
  std::size_t length = kMiddle;
  while (length >= kShort && table.bits[length] == 0)
    --length;
  if (length < kShort) return false;
  --table.bits[length];
  ++table.bits[length + 1];
  std::size_t count = 0;
  for (std::size_t i = 1; i <= kLongest; ++i)
    count += table.bits[i];
  std::array<bool, 256> has{};
  for (std::size_t i = 0; i < count; ++i)
    has[table.huffval[i]] = true;
  for (unsigned symbol = 0; symbol < has.size(); ++symbol) {
    if (has[symbol] || !is_symbol(symbol, of_first)) continue;
    table.huffval[count++] = static_cast<UINT8>(symbol);
    ++table.bits[kLongest];
  }
  table.sent_table = FALSE;
  return true;
}

}  // namespace

bool take_tables(const jpeg_compress_struct& from, JpegTables& into) noexcept {
  const std::size_t count = from.num_components == 1 ? 1 : 2;
  for (std::size_t i = 0; i < count; ++i) {
    into.first[i] = *from.dc_huff_tbl_ptrs[i];
    into.others[i] = *from.ac_huff_tbl_ptrs[i];
    if (!complete(into.first[i], true) || !complete(into.others[i], false)) return false;
  }
  return true;
}

void give_tables(const JpegTables& from, jpeg_compress_struct& into) noexcept {
  const std::size_t count = into.num_components == 1 ? 1 : 2;
  for (std::size_t i = 0; i < count; ++i) {
    *into.dc_huff_tbl_ptrs[i] = from.first[i];
    *into.ac_huff_tbl_ptrs[i] = from.others[i];
  }
}

}  // namespace keben::assets
