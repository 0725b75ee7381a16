// Reads the Unicode Character Database's own break tests: lines of `÷ 0061 × 0308 ÷  # comment`.
//
// They lie in Debian's package unicode-data. Where that is absent a developer's run says so and
// goes on; CI fails.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace keben::test {

/// One string of the file. `breaks_after[i]` says whether ÷ stands behind code point i.
struct BreakTest {
  std::string line;
  std::u32string text;
  std::vector<bool> breaks_after;
};

inline BreakTest parse_break_test(const std::string& line) {
  BreakTest out{line, {}, {}};
  std::istringstream words(line.substr(0, line.find('#')));
  std::string word;
  words >> word;  // the mark before the first code point
  while (words >> word) {
    out.text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    words >> word;
    out.breaks_after.push_back(word == "÷");
  }
  return out;
}

/// All strings of auxiliary/`name`, or none where the package is absent.
inline std::vector<BreakTest> read_break_tests(const std::string& name) {
  std::vector<BreakTest> out;
  std::ifstream file("/usr/share/unicode/auxiliary/" + name);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') out.push_back(parse_break_test(line));
  }
  return out;
}

inline bool in_ci() {
  const char* ci = std::getenv("CI");
  return ci && *ci;
}

}  // namespace keben::test

/// Ends a test case where its file is absent: with a failure in CI, with a loud word elsewhere.
#define KEBEN_NEED_FILE(tests, name)                                                   \
  if ((tests).empty()) {                                                               \
    if (keben::test::in_ci()) FAIL(name << " is missing: install unicode-data");       \
    WARN("SKIPPED: " << name << " is missing; install unicode-data to run this test"); \
    return;                                                                            \
  }
