#include "config/page_size.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace keben::config {
namespace {

struct Row {
  std::string_view name;
  double width, height;
};

constexpr std::array<Row, 8> kSizes = {{
    {"A4", 210, 297},
    {"A5", 148, 210},
    {"B5", 176, 250},
    {"B6", 125, 176},
    {"16开", 185, 260},
    {"32开", 130, 184},
    {"大32开", 140, 203},
    {"6in", 90, 122},
}};

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::toupper(static_cast<unsigned char>(x)) ==
           std::toupper(static_cast<unsigned char>(y));
  });
}

std::optional<double> millimetres(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 50 || value > 1000)
    return std::nullopt;
  return value;
}

}  // namespace

std::optional<PageSize> parse_page_size(std::string_view text) {
  for (const Row& row : kSizes) {
    if (same_name(text, row.name))
      return PageSize{std::string(row.name), {row.width}, {row.height}};
  }
  std::string_view sides = text;
  if (sides.size() > 2 && same_name(sides.substr(sides.size() - 2), "mm")) sides.remove_suffix(2);
  const std::size_t x = sides.find_first_of("xX");
  const std::size_t cross = x == std::string_view::npos ? sides.find("×") : x;
  if (cross == std::string_view::npos) return std::nullopt;
  const std::size_t sign = x == std::string_view::npos ? std::string_view("×").size() : 1;
  const auto width = millimetres(sides.substr(0, cross));
  const auto height = millimetres(sides.substr(cross + sign));
  if (!width || !height) return std::nullopt;
  return PageSize{std::string(text), {*width}, {*height}};
}

std::vector<std::string_view> page_size_names() {
  std::vector<std::string_view> out;
  for (const Row& row : kSizes)
    out.push_back(row.name);
  return out;
}

}  // namespace keben::config
