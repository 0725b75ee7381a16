#include "series/natural_order.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "base/utf8.h"
#include "series/numerals.h"

namespace keben::series {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A number in a key: a digit, where digits stand among the bytes; how long it is; itself.
void add_number(std::string_view digits, std::string& key) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  key += '0';
  key += static_cast<char>(std::min<std::size_t>(digits.size(), 255));
  key += digits;
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& signs) {
  return std::find(signs.begin(), signs.end(), text) != signs.end();
}

/// Whether a numeral that is no digit may begin behind this character: 第, an opening bracket, or
/// what divides words. 万历十五年 holds no number of an essay.
bool may_precede(std::string_view before) {
  constexpr std::array<std::string_view, 17> kSigns = {
      "第", "（", "(", "[", "【", "〔", "-", "_", " ", "　", "/", "·", "：", ":", ".", "之", "卷"};
  return before.empty() || is_one_of(before, kSigns);
}

bool may_follow(std::string_view after) {
  constexpr std::array<std::string_view, 30> kSigns = {
      "章", "回", "节", "節", "卷", "部", "篇", "集", "讲", "講", "课", "課", "期", "编", "編",
      "册", "話", "话", "）", ")",  "]",  "】", "〕", "、", ".",  "-",  "_",  " ",  "：", "　"};
  return after.empty() || is_one_of(after, kSigns);
}

std::string_view character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, utf8::decode(text, at).next - at) : std::string_view();
}

/// 上, 中 and 下 in brackets count as 1, 2 and 3.
std::optional<Numeral> take_third(std::string_view text) {
  constexpr std::array<std::string_view, 3> kThirds = {"上", "中", "下"};
  for (unsigned i = 0; i < kThirds.size(); ++i)
    if (text.starts_with(kThirds[i])) return Numeral{i + 1, kThirds[i].size()};
  return std::nullopt;
}

std::optional<Numeral> worded_number(std::string_view text, std::string_view before) {
  if (!may_precede(before)) return std::nullopt;
  std::optional<Numeral> number = take_chinese(text);
  if (!number) number = take_roman(text);
  if (!number && !before.empty()) number = take_third(text);
  if (!number || !may_follow(character_at(text, number->bytes))) return std::nullopt;
  return number;
}

}  // namespace

std::string natural_key(std::string_view name) {
  const bool is_text = !utf8::first_invalid(name);  // a file's name may be any bytes
  std::string key;
  std::string_view before;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view rest = name.substr(at);
    if (is_digit(rest.front())) {
      const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
      add_number(rest.substr(0, end), key);
      at += end;
      before = rest.substr(end - 1, 1);
      continue;
    }
    if (!is_text) {
      key += rest.front();
      ++at;
      continue;
    }
    if (const auto number = worded_number(rest, before)) {
      add_number(std::to_string(number->value), key);
      at += number->bytes;
      before = rest.substr(0, number->bytes);
      continue;
    }
    before = character_at(name, at);
    key += before;
    at += before.size();
  }
  return key;
}

bool naturally_before(std::string_view a, std::string_view b) {
  const std::string key_a = natural_key(a);
  const std::string key_b = natural_key(b);
  return key_a != key_b ? key_a < key_b : a < b;
}

}  // namespace keben::series
