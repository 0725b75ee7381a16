#include "edition/alt_text.h"

#include <algorithm>
#include <array>

namespace keben::edition {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool has_picture_suffix(std::string_view name) {
  constexpr std::array<std::string_view, 11> kSuffixes = {
      ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".heic", ".tif", ".tiff"};
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&](std::string_view suffix) { return ends_with(name, suffix); });
}

/// The words that cameras, editors and screenshot tools put before a number or a date.
std::string_view without_machine_prefix(std::string_view name) {
  constexpr std::array<std::string_view, 17> kPrefixes = {"pasted image", "pasted graphic",
                                                          "screenshot",   "screen shot",
                                                          "微信图片",     "微信截图",
                                                          "屏幕截图",     "屏幕快照",
                                                          "截屏",         "截图",
                                                          "图片",         "图像",
                                                          "image",        "img",
                                                          "picture",      "photo",
                                                          "dsc"};
  for (const std::string_view prefix : kPrefixes) {
    if (name.substr(0, prefix.size()) == prefix) return name.substr(prefix.size());
  }
  return name;
}

}  // namespace

bool describes(std::string_view alt) {
  const std::string name = lower_ascii(alt);
  if (has_picture_suffix(name)) return false;
  const std::string_view rest = without_machine_prefix(name);
  return !std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == ':' || c == '(' ||
           c == ')';
  });
}

}  // namespace keben::edition
