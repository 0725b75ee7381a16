// Web addresses as authors write them, made into addresses that every reading system takes.
//
// Authors paste 汉字, spaces and brackets; EPUB 3.3 wants valid URL strings (#sec-url, WHATWG URL)
// and PDF's URI actions want ASCII (ISO 32000-1 §12.6.4.7). What is already encoded stays as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::outline {

/// An address in its parts (RFC 3986 §3); absent parts are empty, marks are not included.
struct Address {
  std::string scheme;  // lower case
  std::string authority;
  std::string path;
  std::string query;
  std::string fragment;
  bool has_authority = false;
};

/// Takes an address apart. Never fails: what is no scheme belongs to the path.
Address split_address(std::string_view text);

/// %XX undone where the result is valid UTF-8; otherwise the text itself.
std::string percent_decoded(std::string_view text);

/// An absolute address with a scheme that a book may point to (http, https, mailto, tel …), spaces
/// and all that RFC 3986 does not allow percent-encoded; nothing where it has another scheme, no
/// host, or a host or port that cannot be.
std::optional<std::string> normalised_address(const Address& address);

/// `reference` (no scheme) as seen from `base` (a folder where it ends with /): RFC 3986 §5.2.
Address resolved_against(const Address& base, const Address& reference);

/// `a/./b/../c` → `a/c`; a leading / stays, and nothing climbs above it.
std::string without_dot_segments(std::string_view path);

}  // namespace keben::outline
