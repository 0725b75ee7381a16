// The books for real: what independent readers of EPUB and PDF find in them.
//
// Two essays: our own, and the one that the design was tried on, where this machine has it.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/utf8.h"
#include "tests/program/desk.h"
#include "tests/support/golden.h"

using namespace keben::test;
namespace fs = std::filesystem;

namespace {

/// A desk on which an essay became both of its books.
struct Bound : Desk {
  explicit Bound(const fs::path& essay) : text(read_text(essay)) {
    write("essay.md", text);
    made = keben({"essay.md", "--offline"});
    epub = path("essay.epub");
    pdf = path("essay.pdf");
  }
  std::string text;
  Ended made;
  fs::path epub;
  fs::path pdf;
};

std::vector<fs::path> essays() {
  std::vector<fs::path> out = {"tests/program/data/essay.md"};
  const fs::path tried = "../shared/essay/essay.md";
  if (fs::exists(tried)) {
    out.push_back(tried);
  } else {
    WARN("SKIPPED: no " << tried << ", so only our own essay is bound");
  }
  return out;
}

/// What a tool says of a file; nothing where the tool is not installed.
std::optional<Ended> said_by(const std::string& name, std::vector<std::string> arguments) {
  const fs::path program = tool(name);
  if (program.empty()) {
    skip(name + " is not installed");
    return std::nullopt;
  }
  return run(program, arguments, {.environment = {{"LC_ALL", "C.UTF-8"}}});
}

std::string hanzi_of(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const keben::utf8::Decoded c = keben::utf8::decode(text, at);
    if (c.code_point >= 0x4E00 && c.code_point <= 0x9FFF) out.append(text, at, c.next - at);
    at = c.next;
  }
  return out;
}

/// The text of XHTML or XML without its tags.
std::string without_tags(const std::string& markup) {
  std::string out;
  bool inside = false;
  for (const char c : markup) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') inside = false;
  }
  return out;
}

/// The pieces of the essay's own hanzi that must come in this order: its lines as written, without
/// front matter, notes (set elsewhere) and addresses.
std::vector<std::string> runs_of_hanzi(const std::string& markdown) {
  std::vector<std::string> out;
  const std::size_t body = markdown.find("\n---\n", 3) + 5;
  for (const std::string& line : lines_of(markdown.substr(body))) {
    if (line.starts_with("[^") || line.starts_with("![") || line.starts_with(":::")) continue;
    std::string words;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line.compare(at, 2, "](") == 0) at = line.find(')', at);
      if (at == std::string::npos) break;
      words += line[at];
    }
    if (const std::string hanzi = hanzi_of(words); !hanzi.empty()) out.push_back(hanzi);
  }
  return out;
}

/// Whether all runs come in `text`, in order.
void check_in_order(const std::string& text, const std::vector<std::string>& runs) {
  std::size_t at = 0;
  for (const std::string& run : runs) {
    const std::size_t found = text.find(run, at);
    INFO(run);
    CHECK(found != std::string::npos);
    if (found != std::string::npos) at = found + run.size();
  }
}

void check_no_markup(const std::string& text) {
  for (const char* mark : {":::", "**", "](", "[^", "```", "---\n", "| "}) {
    INFO(mark);
    CHECK_FALSE(has(text, mark));
  }
}

std::string package_of(const fs::path& epub) {
  const std::string container = entry_of(epub, "META-INF/container.xml");
  const std::size_t start = container.find("full-path=\"") + 11;
  return entry_of(epub, container.substr(start, container.find('"', start) - start));
}

}  // namespace

TEST_CASE("both books are made with no flags but --offline, in two seconds", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    CHECK(desk.made.code == 0);
    CHECK(desk.made.out == "essay.epub\nessay.pdf\n");
    CHECK(desk.made.seconds < 2);
  }
}

TEST_CASE("qpdf finds nothing to say about the PDF", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    const auto qpdf = said_by("qpdf", {"--check", desk.pdf});
    if (!qpdf) return;
    CHECK(qpdf->code == 0);
    CHECK(qpdf->err == "");
    CHECK(has(qpdf->out, "No syntax or stream encoding errors found"));
  }
}

