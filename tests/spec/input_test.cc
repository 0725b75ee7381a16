// Every construct of rows.txt, from what its author types to what readers see: the files beside it
// are the claims.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "tests/spec/shown.h"
#include "tests/support/golden.h"

using namespace keben;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> spec_files() {
  std::vector<fs::path> out;
  for (const fs::directory_entry& each : fs::directory_iterator("tests/spec/input")) {
    const std::string name = each.path().filename().string();
    if (name != "rows.txt" && name != "uncovered.txt") out.push_back(each.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("every construct is read, written and set as its spec file says", "[golden][spec]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  const std::vector<fs::path> files = spec_files();
  REQUIRE_FALSE(files.empty());
  for (const fs::path& file : files) {
    spec::SpecFile spec = spec::read_spec(test::read_text(file));
    for (spec::Case& each : spec.cases)
      each = spec::run_case(each, *faces);
    std::string why;
    const bool same = test::matches_golden(file, spec::write_spec(spec), why);
    INFO(why);
    CHECK(same);
  }
}
