#include "outline/permalink_words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace keben::outline {
namespace {

using model::Date;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string padded(int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

int day_of_year(Date date) {
  using namespace std::chrono;
  const sys_days day{year{date.year} / month{static_cast<unsigned>(date.month)} /
                     std::chrono::day{static_cast<unsigned>(date.day)}};
  return static_cast<int>((day - sys_days{year{date.year} / January / 1}).count()) + 1;
}

std::string month_name(Date date) {
  return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]);
}

struct DateWord {
  std::string_view name;
  std::string (*means)(Date);
};
constexpr std::array<DateWord, 11> kDateWords = {{
    {"year", [](Date d) { return padded(d.year, 4); }},
    {"short_year", [](Date d) { return padded(d.year % 100, 2); }},
    {"month", [](Date d) { return padded(d.month, 2); }},
    {"i_month", [](Date d) { return std::to_string(d.month); }},
    {"day", [](Date d) { return padded(d.day, 2); }},
    {"i_day", [](Date d) { return std::to_string(d.day); }},
    {"y_day", [](Date d) { return padded(day_of_year(d), 3); }},
    {"yearday", [](Date d) { return std::to_string(day_of_year(d)); }},
    {"monthname", month_name},
    {"long_month", month_name},
    {"short_month", [](Date d) { return month_name(d).substr(0, 3); }},
}};

/// Jekyll's patterns by name (jekyllrb.com/docs/permalinks, "Built-in formats").
std::string_view spelled_out(std::string_view pattern) {
  if (pattern == "date") return ":categories/:year/:month/:day/:title:output_ext";
  if (pattern == "pretty") return ":categories/:year/:month/:day/:title/";
  if (pattern == "ordinal") return ":categories/:year/:y_day/:title:output_ext";
  if (pattern == "weekdate") return ":categories/:year/W:week/:short_day/:title:output_ext";
  if (pattern == "none") return ":categories/:title:output_ext";
  return pattern;
}

}  // namespace

std::vector<Stretch> stretches_of(std::string_view written) {
  const std::string_view pattern = spelled_out(written);
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_";
  std::vector<Stretch> out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const std::size_t mark = rest.starts_with(":")      ? 1
                             : rest.starts_with("[...") ? 4
                             : rest.starts_with("[")    ? 1
                                                        : 0;
    std::size_t end = std::min(rest.find_first_not_of(kLetters, mark), rest.size());
    if (mark == 0) end = std::min(rest.find_first_of(":["), rest.size());
    const std::string_view text = rest.substr(mark, end - mark);
    if (rest.starts_with("[") && end < rest.size() && rest[end] == ']') ++end;
    out.push_back({text, rest.substr(0, end), mark > 0});
    at += end;
  }
  return out;
}

std::optional<std::string> date_word(std::string_view name, Date date) {
  for (const DateWord& word : kDateWords)
    if (word.name == name) return word.means(date);
  return std::nullopt;
}

std::vector<std::string_view> date_words() {
  std::vector<std::string_view> out;
  for (const DateWord& word : kDateWords)
    out.push_back(word.name);
  return out;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    if (!name.empty() && name != "." && name != "..") out.emplace_back(name);
    at = end + 1;
  }
  if (out.empty()) return out;
  std::string& name = out.back();
  name.resize(std::min(name.rfind('.'), name.size()));
  const bool opens = name == "index" || name == "_index" || name == "README";
  if (opens && out.size() > 1) out.pop_back();
  return out;
}

std::string without_date(const std::string& name) {
  constexpr std::string_view kShape = "0000-00-00-";
  if (name.size() <= kShape.size()) return name;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    if (kShape[i] == '0' ? !digit : name[i] != '-') return name;
  }
  return name.substr(kShape.size());
}

std::string tidy(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '/' && (out.empty() || out.back() == '/')) continue;
    out += c;
  }
  return out;
}

}  // namespace keben::outline
