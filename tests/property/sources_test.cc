// Nothing of an author's text is lost on its way into either book: every hanzi of every source that
// the tree has.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "tests/property/both_books.h"
#include "tests/property/left_out.h"
#include "tests/spec/case_book.h"
#include "tests/support/golden.h"

using namespace keben;
using namespace keben::property;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_of(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> out;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(folder)) {
    if (each.path().extension() == extension) out.push_back(each.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The words of these are gone, as their author was told.
bool leaves_out(const Diagnostic& said) {
  return said.code == "note-unused";
}

/// What readers are to find in the input: all of it, and what of it stands in one order.
struct Wanted {
  std::u32string all;
  std::vector<std::u32string> runs;
};

Wanted wanted_of(std::string_view source, const Diagnostics& log) {
  std::vector<std::string> lines{{}};
  for (const char c : source) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  for (const Diagnostic& each : log.all()) {
    if (leaves_out(each)) lines.at(each.at.first_line - 1) = "\n";
  }
  std::string kept;
  for (const std::string& line : lines)
    kept += line;
  Wanted out;
  std::istringstream text(readable(kept));
  for (std::string line; std::getline(text, line);) {
    out.runs.push_back(hanzi_of(line));
    out.all += out.runs.back();
    if (has_asides(line)) out.runs.pop_back();
  }
  return out;
}

/// Whether any hanzi of the case's input are asked for, and all of them are in both books.
struct Claim {
  std::size_t wanted = 0;
  std::string lost;  // "epub: 字", or empty
};

Claim look_at(const spec::Case& written, const fonts::Catalog& faces) {
  SourceMap sources;
  Diagnostics log;
  const Result<model::Collection> book = spec::read_book(written, sources, log);
  // Refused aloud, as the case's own messages say, there is no book to miss anything.
  if (!book) return {0, written.has("messages") ? "" : book.error().what.en};
  const Wanted wanted = wanted_of(sources.text({0}), log);
  if (wanted.all.empty()) return {};
  const BothBooks books = both_books(*book, faces);
  Claim out{wanted.all.size(), {}};
  const auto look = [&](const char* name, const std::string& text) {
    const std::u32string found = hanzi_of(text);
    std::u32string missing = missing_hanzi(wanted.all, found);
    for (const std::u32string& run : wanted.runs)
      missing += out_of_order(run, found);
    if (!missing.empty()) out.lost += std::string(name) + utf8::from_utf32(missing) + " ";
  };
  look("epub: ", books.epub);
  look("pdf: ", books.pdf);
  return out;
}

std::optional<fonts::Catalog> installed_faces() {
  Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (faces) return *std::move(faces);
  std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
  return {};
}

}  // namespace

TEST_CASE("no hanzi of a sample is lost", "[property]") {
  const std::optional<fonts::Catalog> faces = installed_faces();
  if (!faces) return;
  std::size_t wanted = 0;
  for (const fs::path& file : files_of("samples", ".md")) {
    INFO(file);
    const Claim claim = look_at({file.string(), {{"input", test::read_text(file)}}}, *faces);
    CHECK(claim.lost == "");
    wanted += claim.wanted;
  }
  CHECK(wanted > 4000);
}

TEST_CASE("no hanzi of a conformance example is lost", "[property]") {
  const std::optional<fonts::Catalog> faces = installed_faces();
  if (!faces) return;
  std::size_t wanted = 0;
  for (const fs::path& file : files_of("tests/conformance/data", ".json")) {
    for (const auto& each : nlohmann::json::parse(test::read_text(file))) {
      const std::string markdown = each["markdown"];
      INFO(file << "\n" << markdown);
      const Claim claim = look_at({"", {{"input", markdown}}}, *faces);
      CHECK(claim.lost == "");
      wanted += claim.wanted;
    }
  }
  CHECK(wanted > 400);
}

TEST_CASE("no hanzi of any construct's examples is lost", "[property]") {
  const std::optional<fonts::Catalog> faces = installed_faces();
  if (!faces) return;
  std::size_t wanted = 0;
  for (const fs::path& file : files_of("tests/spec/input", ".txt")) {
    for (const spec::Case& each : spec::read_spec(test::read_text(file)).cases) {
      INFO(file << ": " << each.name << "\n" << each["input"]);
      const Claim claim = look_at(each, *faces);
      CHECK(claim.lost == "");
      wanted += claim.wanted;
    }
  }
  CHECK(wanted > 500);
}
