// cmark-gfm 0.29 is quadratic in a few things that no author writes and any attacker does: each
// mark below makes it look ahead to its paragraph's end, and finding nothing it does so again at
// the next. No essay holds more than a handful of them in one paragraph.
#include <algorithm>
#include <array>
#include <cstddef>

#include "markdown/ascii.h"
#include "markdown/guards.h"
#include "markdown/table_rows.h"

namespace keben::markdown {
namespace {

constexpr std::size_t kOpenersLeft = 16;
constexpr std::size_t kRowsLeft = 32;

// --- Openers of HTML that is no tag ------------------------------------------------------------

enum Form : std::size_t { character_data, declaration, instruction, none };
constexpr std::array<std::string_view, 3> kEnds = {"]]>", ">", "?>"};

Form form_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<![CDATA[")) return character_data;
  if (rest.starts_with("<?")) return instruction;
  return rest.starts_with("<!") && rest.size() > 2 && is_alpha(rest[2]) ? declaration : none;
}

/// Finds, in one paragraph, the openers that nothing closes, and those that stand inside what an
/// earlier one opens: of all that remain the spans are disjoint, and looking for their ends is
/// linear.
class Openers {
 public:
  Openers(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits)
      : text_(text), stand_ins_(stand_ins), edits_(edits) {}

  void read(std::size_t first, std::size_t end) {
    surplus_.clear();
    covered_until_ = 0;
    for (std::size_t at = next_opener(first); at < end; at = next_opener(at + 1)) {
      const Form form = form_at(text_, at);
      if (form == none) continue;
      const std::size_t close = end_of(form, at);
      if (at < covered_until_ || close >= end) {
        surplus_.push_back(at);
      } else {
        covered_until_ = close;
      }
    }
    if (surplus_.size() <= kOpenersLeft) return;
    for (const std::size_t at : surplus_)
      edits_.push_back({at, 1, stand_ins_.less});
  }

 private:
  /// The next `<` at or behind `at`. Paragraphs without one ask for the same, far away: it is kept.
  std::size_t next_opener(std::size_t at) {
    if (next_opener_ < at || !knows_opener_) next_opener_ = text_.find('<', at);
    knows_opener_ = true;
    return next_opener_;
  }

  /// The next end of that form behind `at`. Asked with rising `at`, each is looked for once.
  std::size_t end_of(Form form, std::size_t at) {
    std::size_t& known = next_end_[form];
    if (known != std::string_view::npos && known <= at) known = text_.find(kEnds[form], at + 2);
    return known;
  }

  std::string_view text_;
  const StandIns& stand_ins_;
  std::vector<Edit>& edits_;
  std::vector<std::size_t> surplus_;
  std::size_t covered_until_ = 0;
  std::size_t next_opener_ = 0;
  bool knows_opener_ = false;
  std::array<std::size_t, 3> next_end_ = {0, 0, 0};
};

bool is_heading_line(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::string_view rest = line.substr(indent);
  const std::size_t marks = std::min(rest.find_first_not_of('#'), rest.size());
  return indent < 4 && marks >= 1 && marks <= 6 && marks < rest.size() && rest[marks] == ' ';
}

}  // namespace

void guard_costs(std::string_view text, const StandIns& stand_ins, std::vector<Edit>& edits) {
  Openers openers(text, stand_ins, edits);
  std::size_t run_first = 0;  // of the lines since the last blank one
  std::size_t rows = 0;       // of dashes, among them
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (is_blank(line)) {
      openers.read(run_first, at);
      run_first = end;
      rows = 0;
    } else if (is_heading_line(line)) {
      rows = 0;
    } else if (is_delimiter_row(line) && ++rows > kRowsLeft) {
      edits.push_back({at + trimmed_end(line).size(), 0, stand_ins.guard});
    }
    at = end + 1;
  }
  openers.read(run_first, text.size());
}

}  // namespace keben::markdown
