#include "markdown/dates.h"

#include <catch2/catch.hpp>

using namespace keben;
using markdown::date_of_file_name;
using markdown::read_date;

namespace {

std::string day(const std::optional<markdown::WrittenDate>& date) {
  if (!date) return "none";
  return std::to_string(date->day.year) + "-" + std::to_string(date->day.month) + "-" +
         std::to_string(date->day.day);
}

}  // namespace

TEST_CASE("a day is read in every shape that authors give it", "[markdown][dates]") {
  for (const char* text :
       {"2025-01-25", "2025/1/25", "2025.1.25", "2025年1月25日", "2025 年 1 月 25 日", "20250125",
        "2025-1-25 8:05", "2025-01-25T10:20:30Z", "2025-01-25 10:20:30 +0800",
        "2025-01-25T10:20:30.123+08:00", "Jan 25, 2025", "25 January 2025", "January 25th, 2025",
        "Sat, 25 Jan 2025 10:20:30 +0800", "Sat Jan 25 2025 10:20:30 GMT+0800", " 2025-01-25 "}) {
    INFO(text);
    CHECK(day(read_date(text)) == "2025-1-25");
  }
}

TEST_CASE("what names no day is no date", "[markdown][dates]") {
  for (const char* text : {"", "昨天", "2025", "2025-02-30", "2025-13-01", "0000-01-01", "true",
                           "2025-01-25x", "1/25", "25-01-2025x"}) {
    INFO(text);
    CHECK(day(read_date(text)) == "none");
  }
}

TEST_CASE("a moment counts its zone, and UTC where it gives none", "[markdown][dates]") {
  CHECK(read_date("2025-01-25")->moment.seconds == 1737763200);
  CHECK(read_date("2025-01-25T08:00:00+08:00")->moment.seconds == 1737763200);
  CHECK(read_date("2025-01-24T19:00:00-05:00")->moment.seconds == 1737763200);
  CHECK(read_date("2025-01-25T08:00:00+08:00")->day == model::Date{2025, 1, 25});
}

TEST_CASE("a file's name may begin with its date", "[markdown][dates]") {
  CHECK(day(date_of_file_name("2025-01-25-零一")) == "2025-1-25");
  CHECK(day(date_of_file_name("2025_01_25")) == "2025-1-25");
  CHECK(day(date_of_file_name("2025-01-255")) == "none");
  CHECK(day(date_of_file_name("零一")) == "none");
}
