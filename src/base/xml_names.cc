#include "base/xml_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace keben {
namespace {

struct Range {
  char32_t first, last;
};

// Production [4], NameStartChar, less the colon.
constexpr std::array<Range, 15> kBegin = {{{'A', 'Z'},
                                           {'_', '_'},
                                           {'a', 'z'},
                                           {0xC0, 0xD6},
                                           {0xD8, 0xF6},
                                           {0xF8, 0x2FF},
                                           {0x370, 0x37D},
                                           {0x37F, 0x1FFF},
                                           {0x200C, 0x200D},
                                           {0x2070, 0x218F},
                                           {0x2C00, 0x2FEF},
                                           {0x3001, 0xD7FF},
                                           {0xF900, 0xFDCF},
                                           {0xFDF0, 0xFFFD},
                                           {0x10000, 0xEFFFF}}};
// Production [4a], NameChar, what it adds.
constexpr std::array<Range, 5> kInside = {
    {{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

template <std::size_t N>
bool lies_in(char32_t c, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

bool begins_xml_name(char32_t c) {
  return lies_in(c, kBegin);
}

bool stands_in_xml_name(char32_t c) {
  return lies_in(c, kBegin) || lies_in(c, kInside);
}

bool is_ncname(std::string_view text) {
  if (text.empty() || !begins_xml_name(utf8::first(text))) return false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!stands_in_xml_name(d.code_point)) return false;
    at = d.next;
  }
  return true;
}

}  // namespace keben
