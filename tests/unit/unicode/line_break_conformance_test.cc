#include <catch2/catch.hpp>

#include "tests/unit/unicode/break_test_file.h"
#include "unicode/line_break.h"

using namespace keben;
using namespace keben::unicode;

namespace {

/// Whether every gap comes out as the file wants it. The file does not tell mandatory from allowed.
bool agrees(const test::BreakTest& wanted, Numbers numbers) {
  std::vector<LineClass> classes;
  for (const char32_t c : wanted.text)
    classes.push_back(line_class(c));
  std::vector<Break> after(classes.size());
  find_breaks(classes, after, numbers);
  for (std::size_t i = 0; i < after.size(); ++i) {
    if ((after[i] != Break::prohibited) != wanted.breaks_after[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("every string of LineBreakTest.txt breaks as it says", "[unicode][uax14]") {
  const auto tests = test::read_break_tests("LineBreakTest.txt");
  KEBEN_NEED_FILE(tests, "LineBreakTest.txt");
  CHECK(tests.size() == 7654);
  std::string faults;
  for (const test::BreakTest& wanted : tests) {
    if (!agrees(wanted, Numbers::whole)) faults += wanted.line + "\n";
  }
  INFO(faults);
  CHECK(faults.empty());
}

TEST_CASE("numbers by pairs differ from LineBreakTest.txt in numbers only", "[unicode][uax14]") {
  const auto tests = test::read_break_tests("LineBreakTest.txt");
  KEBEN_NEED_FILE(tests, "LineBreakTest.txt");
  int differing = 0;
  for (const test::BreakTest& wanted : tests)
    differing += !agrees(wanted, Numbers::pairwise);
  CHECK(differing == 34);
}
