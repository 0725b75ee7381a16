// autospace: | where a space between hanzi and Latin is added, ~ where it takes the place of a
// typed one.
#include "pdf/shape/shape.h"
#include "tests/vectors/row.h"

namespace keben::vectors {
namespace {

using pdf::shape::RunKind;
using pdf::shape::StyledText;

/// The vector's little markup: `code`, $math$, ^raised^, ((link)), **bold**.
struct Sign {
  std::string open, close;
  pdf::shape::RunStyle style;
};

const std::vector<Sign>& signs() {
  static const std::vector<Sign> all = [] {
    std::vector<Sign> s{{"`", "`", {}}, {"((", "))", {}}, {"**", "**", {}}, {"^", "^", {}}};
    s[0].style.kind = RunKind::code;
    s[0].style.face = {.family = fonts::Family::mono};
    s[1].style.link = 1;
    s[2].style.face.bold = true;
    s[3].style.kind = RunKind::raised;
    return s;
  }();
  return all;
}

StyledText styled(const std::string& marked) {
  StyledText out;
  out.styles.emplace_back();
  for (const Sign& sign : signs())
    out.styles.push_back(sign.style);
  out.styles.push_back({.face = {.family = fonts::Family::mono}, .kind = RunKind::formula});
  const auto formula = static_cast<std::uint32_t>(out.styles.size() - 1);
  for (std::size_t at = 0; at < marked.size();) {
    bool taken = false;
    for (std::uint32_t k = 0; k < signs().size() && !taken; ++k) {
      const Sign& sign = signs()[k];
      if (marked.compare(at, sign.open.size(), sign.open) != 0) continue;
      const std::size_t begin = at + sign.open.size(), end = marked.find(sign.close, begin);
      if (end == std::string::npos) continue;
      out.append(marked.substr(begin, end - begin), k + 1);
      at = end + sign.close.size();
      taken = true;
    }
    const std::size_t dollar = marked[at] == '$' ? marked.find('$', at + 1) : std::string::npos;
    if (!taken && dollar != std::string::npos) {
      out.append(marked.substr(at + 1, dollar - at - 1), formula);
      at = dollar + 1;
      taken = true;
    }
    if (!taken) out.append(marked.substr(at++, 1), 0);
  }
  return out;
}

std::string without_markup(const std::string& marked) {
  return styled(marked).text;
}

}  // namespace

Verdict judge_autospace(const Row& row, const fonts::Catalog& faces) {
  pdf::shape::Shaper shaper(faces);
  Diagnostics log;
  const auto paragraph = shaper.shape(styled(row[2]), style_in(row[1]), Mil{30'000}, log);
  std::string got;
  for (std::size_t i = 0; i < paragraph.boxes.size(); ++i) {
    const pdf::shape::Gap& gap = paragraph.gaps[i];
    const bool typed = gap.text_end > gap.text_first;
    if (gap.autospace) {
      got += typed ? "~" : "|";
    } else if (typed) {
      got += paragraph.source.text.substr(gap.text_first, gap.text_end - gap.text_first);
    }
    const pdf::shape::Box& box = paragraph.boxes[i];
    got += paragraph.source.text.substr(box.first_byte, box.end_byte - box.first_byte);
  }
  // A | beside a sign of markup may stand on either side of it: both are compared without the
  // signs.
  if (got == without_markup(row[3])) return {};
  return row[0] + ": got " + got;
}

}  // namespace keben::vectors
