#include "pdf/shape/numbers.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "unicode/properties.h"

namespace keben::pdf::shape {
namespace {

using unicode::LineClass;

bool any_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

/// Whether a unit symbol stands alone at `i`: SI symbols with their prefixes, and those of
/// computing and print.
bool unit_at(const std::vector<Character>& all, std::size_t i) {
  constexpr std::u32string_view symbols[] = {
      U"m",   U"km",  U"cm",  U"mm",  U"μm",  U"nm",   U"g",    U"kg",   U"mg", U"t",
      U"s",   U"ms",  U"μs",  U"ns",  U"min", U"h",    U"A",    U"mA",   U"V",  U"kV",
      U"mV",  U"W",   U"kW",  U"MW",  U"GW",  U"kWh",  U"Wh",   U"J",    U"kJ", U"K",
      U"mol", U"Hz",  U"kHz", U"MHz", U"GHz", U"Pa",   U"kPa",  U"MPa",  U"N",  U"L",
      U"ml",  U"mL",  U"dB",  U"B",   U"KB",  U"kB",   U"MB",   U"GB",   U"TB", U"PB",
      U"KiB", U"MiB", U"GiB", U"TiB", U"bit", U"kbps", U"Mbps", U"Gbps", U"px", U"pt",
      U"em",  U"dpi", U"ppi", U"fps", U"%",   U"‰",    U"℃",    U"°C",   U"°F"};
  std::u32string word;
  for (; i < all.size() && word.size() < 6 && !all[i].western_quote; ++i) {
    const char32_t c = all[i].code_point;
    if (all[i].cell != Cell::letter && !any_of(c, U"%‰℃°")) break;
    word += c;
  }
  return std::find(std::begin(symbols), std::end(symbols), word) != std::end(symbols);
}

bool is_narrow(char32_t c) {
  return unicode::properties_of(c).width != unicode::Width::fullwidth;
}

}  // namespace

void join_words(std::vector<Character>& all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const bool sign = all[i].code_point == U'+' || all[i].code_point == U'#';
    if (sign && all[i - 1].cell == Cell::letter) {
      all[i].line_class = LineClass::al;
      all[i].cell = Cell::letter;
    }
  }
}

void join_numbers(std::vector<Character>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    Character& c = all[i];
    const bool behind = c.line_class == LineClass::po && i > 0 && all[i - 1].cell == Cell::digit;
    const bool before =
        c.line_class == LineClass::pr && i + 1 < all.size() && all[i + 1].cell == Cell::digit;
    if ((behind || before) && is_narrow(c.code_point)) c.cell = Cell::digit;
    if (c.code_point == U' ' && i > 0 && all[i - 1].cell == Cell::digit && unit_at(all, i + 1))
      c.line_class = LineClass::gl;
  }
}

}  // namespace keben::pdf::shape
