// The two codings of a data: URI (RFC 2397): percent (RFC 3986 §2.1) and base64 (RFC 4648 §4).
//
// Editors break base64 into lines and leave the padding out; both are read, as browsers do (WHATWG
// Infra #forgiving-base64).
#include <optional>

#include "assets/detail/ascii.h"
#include "assets/detail/trouble.h"
#include "assets/source_address.h"

namespace keben::assets {
namespace {

/// The six bits of a base64 digit; URL-safe ones too.
std::optional<unsigned> six_bits(char c) {
  const auto from = [c](char first, unsigned value) {
    return value + static_cast<unsigned>(c - first);
  };
  if (c >= 'A' && c <= 'Z') return from('A', 0);
  if (c >= 'a' && c <= 'z') return from('a', 26);
  if (ascii::is_digit(c)) return from('0', 52);
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return {};
}

std::optional<Bytes> base64_decoded(std::string_view text) {
  Bytes out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int held = 0;  // how many bits wait in `bits`
  for (const char c : text) {
    if (c == '=') break;
    if (std::string_view(" \t\r\n\f").find(c) != std::string_view::npos) continue;
    const std::optional<unsigned> six = six_bits(c);
    if (!six) return {};
    bits = (bits << 6 | *six) & 0xFFFF;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out.push_back(static_cast<char>(bits >> held & 0xFF));
    }
  }
  if (held == 6) return {};  // a lone digit is no byte
  return out;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = text[i] == '%' && i + 2 < text.size() &&
                       ascii::hex_value(text[i + 1]) >= 0 && ascii::hex_value(text[i + 2]) >= 0;
    if (!coded) {
      out.push_back(text[i]);
      continue;
    }
    out.push_back(
        static_cast<char>(ascii::hex_value(text[i + 1]) * 16 + ascii::hex_value(text[i + 2])));
    i += 2;
  }
  return out;
}

std::string base64_encoded(BytesView bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (unsigned digit = 0; digit < 4; ++digit)
      out += at + digit > bytes.size() ? '=' : kDigits[group >> (18 - 6 * digit) & 63];
  }
  return out;
}

Result<Bytes> decode_data(const DataSource& source) {
  const Bytes bytes = percent_decoded(source.encoded);
  if (!source.base64) return bytes;
  std::optional<Bytes> decoded = base64_decoded(bytes);
  if (!decoded) return failure(broken("data:", "base64"));
  return std::move(*decoded);
}

}  // namespace keben::assets
