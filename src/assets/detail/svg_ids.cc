#include "assets/detail/svg_ids.h"

#include <algorithm>
#include <array>
#include <utility>

#include "assets/source_address.h"
#include "base/utf8.h"
#include "base/xml_names.h"

namespace keben::assets {
namespace {

struct Range {
  char32_t first, last;
};

/// Letters that every edition of XML 1.0 takes in names: EPUBCheck reads by the fourth (Appendix
/// B), whose list ends at U+D7A3.
constexpr std::array<Range, 8> kLetters = {{{0xC0, 0xD6},
                                            {0xD8, 0xF6},
                                            {0xF8, 0x131},
                                            {0x40E, 0x44F},
                                            {0x3041, 0x3094},
                                            {0x30A1, 0x30FA},
                                            {0x4E00, 0x9FA5},
                                            {0xAC00, 0xD7A3}}};

bool is_safe(char32_t c) {
  if (c < 0x80) return stands_in_xml_name(c);
  return std::any_of(kLetters.begin(), kLetters.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_safe_name(std::string_view id) {
  for (std::size_t at = 0; at < id.size();) {
    const utf8::Decoded d = utf8::decode(id, at);
    if (!is_safe(d.code_point)) return false;
    at = d.next;
  }
  return is_ncname(id);
}

/// The id with hyphens for what no name may hold, and for dots, which end a name in a selector; `_`
/// first where it could not begin one.
std::string nearest_name(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size();) {
    const utf8::Decoded d = utf8::decode(id, at);
    if (out.empty() && !(begins_xml_name(d.code_point) && is_safe(d.code_point))) out += '_';
    if (is_safe(d.code_point) && d.code_point != '.') {
      out.append(id, at, d.next - at);
    } else {
      out += '-';
    }
    at = d.next;
  }
  return out;
}

const std::string kNone;

}  // namespace

std::size_t SvgIds::add(std::string id, SvgTarget is) {
  written_.push_back(std::move(id));
  targets_.push_back(is);
  return written_.size() - 1;
}

void SvgIds::settle() {
  names_.assign(written_.size(), kNone);
  std::vector<std::size_t> to_name;
  for (std::size_t i = 0; i < written_.size(); ++i) {
    const std::string& id = written_[i];
    if (id.empty()) continue;
    const bool sound = is_safe_name(id);
    if (!named_.emplace(id, Named{sound ? id : kNone, targets_[i]}).second) {
      twice_.insert(id);
    } else if (sound) {
      taken_.insert(id);
      names_[i] = id;
    } else {
      to_name.push_back(i);
    }
  }
  for (const std::size_t i : to_name)
    names_[i] = named_.at(written_[i]).name = fresh(nearest_name(written_[i]));
}

/// The wish itself where nobody has it, else with a number behind it.
std::string SvgIds::fresh(const std::string& wish) {
  std::string out = wish;
  for (std::size_t& number = tried_[wish]; !taken_.insert(out).second;)
    out = wish + "-" + std::to_string(++number + 1);
  return out;
}

const SvgIds::Named* SvgIds::find(std::string_view fragment) const {
  auto found = named_.find(fragment);
  if (found == named_.end()) found = named_.find(percent_decoded(fragment));
  return found == named_.end() ? nullptr : &found->second;
}

std::string class_for(std::string_view id) {
  return "id-" + nearest_name(id);
}

}  // namespace keben::assets
