#include "pdf/shape/hyphens.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "base/c_handle.h"
#include "base/utf8.h"
#include "late/hyphen.h"
#include "unicode/properties.h"

namespace keben::pdf::shape {
using namespace late;
namespace {

using Dictionary = CHandle<HyphenDict, hnj_hyphen_free>;

constexpr std::string_view kFolder = "/usr/share/hyphen";
constexpr std::size_t kLeastLetters = 6, kMostLetters = 60;
constexpr int kBefore = 2, kAfter = 3;
constexpr std::int32_t kHyphen = 120, kNearEdge = 15;  // per cent for each letter short of five
constexpr std::int32_t kFarFromEdge = 5;
constexpr std::size_t kBeforeHump = 3, kAfterHump = 2;
constexpr std::int32_t kHump = 1000;  // only against gaps that grow past what is preferred

/// The file for a tag: the tag's own, its language's, and for English the American one.
std::filesystem::path file_for(const std::string& language, const std::string& region) {
  const std::filesystem::path folder(kFolder);
  std::vector<std::string> names;
  if (!region.empty()) names.push_back(language + "_" + region);
  names.push_back(language == "en" ? "en_US" : language);
  for (const std::string& name : names) {
    std::error_code ignored;
    const std::filesystem::path file = folder / ("hyph_" + name + ".dic");
    if (std::filesystem::exists(file, ignored)) return file;
  }
  return {};
}

/// The dictionary of a tag, or null. Only ones in UTF-8, as all of Debian's are.
HyphenDict* dictionary_of(std::string_view tag) {
  static std::mutex mutex;
  static std::map<std::string, Dictionary, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(tag);
  if (found != known.end()) return found->second.get();
  const std::size_t dash = tag.find('-');
  std::string language(tag.substr(0, dash)), region;
  if (dash != std::string_view::npos && tag.size() - dash == 3) region = tag.substr(dash + 1);
  const bool in_letters = language != "zh" && language != "ja" && language != "ko";
  const std::filesystem::path file = in_letters ? file_for(language, region) : file_for("en", "US");
  Dictionary dictionary;
  if (!file.empty() && late::hyphen.open()) dictionary.reset(hnj_hyphen_load(file.c_str()));
  if (dictionary && !dictionary->utf8) dictionary.reset();
  return known.emplace(tag, std::move(dictionary)).first->second.get();
}

bool is_letter(char32_t c) {
  const unicode::Properties& p = unicode::properties_of(c);
  const bool alphabetic = p.script == unicode::Script::latin ||
                          p.script == unicode::Script::greek ||
                          p.script == unicode::Script::cyrillic;
  return alphabetic && p.category == unicode::Category::letter;
}

bool goes_on_word(char32_t c) {
  return is_letter(c) || (c >= U'0' && c <= U'9') || c == U'\'' || c == U'’' || c == U'_';
}

bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

/// The humps of a name like DeepSeek or OpenAI: not a word that patterns know, yet to divide it
/// there is better than a line torn apart.
void divide_at_humps(std::u32string_view word, std::uint32_t first, std::vector<HyphenPoint>& out) {
  if (word.size() < kLeastLetters || word.size() > kMostLetters) return;
  if (!std::all_of(word.begin(), word.end(), is_letter)) return;
  for (std::size_t i = kBeforeHump; i + kAfterHump <= word.size(); ++i) {
    if (is_capital(word[i]) && !is_capital(word[i - 1]))
      out.push_back({first + static_cast<std::uint32_t>(i), kHump});
  }
}

/// Small letters only, but for the first: no abbreviations, no camelCase. Capitals outside ASCII
/// pass; the patterns know no such words.
bool may_divide(std::u32string_view word) {
  if (word.size() < kLeastLetters || word.size() > kMostLetters) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_letter(word[i]) || (i > 0 && is_capital(word[i]))) return false;
  }
  return true;
}

std::int32_t penalty_at(std::int32_t before, std::int32_t after) {
  const auto missing = [](std::int32_t letters) { return std::max(0, kFarFromEdge - letters); };
  return kHyphen * (100 + kNearEdge * (missing(before) + missing(after))) / 100;
}

/// One word's places; `first` is where it begins in the text. libhyphen counts in characters where
/// its dictionary is UTF-8.
void divide(std::u32string_view word, std::uint32_t first, HyphenDict* dictionary,
            std::vector<HyphenPoint>& out) {
  std::string bytes;
  for (const char32_t c : word)
    utf8::append(bytes, is_capital(c) ? c | 0x20 : c);
  std::array<char, 4 * kMostLetters + 8> marks{};
  char** spellings = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  const int refused = hnj_hyphen_hyphenate3(
      dictionary, bytes.c_str(), static_cast<int>(bytes.size()), marks.data(), nullptr, &spellings,
      &positions, &cuts, kBefore, kAfter, kBefore, kAfter);
  const auto length = static_cast<std::int32_t>(word.size());
  for (std::int32_t before = kBefore; refused == 0 && before <= length - kAfter; ++before) {
    const auto i = static_cast<std::size_t>(before - 1);
    // A place that changes the spelling (Schiff-fahrt) is left alone.
    const bool respells = spellings && spellings[i];
    if ((marks[i] & 1) == 0 || respells) continue;
    out.push_back(
        {first + static_cast<std::uint32_t>(before), penalty_at(before, length - before)});
  }
  for (std::size_t i = 0; spellings && i < word.size(); ++i)
    std::free(spellings[i]);
  std::free(spellings);
  std::free(positions);
  std::free(cuts);
}

}  // namespace

std::vector<HyphenPoint> hyphen_points(std::u32string_view text, std::string_view language) {
  std::vector<HyphenPoint> out;
  HyphenDict* dictionary = nullptr;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && goes_on_word(text[end]))
      ++end;
    const std::u32string_view word = text.substr(i, end - i);
    if (may_divide(word)) {
      if (!dictionary) dictionary = dictionary_of(language);
      if (!dictionary) return out;
      divide(word, static_cast<std::uint32_t>(i), dictionary, out);
    } else {
      divide_at_humps(word, static_cast<std::uint32_t>(i), out);
    }
    i = std::max(end, i + 1);
  }
  return out;
}

}  // namespace keben::pdf::shape
