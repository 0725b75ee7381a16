// Names as XML has them: what an id must be in drawings and packages.
#pragma once

#include <string_view>

namespace keben {

/// Whether a character may begin an XML name without a colon, or stand in one (XML 1.0 §2.3,
/// Namespaces in XML 1.0 §3).
bool begins_xml_name(char32_t c);
bool stands_in_xml_name(char32_t c);

/// Whether a text, valid UTF-8, is such a name (NCName).
bool is_ncname(std::string_view text);

}  // namespace keben
