#include "markdown/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

/// Takes things off the front of a text, one after another.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }

  /// A number of `least` to `most` digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < most && digits < rest_.size() && is_digit(rest_[digits]))
      value = value * 10 + (rest_[digits++] - '0');
    if (digits < least) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  void skip_spaces() { rest_ = trimmed(rest_); }

 private:
  std::string_view rest_;
};

/// Seconds since midnight in UTC; may be negative or beyond a day where a zone is given.
using SecondsOfDay = std::int64_t;

std::optional<WrittenDate> make_date(int year, int month, int day, SecondsOfDay seconds) {
  using namespace std::chrono;
  const year_month_day civil{std::chrono::year(year),
                             std::chrono::month(static_cast<unsigned>(month)),
                             std::chrono::day(static_cast<unsigned>(day))};
  if (year < 1 || year > 9999 || !civil.ok()) return std::nullopt;
  const std::int64_t days = sys_days(civil).time_since_epoch().count();
  return WrittenDate{{year, month, day}, {days * 86'400 + seconds}};
}

/// `+08:00`, `+0800`, `+8`, `Z`, `UTC`, `GMT+0800`, in seconds east of Greenwich; names of zones
/// that nobody agrees on (CST) count as UTC.
std::int64_t read_zone(Reader& in) {
  in.skip_spaces();
  for (const std::string_view name : {"Z", "z", "UTC", "GMT"})
    in.take(name);
  const bool west = in.take("-");
  if (!west && !in.take("+")) return 0;
  const int hours = in.number(1, 2).value_or(0);
  in.take(":");
  const int minutes = in.number(1, 2).value_or(0);
  return (west ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/// `10:20`, `10:20:30.123 +0800`; midnight where there is no time.
SecondsOfDay read_time(Reader in) {
  in.skip_spaces();
  const std::optional<int> hour = in.number(1, 2);
  if (!hour || *hour > 24 || !in.take(":")) return 0;
  const int minute = in.number(1, 2).value_or(0);
  const int second = in.take(":") ? in.number(1, 2).value_or(0) : 0;
  if (in.take(".")) in.number(0, 9);
  return *hour * 3600 + minute * 60 + second - read_zone(in);
}

/// The separators of a date in digits; the last may be missing at the end.
struct Separators {
  std::string_view year, month, day;
};
constexpr std::array<Separators, 4> kSeparators = {{
    {"-", "-", ""},
    {"/", "/", ""},
    {".", ".", ""},
    {"年", "月", "日"},
}};

std::optional<WrittenDate> read_separated(Reader in, const Separators& separators) {
  const std::optional<int> year = in.number(4, 4);
  in.skip_spaces();
  if (!year || !in.take(separators.year)) return std::nullopt;
  in.skip_spaces();
  const std::optional<int> month = in.number(1, 2);
  in.skip_spaces();
  if (!month || !in.take(separators.month)) return std::nullopt;
  in.skip_spaces();
  const std::optional<int> day = in.number(1, 2);
  if (!separators.day.empty()) in.skip_spaces();
  if (!day || !in.take(separators.day)) return std::nullopt;
  const bool ends = in.at_end() || in.take("T") || in.take("t") || is_space(in.rest()[0]);
  if (!ends) return std::nullopt;
  return make_date(*year, *month, *day, read_time(in));
}

std::optional<WrittenDate> read_packed(Reader in) {
  const std::optional<int> year = in.number(4, 4);
  const std::optional<int> month = in.number(2, 2);
  const std::optional<int> day = in.number(2, 2);
  if (!year || !month || !day || !in.at_end()) return std::nullopt;
  return make_date(*year, *month, *day, 0);
}

// --- Months by name ----------------------------------------------------------------------------

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// 1 to 12; 0 where the word is no month, whole or cut to three letters or more.
int month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t m = 0; word.size() >= 3 && m < kMonths.size(); ++m) {
    if (starts_ignoring_case(kMonths[m], word)) return static_cast<int>(m) + 1;
  }
  return 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t first = text.find_first_not_of(" \t,", at);
    if (first == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t,", first), text.size());
    words.push_back(text.substr(first, end - first));
    at = end;
  }
  return words;
}

/// The number that a word is, `25` or `25th`; 0 where it is none.
int number_of(std::string_view word) {
  Reader in(word);
  const int value = in.number(1, 4).value_or(0);
  const bool ordinal = in.take("st") || in.take("nd") || in.take("rd") || in.take("th");
  return in.at_end() || ordinal ? value : 0;
}

std::optional<WrittenDate> read_named_month(std::string_view text) {
  int year = 0, month = 0, day = 0;
  SecondsOfDay seconds = 0;
  for (const std::string_view word : words_of(text)) {
    const int number = number_of(word);
    if (month == 0 && month_of(word) != 0) {
      month = month_of(word);
    } else if (number > 31) {
      year = number;
    } else if (number > 0 && day == 0) {
      day = number;
    } else if (word.find(':') != std::string_view::npos) {
      const auto offset = static_cast<std::size_t>(word.data() - text.data());
      seconds = read_time(Reader(text.substr(offset)));  // and the zone behind it
    }
  }
  if (year == 0 || month == 0 || day == 0) return std::nullopt;
  return make_date(year, month, day, seconds);
}

}  // namespace

std::optional<WrittenDate> read_date(std::string_view text) {
  text = trimmed(text);
  for (const Separators& separators : kSeparators) {
    if (const auto date = read_separated(Reader(text), separators)) return date;
  }
  if (const auto date = read_packed(Reader(text))) return date;
  return read_named_month(text);
}

std::optional<WrittenDate> date_of_file_name(std::string_view stem) {
  Reader in(stem);
  const std::optional<int> year = in.number(4, 4);
  if (!year || !(in.take("-") || in.take("_"))) return std::nullopt;
  const std::optional<int> month = in.number(2, 2);
  if (!month || !(in.take("-") || in.take("_"))) return std::nullopt;
  const std::optional<int> day = in.number(2, 2);
  const bool ends = in.at_end() || (!is_digit(in.rest()[0]) && !is_alpha(in.rest()[0]));
  if (!day || !ends) return std::nullopt;
  return make_date(*year, *month, *day, 0);
}

}  // namespace keben::markdown
