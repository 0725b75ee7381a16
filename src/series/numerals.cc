#include "series/numerals.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace keben::series {
namespace {

constexpr std::size_t kMostDigits = 6;

std::optional<unsigned> digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<unsigned>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<unsigned>(c - U'０');
  return std::nullopt;
}

struct Sign {
  char32_t c;
  unsigned value;
};

constexpr std::array<Sign, 17> kFigures = {{{U'零', 0},
                                            {U'〇', 0},
                                            {U'一', 1},
                                            {U'二', 2},
                                            {U'两', 2},
                                            {U'三', 3},
                                            {U'四', 4},
                                            {U'五', 5},
                                            {U'六', 6},
                                            {U'七', 7},
                                            {U'八', 8},
                                            {U'九', 9},
                                            {U'壹', 1},
                                            {U'贰', 2},
                                            {U'叁', 3},
                                            {U'肆', 4},
                                            {U'伍', 5}}};
constexpr std::array<Sign, 5> kUnits = {
    {{U'十', 10}, {U'拾', 10}, {U'百', 100}, {U'千', 1000}, {U'廿', 20}}};

template <std::size_t N>
std::optional<unsigned> value_in(const std::array<Sign, N>& signs, char32_t c) {
  for (const Sign& sign : signs)
    if (sign.c == c) return sign.value;
  return std::nullopt;
}

/// What has been read of a Chinese numeral: `sum` of what has a unit, and the figures that still
/// wait for one. Figures alone count by place: 二〇 is 20.
struct ChineseSum {
  unsigned sum = 0;
  unsigned waiting = 0;
  unsigned figures = 0;  // in `waiting`

  void figure(unsigned value) {
    waiting = waiting * 10 + value;
    ++figures;
  }
  void unit(unsigned value) {
    if (value == 20) {
      sum += 20;
    } else {
      sum += (figures == 0 ? 1 : waiting) * value;
    }
    waiting = figures = 0;
  }
};

}  // namespace

std::optional<Numeral> take_digits(std::string_view text) {
  Numeral out;
  std::size_t digits = 0;
  while (out.bytes < text.size()) {
    const utf8::Decoded next = utf8::decode(text, out.bytes);
    const auto digit = digit_of(next.code_point);
    if (!digit) break;
    if (++digits > kMostDigits) return std::nullopt;
    out.value = out.value * 10 + *digit;
    out.bytes = next.next;
  }
  return digits == 0 ? std::nullopt : std::optional(out);
}

std::optional<Numeral> take_chinese(std::string_view text) {
  ChineseSum sum;
  std::size_t at = 0;
  std::size_t signs = 0;
  while (at < text.size()) {
    const utf8::Decoded next = utf8::decode(text, at);
    if (const auto figure = value_in(kFigures, next.code_point)) {
      sum.figure(*figure);
    } else if (const auto unit = value_in(kUnits, next.code_point)) {
      sum.unit(*unit);
    } else {
      break;
    }
    if (++signs > kMostDigits + 1) return std::nullopt;
    at = next.next;
  }
  if (signs == 0) return std::nullopt;
  return Numeral{sum.sum + sum.waiting, at};
}

std::optional<Numeral> take_roman(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 5> kSigns = {
      {{"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}};
  Numeral out;
  for (const auto& [sign, value] : kSigns) {
    const std::size_t most = sign == "X" || sign == "I" ? 3 : 1;
    for (std::size_t n = 0; n < most && text.substr(out.bytes).starts_with(sign); ++n) {
      out.value += value;
      out.bytes += sign.size();
    }
  }
  if (out.bytes == 0) return std::nullopt;
  const char behind = out.bytes < text.size() ? text[out.bytes] : ' ';
  const bool goes_on = (behind >= 'A' && behind <= 'Z') || (behind >= 'a' && behind <= 'z') ||
                       (behind >= '0' && behind <= '9') || behind == '\'';
  return goes_on ? std::nullopt : std::optional(out);
}

std::optional<Numeral> take_numeral(std::string_view text) {
  if (const auto digits = take_digits(text)) return digits;
  if (const auto chinese = take_chinese(text)) return chinese;
  return take_roman(text);
}

}  // namespace keben::series
