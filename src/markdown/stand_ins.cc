#include "markdown/stand_ins.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keben::markdown {
namespace {

/// Word dividers and section marks of scripts that nobody writes essays in: General_Category Po,
/// and four bytes long, so that one lead byte tells that none is near.
constexpr std::array<std::string_view, 8> kCandidates = {
    "\U000103D0",  // Old Persian word divider
    "\U0001039F",  // Ugaritic word divider
    "\U0001091F",  // Phoenician word separator
    "\U00010857",  // Imperial Aramaic section sign
    "\U0001093F",  // Lydian triangular mark
    "\U00012470",  // cuneiform old Assyrian word divider
    "\U00010A50",  // Kharoshthi dot
    "\U00010A7F",  // Old South Arabian numeric indicator
};
constexpr char kLead = '\xF0';
constexpr std::string_view kEscapedSquare = "\uFDD0[";  // kEscape and what it stands before

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMarks = {{
    {"\U00010AF1", "*"},
    {"\U00010AF2", "_"},
    {"\U00010AF3", "~"},
    {"\U00010AF4", "="},
    {"\U00010AF5", "+"},
    {"\U00010AF6", "!"},
}};

}  // namespace

std::string_view stand_in_for_mark(char mark) {
  const auto* row = std::find_if(kMarks.begin(), kMarks.end(),
                                 [&](const auto& each) { return each.second.front() == mark; });
  return row->first;
}

StandIns choose_stand_ins(std::string_view text) {
  // A text that holds all of them gets the last: its author will see them vanish, and nobody else.
  std::array<std::string_view, 5> chosen = {kCandidates[3], kCandidates[4], kCandidates[5],
                                            kCandidates[6], kCandidates[7]};
  std::size_t found = 0;
  const bool clean = text.find("\xF0\x90") == std::string_view::npos;
  for (const std::string_view candidate : kCandidates) {
    if (found == chosen.size()) break;
    if (clean || text.find(candidate) == std::string_view::npos) chosen[found++] = candidate;
  }
  const auto unless_held = [&](std::string_view own) {
    return clean || text.find(own) == std::string_view::npos ? own : std::string_view();
  };
  return {chosen[0],
          chosen[1],
          chosen[2],
          chosen[3],
          chosen[4],
          unless_held(kFormulaBracket),
          unless_held(kFormulaSquare),
          unless_held(kFormulaDollars)};
}

std::string apply(std::vector<Edit> edits, std::string_view text) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.at, a.removed) < std::pair(b.at, b.removed);
  });
  std::string out;
  out.reserve(text.size() + edits.size() * kCandidates[0].size());
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.at < done) continue;  // a bar that two constructs claim
    out.append(text, done, edit.at - done);
    out += edit.with;
    done = edit.at + edit.removed;
  }
  return out.append(text, done);
}

std::string unmarked(std::string_view text) {
  std::string out;
  for (std::size_t mark = text.find(kEscape); mark != std::string_view::npos;
       mark = text.find(kEscape)) {
    out += text.substr(0, mark);
    text.remove_prefix(mark + kEscape.size());
  }
  return out.append(text);
}

namespace {

/// cmark-gfm writes `&#xFFFE;` and `&#xFFFF;` as the bytes FE and FF, which are no UTF-8.
std::string without_bad_bytes(std::string text) {
  for (const char bad : {'\xFE', '\xFF'}) {
    if (text.find(bad) == std::string::npos) continue;
    std::string out;
    for (const char c : text) {
      if (c == bad) {
        out += "\uFFFD";
      } else {
        out += c;
      }
    }
    text = std::move(out);
  }
  return text;
}

}  // namespace

std::string Restorer::restored(std::string_view text) const {
  return without_bad_bytes(replaced(text, {"", "\\(", "\\["}));
}
std::string Restorer::restored_address(std::string_view text) const {
  return without_bad_bytes(replaced(text, {"", "(", "["}));
}
void Restorer::append_restored_text(std::string& out, std::string_view text) const {
  if (is_as_written(text)) {
    out += text;
  } else {
    out += without_bad_bytes(replaced(text, {kEscape, "(", kEscapedSquare}));
  }
}

bool Restorer::is_as_written(std::string_view text) const {
  const auto holds = [text](char c) { return text.find(c) != std::string_view::npos; };
  return !(active_ && holds(kLead)) && !holds('\xFE') && !holds('\xFF');
}

std::string Restorer::replaced(std::string_view text, Meanings meanings) const {
  if (!active_ || text.find(kLead) == std::string_view::npos) return std::string(text);
  const std::array<std::pair<std::string_view, std::string_view>, 8> rows = {{
      {stand_ins_.guard, ""},
      {stand_ins_.pipe, "|"},
      {stand_ins_.dollar, "$"},
      {stand_ins_.less, "<"},
      {stand_ins_.escape, meanings.escape},
      {stand_ins_.bracket, meanings.bracket},
      {stand_ins_.square, meanings.square},
      {stand_ins_.dollars, "$$"},
  }};
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view here = text.substr(at, stand_ins_.guard.size());
    const auto is_here = [&](const auto& each) { return each.first == here; };
    const auto* row =
        here.front() == kLead ? std::find_if(rows.begin(), rows.end(), is_here) : rows.end();
    if (row == rows.end() && here.front() == kLead) {
      row = std::find_if(kMarks.begin(), kMarks.end(), is_here);
      if (row == kMarks.end()) row = rows.end();
    }
    if (row == rows.end()) {
      out += text[at++];
    } else {
      out += row->second;
      at += here.size();
    }
  }
  return out;
}

std::ptrdiff_t Restorer::count_excess(std::string_view text, std::size_t first,
                                      std::size_t end) const {
  if (!active_) return 0;
  // One that stands for two characters is the first of them up to its last byte.
  const std::size_t size = stand_ins_.guard.size();
  const std::size_t from = first - std::min(first, size - 1);
  const std::string_view window = text.substr(from, end - from + size - 1);
  std::ptrdiff_t excess = 0;
  for (std::size_t at = window.find(kLead); at != std::string_view::npos;
       at = window.find(kLead, at + 1)) {
    const std::string_view here = window.substr(at, size);
    const bool begins = from + at >= first && from + at < end;
    const bool ends = from + at + size > first && from + at + size <= end;
    if (begins && (here == stand_ins_.guard || here == stand_ins_.escape)) ++excess;
    const bool stands_for_two =
        here == stand_ins_.bracket || here == stand_ins_.square || here == stand_ins_.dollars;
    if (ends && stands_for_two) --excess;
  }
  return excess;
}

}  // namespace keben::markdown
