// linebreak: ÷ where a line may end, × where it may not.
#include "base/utf8.h"
#include "pdf/shape/opportunities.h"
#include "tests/vectors/row.h"

namespace keben::vectors {
namespace {

using pdf::shape::Gap;
using pdf::shape::RunKind;
using pdf::style::Prohibition;

struct Mode {
  Prohibition prohibition = Prohibition::gb;
  RunKind kind = RunKind::text;
};

Mode mode_of(const std::string& name) {
  if (name == "basic") return {Prohibition::basic};
  if (name == "strict" || name == "ja-strict") return {Prohibition::strict};
  if (name == "code") return {Prohibition::gb, RunKind::code};
  if (name == "url") return {Prohibition::gb, RunKind::address};
  return {};
}

/// The text without its signs, and for each byte at which one stood: whether a break must be
/// allowed there.
struct Marked {
  std::string text;
  std::vector<std::pair<std::size_t, bool>> wanted;
};

Marked read_marked(const std::string& marked) {
  Marked out;
  std::string plain;
  for (std::size_t at = 0; at < marked.size();) {
    const utf8::Decoded d = utf8::decode(marked, at);
    if (d.code_point == U'÷' || d.code_point == U'×') {
      out.wanted.emplace_back(unescaped(plain).size(), d.code_point == U'÷');
    } else {
      plain.append(marked, at, d.next - at);
    }
    at = d.next;
  }
  out.text = unescaped(plain);
  return out;
}

}  // namespace

Verdict judge_linebreak(const Row& row, const fonts::Catalog&) {
  const Mode mode = mode_of(row[2]);
  pdf::style::ParagraphStyle style = style_in(row[1]);
  style.prohibition = mode.prohibition;
  const Marked marked = read_marked(row[3]);
  pdf::shape::StyledText text;
  text.styles.push_back({.kind = mode.kind});
  text.append(marked.text, 0);
  bool unpaired = false;
  std::vector<pdf::shape::Character> characters;
  pdf::shape::characters_of(text, style, characters, unpaired);
  pdf::shape::OpportunityFinder finder;
  const auto opportunities = finder.find(characters, text, style, Mil{30'000});
  std::string got;
  for (const auto& [byte, allowed] : marked.wanted) {
    bool is = false;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
      if (characters[i + 1].byte == byte) is = opportunities[i].at != Gap::Break::never;
    }
    if (is == allowed) continue;
    got += row[0] + ": at byte " + std::to_string(byte) + " before \"" +
           marked.text.substr(byte, 6) + "\" a break is " + (is ? "allowed" : "forbidden") + "; ";
  }
  return got.empty() ? Verdict{} : got;
}

}  // namespace keben::vectors
