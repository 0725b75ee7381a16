#include "tests/support/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace keben::test {
namespace {

bool set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
  std::istringstream a(expected), b(actual);
  std::string x, y;
  for (int number = 1;; ++number) {
    const bool more_x = static_cast<bool>(std::getline(a, x));
    const bool more_y = static_cast<bool>(std::getline(b, y));
    if (!more_x && !more_y) return "only the end differs";
    if (more_x != more_y || x != y) {
      return "line " + std::to_string(number) + "\n  expected: " + (more_x ? x : "(end)") +
             "\n  actual:   " + (more_y ? y : "(end)");
    }
  }
}

}  // namespace

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool matches_golden(const std::filesystem::path& expected_file, const std::string& actual,
                    std::string& why) {
  if (set("KEBEN_BLESS") && !set("CI")) {
    if (read_text(expected_file) != actual)
      std::ofstream(expected_file, std::ios::binary) << actual;
    return true;
  }
  const std::string expected = read_text(expected_file);
  if (expected == actual) return true;
  why = expected_file.string() + ": " + first_difference(expected, actual);
  return false;
}

}  // namespace keben::test
