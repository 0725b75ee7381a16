// A spec file: examples of one construct, readable by whoever writes essays or sets books.
//
//   rows: marks                        the rows of rows.txt that it is of; then words for the
//   reader
//
//   == `==` marks words                a case: its name says what is claimed
//   --- input
//   今天讲==重点==。
//   --- model                          what was read from it …
//   paragraph
//     text "今天讲"
//   --- xhtml                          … what the EPUB says …
//   --- lines                          … what stands on the page …
//   --- messages                       … and what its author is told, where there is anything
//
// A case that needs more says so: `--- meta` shows the front matter as read; `--- options` before
// the input gives `dialect: gfm`, `name: 2025-01-02-某事.md` (the file's), `escapes: yes` (then
// `\u{200B}` in the input is that character).
//
// Write a case with its input alone and run with KEBEN_BLESS=1: the rest is filled in, for you to
// judge.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace keben::spec {

struct Section {
  std::string name;  // "input", "model" …
  std::string text;  // without blank lines at its end; ends with \n unless empty
};

struct Case {
  std::string name;
  std::vector<Section> sections;

  /// The section's text, or an empty one.
  std::string_view operator[](std::string_view section) const;
  bool has(std::string_view section) const;
  /// Lines of `key: value` in the options.
  std::map<std::string, std::string> options() const;
};

struct SpecFile {
  std::string head;  // all before the first case
  std::vector<Case> cases;
};

SpecFile read_spec(std::string_view text);
std::string write_spec(const SpecFile& file);

}  // namespace keben::spec