TEST_CASE("every face of the PDF is embedded, subset, and has its Unicode", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    const auto fonts = said_by("pdffonts", {desk.pdf});
    if (!fonts) return;
    const std::vector<std::string> lines = lines_of(fonts->out);
    REQUIRE(lines.size() > 2);
    const std::size_t flags = lines[0].find("emb");
    for (std::size_t i = 2; i < lines.size(); ++i) {
      INFO(lines[i]);
      CHECK(lines[i].substr(flags, 11) == "yes yes yes");
    }
  }
}

TEST_CASE("every hanzi of the essay is in the PDF's text, in order", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    const auto text = said_by("pdftotext", {"-raw", desk.pdf, "-"});
    if (!text) return;
    // A run may be cut by the foot of a page, by its notes and folio, so it is looked for by
    // its hanzi one after the other.
    const std::string found = hanzi_of(text->out);
    std::size_t at = 0;
    std::size_t missing = 0;
    for (const std::string& run : runs_of_hanzi(desk.text)) {
      for (std::size_t i = 0; i < run.size(); i += 3) {
        const std::size_t next = found.find(run.substr(i, 3), at);
        // Two hundred hanzi further is another place, not the foot of a page.
        if (next == std::string::npos || next > at + 600 * 3) {
          ++missing;
        } else {
          at = next + 3;
        }
      }
    }
    CHECK(missing == 0);
  }
}

TEST_CASE("every hanzi of the essay is in the EPUB's text, in order", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    check_in_order(hanzi_of(without_tags(xhtml_of(desk.epub))), runs_of_hanzi(desk.text));
  }
}

TEST_CASE("no mark of Markdown is left in either book", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    check_no_markup(without_tags(xhtml_of(desk.epub)));
    if (const auto text = said_by("pdftotext", {desk.pdf, "-"})) check_no_markup(text->out);
  }
}

TEST_CASE("title, author, date and language are in both files", "[books]") {
  const Bound desk("tests/program/data/essay.md");
  const std::string package = package_of(desk.epub);
  for (const char* part : {">修桥记</dc:title>", ">石生</dc:creator>", "2024-11-03</dc:date>",
                           ">zh-CN</dc:language>"}) {
    INFO(part);
    CHECK(has(package, part));
  }
  CHECK(has(xhtml_of(desk.epub), "xml:lang=\"zh-CN\""));
  const auto info = said_by("pdfinfo", {"-rawdates", desk.pdf});
  if (!info) return;
  CHECK(has(info->out, "修桥记"));
  CHECK(has(info->out, "石生"));
  CHECK(has(info->out, "D:20241103"));
  const auto qpdf = said_by("qpdf", {"--qdf", "--object-streams=disable", desk.pdf, "-"});
  if (qpdf) CHECK(has(qpdf->out, "/Lang (zh-CN)"));
}

TEST_CASE("the language comes from the text, and generated words follow it", "[books]") {
  for (const fs::path& essay : essays()) {
    const Bound desk(essay);
    const std::string package = package_of(desk.epub);
    CHECK((has(package, ">zh-CN</dc:language>") || has(package, ">zh-Hans</dc:language>")));
    const std::string text = without_tags(xhtml_of(desk.epub));
    CHECK(has(text, "目录"));
    for (const char* word : {"Contents", "Note", "Figure", "Cover", "Chapter"}) {
      INFO(word);
      CHECK_FALSE(has(text, word));
    }
  }
}

TEST_CASE("the table of contents leads to every heading", "[books]") {
  const Bound desk("tests/program/data/essay.md");
  const std::string all = xhtml_of(desk.epub);
  const std::size_t start = all.find("epub:type=\"toc\"");
  REQUIRE(start != std::string::npos);
  const std::string toc = all.substr(start, all.find("</nav>", start) - start);
  check_in_order(hanzi_of(without_tags(toc)), {"一查勘", "桥墩的毛病", "钱从哪里来", "二合龙"});
  const auto outline = said_by("qpdf", {"--json=2", "--json-key=outlines", desk.pdf});
  if (!outline) return;
  CHECK(count(outline->out, "\"title\":") >= 4);
}
