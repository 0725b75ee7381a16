#include "outline/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "unicode/properties.h"

namespace keben::outline {
namespace {

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

/// The byte that %XX at `at` stands for, or -1.
int escaped_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// How long the scheme at the beginning is, or 0: a letter, then letters, digits, + - .
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return 0;
  const std::size_t end = text.find_first_not_of(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.", 0);
  return end != std::string_view::npos && text[end] == ':' ? end : 0;
}

/// Cuts what follows `mark` off `text` and returns it without the mark.
std::string cut_from(std::string& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  std::string tail = text.substr(at + 1);
  text.resize(at);
  return tail;
}

/// White space at the ends, and tabs and line ends inside, are no part of an address (WHATWG URL
/// #url-parsing).
std::string without_white_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  const std::size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

/// Encodes each byte that is neither unreserved nor in `also_allowed` (RFC 3986 §2); a valid %XX
/// stays.
std::string percent_encoded(std::string_view text, std::string_view also_allowed) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool unreserved =
        is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved || also_allowed.find(c) != std::string_view::npos ||
        escaped_byte(text, i) >= 0) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%', out += kDigits[byte >> 4], out += kDigits[byte & 15];
    }
  }
  return out;
}

/// Up to 65535; empty is the scheme's own.
bool is_port(std::string_view port) {
  return port.size() < 5 || (port.size() == 5 && port <= "65535");
}

bool is_name_character(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_letter(c) || is_digit(c) || c == '-' ||
         c == '_';
}

/// A host name may hold hanzi (IDNA); its labels have 1 to 63 bytes, and it 253 (RFC 1035 §2.3.4).
/// A dot may end it.
bool is_host_name(std::string_view host) {
  constexpr std::size_t kLongest = 253, kLongestLabel = 63;
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.size() > kLongest) return false;
  for (;;) {
    const std::string_view label = host.substr(0, host.find('.'));
    if (label.empty() || label.size() > kLongestLabel ||
        !std::all_of(label.begin(), label.end(), is_name_character) ||
        unicode::properties_of(utf8::first(label)).category == unicode::Category::mark)
      return false;
    if (label.size() == host.size()) return true;
    host.remove_prefix(label.size() + 1);
  }
}

bool is_host(std::string_view host) {
  if (!host.starts_with('[')) return is_host_name(host);
  if (!host.ends_with(']')) return false;
  const std::string address(host.substr(1, host.size() - 2));
  in6_addr ignored{};
  return inet_pton(AF_INET6, address.c_str(), &ignored) == 1;
}

/// A name before the host, and a password, have no place in a book; the reader takes them out.
bool is_authority(std::string_view authority) {
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  const std::string_view port = has_port ? authority.substr(colon + 1) : std::string_view();
  return is_host(authority.substr(0, has_port ? colon : authority.size())) && is_port(port) &&
         std::all_of(port.begin(), port.end(), is_digit);
}

/// Schemes that a book may point to: registered with IANA, and none that runs or reads anything.
bool is_allowed(std::string_view scheme) {
  constexpr std::array<std::string_view, 8> kAllowed = {"http", "https", "mailto", "tel",
                                                        "ftp",  "sms",   "geo",    "xmpp"};
  return std::find(kAllowed.begin(), kAllowed.end(), scheme) != kAllowed.end();
}

bool needs_host(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "ftp";
}

}  // namespace

Address split_address(std::string_view text) {
  Address out;
  std::string rest = without_white_space(text);
  const std::size_t scheme = scheme_length(rest);
  if (scheme > 0) {
    out.scheme = rest.substr(0, scheme);
    std::transform(out.scheme.begin(), out.scheme.end(), out.scheme.begin(), lower);
    rest.erase(0, scheme + 1);
  }
  out.fragment = cut_from(rest, '#');
  out.query = cut_from(rest, '?');
  if (rest.compare(0, 2, "//") == 0) {
    out.has_authority = true;
    const std::size_t end = rest.find('/', 2);
    out.authority = rest.substr(2, end == std::string::npos ? end : end - 2);
    rest.erase(0, end);
  }
  out.path = std::move(rest);
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = escaped_byte(text, i);
    out += byte < 0 ? text[i] : static_cast<char>(byte);
    if (byte >= 0) i += 2;
  }
  return utf8::first_invalid(out) ? std::string(text) : out;
}

std::optional<std::string> normalised_address(const Address& written) {
  Address address = written;
  if (address.scheme == "mailto" && address.has_authority) {  // has none (RFC 6068 §2)
    address.path.insert(0, address.authority);
    address.has_authority = false;
  }
  if (!is_allowed(address.scheme)) return std::nullopt;
  const bool hosted = needs_host(address.scheme) || address.has_authority;
  if (hosted && !is_authority(address.authority)) return std::nullopt;
  if (!needs_host(address.scheme) && address.path.empty()) return std::nullopt;
  constexpr std::string_view kInPath = "!$&'()*+,;=:@/";
  std::string out = address.scheme + ":";
  if (address.has_authority) out += "//" + address.authority;
  out += percent_encoded(address.path, kInPath);
  if (!address.query.empty()) out += "?" + percent_encoded(address.query, "!$&'()*+,;=:@/?");
  if (!address.fragment.empty()) out += "#" + percent_encoded(address.fragment, "!$&'()*+,;=:@/?");
  return out;
}

Address resolved_against(const Address& base, const Address& reference) {
  Address out = reference;
  out.scheme = base.scheme;
  if (reference.has_authority) return out;
  out.authority = base.authority;
  out.has_authority = base.has_authority;
  if (reference.path.empty() || reference.path.front() != '/') {
    out.path = base.path.substr(0, base.path.rfind('/') + 1) + reference.path;
    if (out.path.empty() || out.path.front() != '/') out.path.insert(0, "/");
  }
  out.path = without_dot_segments(out.path);
  return out;
}

std::string without_dot_segments(std::string_view path) {
  const bool absolute = !path.empty() && path.front() == '/';
  std::vector<std::string_view> kept;
  bool ends_open = false;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    ends_open = segment == "." || segment == ".." || end < path.size();
    const bool climbs = segment == "..";
    if (climbs && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (climbs ? !absolute : !segment.empty() && segment != ".") {
      kept.push_back(segment);
    }
    at = end + 1;
  }
  std::string out = absolute ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i)
    out.append(i > 0 ? "/" : "").append(kept[i]);
  if (ends_open && !kept.empty()) out += '/';
  return out;
}

}  // namespace keben::outline
