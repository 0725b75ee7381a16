// What HTML allows where, as a table: elements, what may be in them, attributes (HTML #contents of
// the standard's element definitions; EPUB 3.3 #sec-xhtml).
//
// It follows EPUBCheck's schema in what books hold; forms, media and scripts are known by name
// only.
#pragma once

#include <string_view>

#include "epub/check/detail/xml_reader.h"

namespace keben::epub {

/// What may stand inside an element.
enum class Inside {
  nothing,      // void elements
  phrasing,     // text and what stands in a line
  flow,         // paragraphs, too
  transparent,  // what its parent may hold
  text,         // no elements
  listed,       // only the children that the rule names, and no text
  anything,     // not looked at
};

/// Where an element itself may stand.
enum class Standing { phrasing, flow, metadata, special };

struct ElementRule {
  std::string_view name;
  Standing standing;
  Inside inside;
  std::string_view also;        // children that may be in it besides, in words
  std::string_view attributes;  // of its own, in words; "*": any
};

/// The rule of an XHTML element; null: HTML has no such element.
const ElementRule* rule_of(std::string_view element);

/// Whether an attribute may stand on the element; only names are looked at.
bool allows_attribute(const ElementRule& rule, const XmlAttribute& attribute);

/// Whether a role is one of WAI-ARIA's or DPUB-ARIA's and may stand on the element.
bool allows_role(std::string_view element, std::string_view role);

}  // namespace keben::epub
