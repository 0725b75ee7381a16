// vectors FILE...: runs rows of typesetting vectors and prints those that fail with what they got.
//
// A file's kind is told by its name (linebreak, punct-width, autospace, quotes, justify, vertical).
// Vertical setting does not exist yet: its rows are said to be skipped and not counted. Ends `N
// passed, N failed`; exit status 1 where one failed.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "tests/vectors/row.h"

namespace {

using namespace keben;
using Judge = vectors::Verdict (*)(const vectors::Row&, const fonts::Catalog&);

const std::map<std::string, Judge> kJudges = {
    {"linebreak", vectors::judge_linebreak}, {"punct-width", vectors::judge_punct_width},
    {"autospace", vectors::judge_autospace}, {"quotes", vectors::judge_quotes},
    {"justify", vectors::judge_justify},
};

vectors::Row cut(const std::string& line) {
  vectors::Row row(1);
  for (const char c : line) {
    if (c == '\t') {
      row.emplace_back();
    } else {
      row.back() += c;
    }
  }
  return row;
}

}  // namespace

int main(int argc, char** argv) {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "vectors: %s\n", faces.error().what.en.c_str());
    return 3;
  }
  int passed = 0, failed = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string kind = std::filesystem::path(argv[i]).stem().string();
    std::ifstream in(argv[i]);
    if (!in) {
      std::fprintf(stderr, "vectors: cannot read %s\n", argv[i]);
      return 2;
    }
    if (kind == "vertical") {
      std::printf("%s: skipped\n", kind.c_str());
      continue;
    }
    const auto judge = kJudges.find(kind);
    if (judge == kJudges.end()) {
      std::fprintf(stderr, "vectors: no judge for %s\n", kind.c_str());
      return 2;
    }
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      const vectors::Row row = cut(line);
      const vectors::Verdict got = judge->second(row, *faces);
      ++(got ? failed : passed);
      if (got) std::printf("%s: FAIL %s\n  wanted: %s\n", kind.c_str(), got->c_str(), line.c_str());
    }
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed ? 1 : 0;
}
