// A machine without type: the PDF cannot be made and says how to mend it, the EPUB is (decisions.md
// 8).
#include <sys/mount.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

/// Surroundings in which no font is installed: the system's folder is covered, and fontconfig's
/// configuration leads nowhere.
Surroundings without_fonts(const Desk& desk) {
  desk.write("empty/keep", "");
  Surroundings around;
  around.environment = {{"FONTCONFIG_FILE", desk.path("nowhere.conf").string()},
                        {"XDG_DATA_HOME", desk.path("empty").string()}};
  around.first = [empty = desk.path("empty").string()] {
    if (!own_mounts()) return false;
    for (const char* fonts : {"/usr/share/fonts", "/usr/local/share/fonts"}) {
      const bool here = std::filesystem::is_directory(fonts);
      if (here && mount(empty.c_str(), fonts, nullptr, MS_BIND, nullptr) != 0) return false;
    }
    return true;
  };
  return around;
}

}  // namespace

TEST_CASE("no CJK face: the PDF fails with the line that installs one, the EPUB is made",
          "[fonts]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const Ended run = desk.keben({"a.md"}, without_fonts(desk));
  if (run.code == kNotStarted) return skip("no mount namespace, so fonts cannot be hidden");
  CHECK(run.code == 3);
  CHECK(run.out == "a.epub\n");
  CHECK(count(run.err, "error[") == 1);
  CHECK(has(run.err, "apt install fonts-noto-cjk"));
  CHECK(has(xhtml_of(desk.path("a.epub")), "断桥"));
  CHECK_FALSE(desk.names().contains("a.pdf"));
}

TEST_CASE("no CJK face: an EPUB alone is made, and says why it has no cover", "[fonts]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const Ended run = desk.keben({"a.md", "--to", "epub"}, without_fonts(desk));
  if (run.code == kNotStarted) return skip("no mount namespace, so fonts cannot be hidden");
  CHECK(run.code == 0);
  CHECK(count(run.err, "keben:") == 1);
  CHECK(has(run.err, "warning[cover-failed]: no cover is drawn: no CJK font was found"));
  CHECK(run.out == "a.epub\n");
}

TEST_CASE("--font-dir serves where the system has no face", "[fonts]") {
  const std::filesystem::path song = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
  if (!std::filesystem::exists(song)) return skip("fonts-noto-cjk is not installed");
  const Desk desk;
  desk.write("a.md", short_essay());
  desk.write("type/keep", "");
  std::filesystem::copy_file(song, desk.path("type/NotoSerifCJK-Regular.ttc"));
  const Ended run = desk.keben({"a.md", "--to", "pdf", "--font-dir", "type"}, without_fonts(desk));
  if (run.code == kNotStarted) return skip("no mount namespace, so fonts cannot be hidden");
  CHECK(run.code == 0);
  CHECK(desk.read("a.pdf").starts_with("%PDF-"));
}

TEST_CASE("a font that is none is passed over or named, never a crash", "[fonts]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  desk.write("type/NotoSerifCJK-Regular.ttc", "this is no font");
  desk.write("type/b.otf", "OTTO\x00\x01");
  const Ended run = desk.keben({"a.md", "--to", "pdf", "--font-dir", "type"});
  CHECK((run.code == 0 || run.code == 3));
  CHECK(desk.names().contains("a.pdf") == (run.code == 0));
  if (run.code == 3) CHECK(has(run.err, "NotoSerifCJK-Regular.ttc"));
}

TEST_CASE("--font-dir that is no folder is a usage error", "[fonts]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  CHECK(desk.keben({"a.md", "--font-dir", "nowhere"}).code == 2);
  CHECK(desk.names() == Names{"a.md"});
}
