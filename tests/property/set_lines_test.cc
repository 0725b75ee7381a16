// The acceptance list of the typesetting rules (typesetting.md §10, T4), over every line that the
// samples and the essay are set in, on three pages. What is measured is the display list: to the
// thousandth of an em, not as a reader of the PDF would round it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "pdf/export/export_pdf.h"
#include "pdf/style/geometry.h"
#include "pdf/style/paragraph_style.h"
#include "tests/spec/case_book.h"
#include "tests/support/golden.h"
#include "tests/support/settled.h"
#include "unicode/cjk.h"

using namespace keben;
using namespace keben::pdf;
namespace fs = std::filesystem;

namespace {

/// A glyph with its place on the page.
struct Glyph {
  char32_t shows = 0;
  double x = 0;  // of its origin, in pt
  const draw::Glyphs* run = nullptr;
  std::uint16_t glyph = 0;
  bool spaced = false;  // a typed space stands before it
};

/// One line of one paragraph.
struct Line {
  std::size_t page = 0;
  double baseline = 0;
  std::vector<Glyph> glyphs;
  bool space = false;  // was the last that stands in it
  std::string text() const {
    std::string out;
    for (const Glyph& g : glyphs)
      utf8::append(out, g.shows);
    return out;
  }
};

/// The paragraphs of a book in body type, and what is needed to judge them.
struct Book {
  model::Convention convention = model::Convention::western;
  style::Geometry page;
  draw::DisplayList list;
  std::map<std::uint32_t, std::vector<Line>> paragraphs;  // by element
};

bool in(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

/// The paragraph that an element is, or is in; 0 where it is none.
std::uint32_t paragraph_of(const draw::DisplayList& list, draw::StructId tag) {
  std::uint32_t at = tag.v;
  const auto stands_in_line = [&](draw::Role role) {
    return role == draw::Role::link || role == draw::Role::span || role == draw::Role::ruby ||
           role == draw::Role::ruby_base;
  };
  while (at && stands_in_line(list.structure[at].role))
    at = list.structure[at].parent.v;
  return at && list.structure[at].role == draw::Role::paragraph ? at : 0;
}

void add(Line& line, const draw::Glyphs& run) {
  std::size_t byte = 0;
  for (const draw::PlacedGlyph& g : run.glyphs) {
    if (g.text_end == byte) continue;
    const char32_t shows = utf8::decode(run.text, byte).code_point;
    byte = g.text_end;
    if (shows != U' ')
      line.glyphs.push_back({shows, (run.at.x + g.x.at(run.size)).v, &run, g.glyph, line.space});
    line.space = shows == U' ';
  }
}

void gather_lines(Book& book) {
  for (std::size_t n = 0; n < book.list.pages.size(); ++n) {
    for (const draw::Item& item : book.list.pages[n].items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      const std::uint32_t paragraph = run ? paragraph_of(book.list, item.tag) : 0;
      if (!paragraph || run->size.v < book.page.body.v * 0.7) continue;  // readings, marks of notes
      std::vector<Line>& lines = book.paragraphs[paragraph];
      const bool fresh = lines.empty() || lines.back().page != n ||
                         std::abs(lines.back().baseline - run->at.y.v) > 0.01;
      if (fresh) lines.push_back({n, run->at.y.v, {}, false});
      add(lines.back(), *run);
    }
  }
  std::erase_if(book.paragraphs, [&](const auto& each) {
    const std::vector<Line>& lines = each.second;
    return std::any_of(lines.begin(), lines.end(),
                       [](const Line& l) { return l.glyphs.empty(); }) ||
           lines[0].glyphs[0].run->size != book.page.body;
  });
}

std::optional<Book> set(const fs::path& file, const std::string& page,
                        const fonts::Catalog& faces) {
  SourceMap sources;
  Diagnostics log;
  Stages stages;
  const auto collection =
      spec::read_book({file.string(), {{"input", test::read_text(file)}}}, sources, log);
  if (!collection) return {};
  const test::Settled settled = test::settled(*collection, log);
  config::PdfOptions options;
  options.page = *config::parse_page_size(page);
  Book book;
  book.convention = collection->documents[0].meta.language.convention;
  book.page = style::geometry_of(options.page, options.purpose);
  book.list = lay_out({settled.edition, settled.pictures}, faces, options, stages, log);
  gather_lines(book);
  return book;
}

/// Where a line's last cell ends, from the type area's left edge, in em; nothing where its glyph
/// does not tell: a mark that was moved in its cell, or a pair of dashes.
std::optional<double> right_edge(const Book& book, const Line& line, const fonts::Catalog& faces) {
  const Glyph& last = line.glyphs.back();
  const fonts::FaceId song = faces.cjk({}, style::region_of(book.convention));
  if (last.run->face.v != song.v || last.run->size != book.page.body) return {};
  const bool traditional = book.convention == model::Convention::hant_tw;
  const bool japanese = book.convention == model::Convention::ja;
  const double advance = faces[song].advance({last.glyph}).v;
  if (last.shows == U'—' || (advance != 1000 && unicode::is_wide(last.shows))) return {};
  if (in(last.shows, U"“”‘’·…")) return {};
  const bool half = in(last.shows, U"）》」』】〉〕") ||
                    (in(last.shows, U"，、。") && !traditional) ||
                    (in(last.shows, U"：；！？") && !traditional && !japanese);
  const double left = book.page.left(line.page % 2 == 0).v;
  return (last.x - left) / last.run->size.v + (half ? 500 : advance) / 1000;
}

/// Hanzi of a line in halves, as the search for breaks counts them.
int halves(const Line& line) {
  int out = 0;
  for (const Glyph& g : line.glyphs)
    out += unicode::is_hanzi(g.shows) || unicode::is_wide(g.shows)      ? 2
           : g.shows < 0x250 && std::isalnum(static_cast<int>(g.shows)) ? 1
                                                                        : 0;
  return out;
}

struct Seen {
  std::size_t flush = 0, short_lines = 0, pairs = 0, on_grid = 0;
};

void judge_edges(const Book& book, const std::vector<Line>& lines, const fonts::Catalog& faces,
                 Seen& seen) {
  double edge = 0;
  std::vector<std::pair<double, std::string>> ends;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (const auto end = right_edge(book, lines[i], faces)) {
      ends.emplace_back(*end, lines[i].text());
      edge = std::max(edge, *end);
    }
  }
  for (const auto& [end, text] : ends) {
    INFO(text << " ends " << edge - end << " em short");
    if (edge - end > 1.5) {
      ++seen.short_lines;  // before a hard break, or a piece of an address
      continue;
    }
    CHECK(edge - end < 0.0015);  // a thousandth, and what is lost between em and pt
    ++seen.flush;
  }
  if (lines.size() > 1) {
    INFO(lines.back().text());
    CHECK(halves(lines.back()) > 2);
  }
}

void judge_line(const Book& book, const Line& line, Seen& seen) {
  INFO(line.text());
  // Code that speaks of marks may be cut between them in need.
  const auto shown = [&](const Glyph& g) { return g.run->size == book.page.body ? g.shows : U' '; };
  const char32_t first = shown(line.glyphs.front()), last = shown(line.glyphs.back());
  CHECK_FALSE(in(first, U"，。、；：？！）》」』】〕〉·～％‰℃"));
  CHECK_FALSE(in(last, U"（《「『【〔〈"));
  const bool holds_code = std::any_of(line.glyphs.begin(), line.glyphs.end(), [&](const Glyph& g) {
    return g.run->size != book.page.body;
  });
  double comma = 0;
  for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
    const Glyph &a = line.glyphs[i - 1], &b = line.glyphs[i];
    const bool body = a.run->size == book.page.body && b.run->size == book.page.body;
    if (!body || b.spaced || !unicode::is_hanzi(b.shows) || a.run->face != b.run->face) continue;
    const double advance = (b.x - a.x) / a.run->size.v;
    if (unicode::is_hanzi(a.shows)) {
      if (!holds_code) CHECK(advance < 1.1265);  // marks in code may leave no place to break
      ++seen.pairs;
    } else if (in(a.shows, U"，、；：")) {
      if (comma == 0) comma = advance;
      CHECK(std::abs(advance - comma) < 0.0025);
    }
  }
}

