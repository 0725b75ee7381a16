#include "model/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "base/language_tag.h"

namespace keben::model {
namespace {

bool all_of_class(std::string_view part, int (*is)(int)) {
  return std::all_of(part.begin(), part.end(),
                     [&](char c) { return is(static_cast<unsigned char>(c)) != 0; });
}

std::string lower(std::string_view part) {
  std::string out(part);
  for (char& c : out)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::vector<std::string> subtags(std::string_view tag) {
  std::vector<std::string> out(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

/// BCP 47's conventional case: language lower, script Title, region UPPER (RFC 5646 §2.1.1).
std::string in_conventional_case(const std::string& part, bool first) {
  std::string out = lower(part);
  if (first) return out;
  if (out.size() == 4 && all_of_class(out, std::isalpha)) {
    out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  } else if (out.size() == 2 && all_of_class(out, std::isalpha)) {
    for (char& c : out)
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return out;
}

Convention chinese_convention(const std::vector<std::string>& parts) {
  const auto has = [&](std::string_view part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  if (has("HK") || has("MO")) return has("Hans") ? Convention::hans : Convention::hant_hk;
  if (has("TW") || has("Hant")) return has("Hans") ? Convention::hans : Convention::hant_tw;
  return Convention::hans;
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
  std::vector<std::string> parts = subtags(tag);
  if (parts[0].size() < 2 || parts[0].size() > 3 || !all_of_class(parts[0], std::isalpha))
    return std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i] = in_conventional_case(parts[i], i == 0);
  if (parts[0] == "cn" || parts[0] == "tw" || parts[0] == "jp")
    return std::nullopt;  // countries, not languages
  Language out;
  out.tag = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    out.tag += "-" + parts[i];
  if (!is_language_tag(out.tag)) return std::nullopt;
  if (parts[0] == "zh" || parts[0] == "yue" || parts[0] == "lzh") {
    out.convention = chinese_convention(parts);
  } else if (parts[0] == "ja") {
    out.convention = Convention::ja;
  } else if (parts[0] == "ko") {
    out.convention = Convention::ko;
  } else {
    out.convention = Convention::western;
  }
  return out;
}

bool runs_leftward(const Language& language) {
  constexpr std::array<std::string_view, 10> kLeftward = {"ar", "dv",  "fa", "he", "ku-Arab",
                                                          "ps", "syr", "ug", "ur", "yi"};
  const std::string_view own(language.tag);
  return std::any_of(kLeftward.begin(), kLeftward.end(), [&](std::string_view tag) {
    return own.starts_with(tag) && (own.size() == tag.size() || own[tag.size()] == '-');
  });
}

}  // namespace keben::model
