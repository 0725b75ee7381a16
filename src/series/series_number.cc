#include "series/series_number.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/dates.h"
#include "series/numerals.h"

namespace keben::series {
namespace {

constexpr unsigned kFirstYear = 1000;  // what is as long as a year is taken for one

using Found = std::optional<SeriesNumber>;

std::string_view without(std::string_view text, std::string_view end) {
  return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text;
}

/// What stands before a number, without the marks that lead to it.
std::string stem_of(std::string_view before) {
  constexpr std::array<std::string_view, 11> kMarks = {" ", "　", "-", "_",  "·", "：",
                                                       ":", "，", ",", "——", "|"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kMarks) {
      const std::string_view shorter = without(before, mark);
      cut = cut || shorter.size() != before.size();
      before = shorter;
    }
  }
  return std::string(before);
}

Found found(std::string_view before, unsigned value) {
  if (value >= kFirstYear) return std::nullopt;
  return SeriesNumber{stem_of(before), value};
}

std::optional<Numeral> take_third(std::string_view text) {
  constexpr std::array<std::string_view, 3> kThirds = {"上", "中", "下"};
  for (unsigned i = 0; i < kThirds.size(); ++i)
    if (text.starts_with(kThirds[i])) return Numeral{i + 1, kThirds[i].size()};
  return std::nullopt;
}

template <std::size_t N>
bool begins_with_one_of(std::string_view text, const std::array<std::string_view, N>& signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

/// 第三回.
Found counted(std::string_view text) {
  constexpr std::array<std::string_view, 20> kMeasures = {"章", "回", "节", "節", "讲", "講", "课",
                                                          "課", "篇", "卷", "部", "集", "期", "话",
                                                          "話", "天", "周", "季", "册", "编"};
  for (std::size_t at = text.find("第"); at != std::string_view::npos;
       at = text.find("第", at + 1)) {
    std::string_view rest = text.substr(at + std::string_view("第").size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto number = take_numeral(rest);
    if (!number) continue;
    rest.remove_prefix(number->bytes);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (begins_with_one_of(rest, kMeasures)) return found(text.substr(0, at), number->value);
  }
  return std::nullopt;
}

/// （三）: the last pair of brackets that holds a number and nothing else.
Found bracketed(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  constexpr std::array<Pair, 5> kPairs = {
      {{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
  Found out;
  std::size_t best = 0;
  for (const Pair& pair : kPairs) {
    const std::size_t at = text.rfind(pair.open);
    if (at == std::string_view::npos || at < best) continue;
    const std::string_view inside = text.substr(at + pair.open.size());
    auto number = take_numeral(inside);
    if (!number) number = take_third(inside);
    if (!number || !inside.substr(number->bytes).starts_with(pair.close)) continue;
    if (Found here = found(text.substr(0, at), number->value)) {
      out = std::move(here);
      best = at;
    }
  }
  return out;
}

/// Part 3, Vol. 3, Chapter IX, #3.
Found worded(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords = {"part", "chapter", "episode", "volume",
                                                      "vol.", "no.",     "#"};
  const std::string lower = markdown::lowered(text);
  for (const std::string_view word : kWords) {
    const std::size_t at = lower.find(word);
    if (at == std::string::npos || (at > 0 && markdown::is_alnum(lower[at - 1]))) continue;
    std::string_view rest = text.substr(at + word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" -_."), rest.size()));
    if (const auto number = take_numeral(rest)) return found(text.substr(0, at), number->value);
  }
  return std::nullopt;
}

/// 03-墨水, 3. 墨水, 三、墨水.
Found leading(std::string_view text) {
  constexpr std::array<std::string_view, 7> kMarks = {"-", "_", ". ", "、", "．", " ", "."};
  if (markdown::date_of_file_name(text)) return std::nullopt;
  const auto digits = take_digits(text);
  const auto number = digits ? digits : take_chinese(text);
  if (!number) return std::nullopt;
  const std::string_view rest = text.substr(number->bytes);
  if (!digits && !rest.starts_with("、")) return std::nullopt;
  if (!rest.empty() && !begins_with_one_of(rest, kMarks)) return std::nullopt;
  return found({}, number->value);
}

/// issue-9, 观察 三, 观察·下, 下篇: behind a mark that divides, at the end.
Found trailing(std::string_view text) {
  constexpr std::array<std::string_view, 6> kMarks = {"-", "_", " ", "　", "·", "："};
  constexpr std::array<std::string_view, 4> kHalves = {"篇", "编", "部", "册"};
  for (const std::string_view half : kHalves) {
    const std::string_view shorter = without(text, half);
    if (shorter.size() == text.size() || shorter.empty()) continue;
    const std::size_t at = utf8::previous(shorter, shorter.size());
    if (const auto third = take_third(shorter.substr(at)))
      return found(shorter.substr(0, at), third->value);
  }
  std::size_t behind = 0;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos) behind = std::max(behind, at + mark.size());
  }
  if (behind == 0) return std::nullopt;
  const std::string_view rest = text.substr(behind);
  auto number = take_numeral(rest);
  if (!number) number = take_third(rest);
  if (!number || number->bytes != rest.size()) return std::nullopt;
  return found(text.substr(0, behind), number->value);
}

}  // namespace

Found series_number(std::string_view text) {
  text = markdown::trimmed(text);
  if (text.empty() || markdown::date_of_file_name(text)) return std::nullopt;
  for (const auto read : {counted, bracketed, worded, leading, trailing})
    if (Found number = read(text)) return number;
  return std::nullopt;
}

}  // namespace keben::series
