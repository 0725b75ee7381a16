#include "base/utf8.h"

#include <cstring>

namespace keben::utf8 {

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)),
        put(0x80 | (c & 0x3F));
  }
}

std::size_t count(std::string_view text) {
  // Eight bytes at a time: those of the form 10xxxxxx continue a character, all others begin one.
  constexpr std::uint64_t kLowBits = 0x0101'0101'0101'0101;
  std::size_t continuing = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t marked = (word >> 7) & (~word >> 6) & kLowBits;
    continuing += (marked * kLowBits) >> 56;
  }
  for (; at < text.size(); ++at)
    continuing += is_continuation(text[at]) ? 1 : 0;
  return text.size() - continuing;
}

namespace {

/// What a lead byte promises: how many bytes follow, and the bounds of the first of them (Unicode
/// 15, table 3-7).
struct Promise {
  int followers;
  unsigned char low, high;
};

Promise promise(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

/// How many bytes from `at` on are ASCII, or hanzi and others that any two followers make valid:
/// nearly all of a text, and quickly passed.
std::size_t skip_plain(std::string_view bytes, std::size_t at) {
  while (at + 2 < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      ++at;
    } else if (lead > 0xE0 && lead < 0xED && is_continuation(bytes[at + 1]) &&
               is_continuation(bytes[at + 2])) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
  std::size_t at = skip_plain(bytes, 0);
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const Promise p = promise(lead);
    if (p.followers == 0 || at + static_cast<std::size_t>(p.followers) >= bytes.size()) return at;
    for (int k = 1; k <= p.followers; ++k) {
      const auto byte = static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(k)]);
      const unsigned char low = k == 1 ? p.low : 0x80;
      const unsigned char high = k == 1 ? p.high : 0xBF;
      if (byte < low || byte > high) return at;
    }
    at = skip_plain(bytes, at + 1 + static_cast<std::size_t>(p.followers));
  }
  return std::nullopt;
}

std::string made_valid(std::string bytes) {
  if (!first_invalid(bytes)) return bytes;
  std::string out;
  std::string_view rest = bytes;
  while (const auto invalid = first_invalid(rest)) {
    out.append(rest.substr(0, *invalid)).append("\uFFFD");
    rest.remove_prefix(*invalid + 1);
  }
  return out.append(rest);
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    out.push_back(d.code_point);
    at = d.next;
  }
  return out;
}

std::string from_utf32(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text)
    append(out, c);
  return out;
}

std::string to_utf16be(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto put = [&](char32_t unit) {
    out.push_back(static_cast<char>(unit >> 8));
    out.push_back(static_cast<char>(unit & 0xFF));
  };
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at = d.next;
    if (d.code_point < 0x10000) {
      put(d.code_point);
    } else {
      put(0xD800 + ((d.code_point - 0x10000) >> 10));
      put(0xDC00 + ((d.code_point - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace keben::utf8
