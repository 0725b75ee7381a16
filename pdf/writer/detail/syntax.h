// How numbers, strings and names are spelled in a PDF (ISO 32000-1 §7.3), without locale and
// without waste.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"
#include "base/utf8.h"

namespace keben::pdf::writer {

/// An integer.
inline void put(std::string& out, std::int64_t number) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

/// A real with at most three decimals and no trailing zeros: a thousandth of a point is finer than
/// any press.
inline void put(std::string& out, Pt length) {
  const std::int64_t thousandths = std::llround(length.v * 1000.0);
  const std::int64_t whole = thousandths / 1000;
  std::int64_t rest = thousandths % 1000;
  if (rest < 0) rest = -rest;
  if (thousandths < 0 && whole == 0) out += '-';
  put(out, whole);
  if (rest == 0) return;
  char digits[5] = {'.', static_cast<char>('0' + rest / 100),
                    static_cast<char>('0' + rest / 10 % 10), static_cast<char>('0' + rest % 10), 0};
  std::size_t length_of = 4;
  while (digits[length_of - 1] == '0')
    --length_of;
  out.append(digits, length_of);
}

inline std::string number(Pt length) {
  std::string out;
  put(out, length);
  return out;
}

inline void put_hex(std::string& out, std::uint16_t number) {
  constexpr char digits[] = "0123456789ABCDEF";
  const char four[] = {digits[number >> 12], digits[number >> 8 & 15], digits[number >> 4 & 15],
                       digits[number & 15]};
  out.append(four, 4);
}

inline void put_hex_byte(std::string& out, std::uint8_t number) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += digits[number >> 4];
  out += digits[number & 15];
}

inline std::string hex_of(std::string_view bytes) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

/// A text string: UTF-16BE with its mark, in hexadecimal (§7.9.2.2).
inline std::string text_string(std::string_view utf8_text) {
  return "<FEFF" + hex_of(utf8::to_utf16be(utf8_text)) + ">";
}

/// A literal string of bytes, escaped (§7.3.4.2).
inline std::string literal_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

}  // namespace keben::pdf::writer
