// punct-width: the natural advance of each character, with the blanks that pairs and line edges
// leave it.
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "base/utf8.h"
#include "pdf/shape/blanks.h"
#include "pdf/shape/characters.h"
#include "pdf/shape/spacing.h"
#include "tests/vectors/row.h"

namespace keben::vectors {
namespace {

using pdf::shape::Cell;
using pdf::shape::Edge;
using pdf::style::MarkStyle;

MarkStyle mark_style(const std::string& name) {
  if (name == "kaiming") return MarkStyle::kaiming;
  if (name == "banjiao") return MarkStyle::banjiao;
  if (name == "none") return MarkStyle::none;
  return MarkStyle::quanjiao;
}

}  // namespace

Verdict judge_punct_width(const Row& row, const fonts::Catalog&) {
  const pdf::style::ParagraphStyle style = style_in(row[1]);
  const MarkStyle marks = mark_style(row[2]);
  const std::string& where = row[3];
  const bool starts = where == "start" || where == "first",
             ends = where == "end" || where == "last";
  pdf::shape::StyledText text;
  text.styles.emplace_back();
  text.append((starts ? "" : "汉") + row[4] + (ends ? "" : "汉"), 0);
  bool unpaired = false;
  std::vector<pdf::shape::Character> all;
  pdf::shape::characters_of(text, style, all, unpaired);
  std::vector<pdf::shape::Blanks> blanks;
  for (const auto& c : all)
    blanks.push_back(pdf::shape::blanks_of(c.cell, c.shown, style.language.convention, marks));
  const auto edge = [&](std::size_t i, Mil blank) {
    return Edge{all[i].cell, blank, blanks[i].left.v > 0 && blanks[i].right.v > 0};
  };
  std::vector<double> got;
  const std::size_t first = starts ? 0 : 1, end = all.size() - (ends ? 0 : 1);
  for (std::size_t i = first; i < end; ++i) {
    Mil advance = blanks[i].body;
    if (i > 0)
      advance +=
          pdf::shape::facing_blanks(edge(i - 1, blanks[i - 1].right), edge(i, blanks[i].left))
              .left_of_b;
    if (i + 1 < all.size()) {
      advance +=
          pdf::shape::facing_blanks(edge(i, blanks[i].right), edge(i + 1, blanks[i + 1].left))
              .right_of_a;
    } else if (edge(i, {}).centred) {
      advance += blanks[i].right;  // a centred mark keeps its cell at a line's end (3.6)
    }
    got.push_back(advance.v / 1000.0);
  }
  std::istringstream in(row[5]);
  std::vector<double> wanted;
  for (double w; in >> w;)
    wanted.push_back(w);
  bool same = wanted.size() == got.size();
  std::string shown;
  for (std::size_t i = 0; i < got.size(); ++i) {
    same = same && std::abs(got[i] - wanted[i]) < 1e-9;
    shown += std::to_string(got[i]).substr(0, 4) + " ";
  }
  if (same) return {};
  return row[0] + ": got " + shown;
}

}  // namespace keben::vectors
