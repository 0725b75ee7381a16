#include "markdown/isbn.h"

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

int digit(char c) {
  return c == 'X' ? 10 : c - '0';
}

/// What the last of thirteen digits must be: weights 1 and 3 by turns.
char check_digit_of(std::string_view twelve) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i)
    sum += digit(twelve[i]) * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// Ten digits are good where their sum, weighted 10 to 1, is a multiple of eleven; X is ten.
bool is_good_ten(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i)
    sum += digit(ten[i]) * (10 - static_cast<int>(i));
  return sum % 11 == 0;
}

}  // namespace

std::optional<std::string> read_isbn(std::string_view written) {
  written = trimmed(written);
  for (const std::string_view before : {"urn:", "isbn", ":"}) {
    if (starts_ignoring_case(written, before)) written = trimmed(written.substr(before.size()));
  }
  std::string digits;
  for (const char c : written) {
    const bool is_x = (c == 'x' || c == 'X') && digits.size() == 9;
    if ((c >= '0' && c <= '9') || is_x) {
      digits += is_x ? 'X' : c;
    } else if (c != '-' && c != ' ') {
      return std::nullopt;
    }
  }
  if (digits.size() == 10 && is_good_ten(digits)) {
    digits = "978" + digits.substr(0, 9);
    return digits + check_digit_of(digits);
  }
  const bool is_good = digits.size() == 13 && digits.find('X') == std::string::npos &&
                       (digits.starts_with("978") || digits.starts_with("979")) &&
                       digits.back() == check_digit_of(digits);
  return is_good ? std::optional(digits) : std::nullopt;
}

}  // namespace keben::markdown