bool in_running_text(const Book& book, std::uint32_t paragraph) {
  const draw::Role parent = book.list.structure[book.list.structure[paragraph].parent.v].role;
  return parent == draw::Role::article || parent == draw::Role::section ||
         parent == draw::Role::part || parent == draw::Role::document;
}

void judge_grid(const Book& book, const Line& line, Seen& seen) {
  const std::string& label = book.list.pages[line.page].label;
  if (label.find_first_of("ivx") != std::string::npos || label.empty()) return;
  const double first = book.page.top.v + book.page.body.v * 0.88;
  const double row = (line.baseline - first) / book.page.leading.v;
  INFO(label << " " << line.text());
  CHECK(std::abs(row - std::round(row)) < 0.001);
  ++seen.on_grid;
}

Seen judge(const Book& book, const fonts::Catalog& faces) {
  Seen seen;
  for (const auto& [element, lines] : book.paragraphs) {
    if (model::is_cjk(book.convention) && book.convention != model::Convention::ko)
      judge_edges(book, lines, faces, seen);
    for (const Line& line : lines) {
      judge_line(book, line, seen);
      if (in_running_text(book, element)) judge_grid(book, line, seen);
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("every line of every sample is set by the acceptance list", "[property][T4]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  std::vector<fs::path> files;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator("samples")) {
    if (each.path().extension() == ".md") files.push_back(each.path());
  }
  if (fs::exists("../shared/essay/essay.md")) files.emplace_back("../shared/essay/essay.md");
  std::sort(files.begin(), files.end());
  Seen all;
  for (const fs::path& file : files) {
    for (const char* page : {"A5", "A4", "6in"}) {
      INFO(file << " on " << page);
      const std::optional<Book> book = set(file, page, *faces);
      REQUIRE(book);
      const Seen seen = judge(*book, *faces);
      CHECK(seen.short_lines <= 3);
      all.flush += seen.flush;
      all.pairs += seen.pairs;
      all.on_grid += seen.on_grid;
    }
  }
  CHECK(all.flush > 400);
  CHECK(all.pairs > 8000);
  CHECK(all.on_grid > 600);
}
