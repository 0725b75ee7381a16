// Chinese authors number paragraphs by hand, one a line, where CommonMark sees no list: `1、甲`,
// below it `2、乙`. Two such lines or more in a row were never meant to run together (input.md §1).
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

bool is_chinese_numeral(char32_t c) {
  return std::u32string_view(U"〇零一二三四五六七八九十百甲乙丙丁").find(c) !=
         std::u32string_view::npos;
}
/// ① to ⑳, ⑴ to ⒇, ⒈ to ⒛.
bool is_number_sign(char32_t c) {
  return c >= 0x2460 && c <= 0x249B;
}

/// Bytes of a number at the front of `text`: up to three digits, or Chinese numerals.
std::size_t number_at_front(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 4 && is_digit(text[digits]))
    ++digits;
  if (digits > 0) return digits < 4 ? digits : 0;
  std::size_t at = 0;
  for (int n = 0; n < 4 && at < text.size(); ++n) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!is_chinese_numeral(d.code_point)) break;
    at = d.next;
  }
  return at;
}

/// `1、` `1．` `1.文` `1)` `一、` `（一）` `(1)` `①`; `1.` where more of its line follows.
bool is_numbered(std::string_view text, bool more) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  if (text.empty()) return false;
  if (is_number_sign(utf8::first(text))) return true;
  for (const std::string_view open : {"（", "("}) {
    if (!text.starts_with(open)) continue;
    const std::string_view inside = text.substr(open.size());
    const std::size_t number = number_at_front(inside);
    const std::string_view rest = inside.substr(number);
    return number > 0 && (rest.starts_with("）") || rest.starts_with(')'));
  }
  const std::size_t number = number_at_front(text);
  const std::string_view rest = text.substr(number);
  if (number == 0) return false;
  if (rest.starts_with("、") || rest.starts_with("．")) return true;
  const bool dotted = is_digit(text[0]) && (rest.starts_with('.') || rest.starts_with(')'));
  return dotted && (rest.size() > 1 ? !is_digit(rest[1]) : more);
}

/// The first words of a line, inside whatever markup they stand.
std::string_view first_words(const Inline& node) {
  if (const auto* text = std::get_if<Text>(&node.is)) return text->text;
  const auto* styled = std::get_if<Styled>(&node.is);
  return styled && !styled->children.empty() ? first_words(styled->children.front())
                                             : std::string_view();
}

/// A line of a paragraph: where it begins among its inlines, whether it is numbered, and whether it
/// is so in a run of two or more.
struct Line {
  std::size_t first = 0;
  bool numbered = false;
  bool in_run = false;
};

std::vector<Line> lines_of(const Inlines& inlines) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    if (i > 0 && !is_break(inlines[i - 1])) continue;
    const bool more = i + 1 < inlines.size() && !is_break(inlines[i + 1]);
    lines.push_back({i, is_numbered(first_words(inlines[i]), more)});
    if (lines.size() < 2 || !lines.back().numbered) continue;
    Line& before = lines[lines.size() - 2];
    if (before.numbered) before.in_run = lines.back().in_run = true;
  }
  return lines;
}

/// Where a line is all that can be: each line of a run has breaks around it that stay.
void keep_lines(Inlines& inlines) {
  for (const Line& line : lines_of(inlines)) {
    if (line.in_run && line.first > 0) inlines[line.first - 1].is = HardBreak{};
  }
}

bool ends_sentence(const Inlines& inlines, std::size_t first, std::size_t end) {
  constexpr std::u32string_view kEnds = U"。！？；…」』”’）.!?;";
  const auto begin = inlines.begin();
  const std::string text = plain_text(
      {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end)});
  const std::string_view seen = trimmed_end(text);
  return !seen.empty() && kEnds.find(utf8::last(seen)) != std::u32string_view::npos;
}

Inlines part_of(Inlines& inlines, std::size_t first, std::size_t end) {
  const auto begin = inlines.begin();
  return {std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(first)),
          std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(end))};
}

Block paragraph_of(Inlines content, Align align) {
  SourceSpan at = content.front().at;
  at.last_line = content.back().at.last_line;
  at.last_column = content.back().at.last_column;
  return {at, Paragraph{std::move(content), align}};
}

/// Appends a paragraph, each line of a run a paragraph of its own. Words behind a run go on with
/// its last line, unless that ends with a sentence.
void split(Block block, Blocks& out) {
  auto& paragraph = std::get<Paragraph>(block.is);
  Inlines& content = paragraph.content;
  const std::vector<Line> lines = lines_of(content);
  std::size_t begun = 0;  // the paragraph at hand, among the inlines
  bool split_once = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t end = lines[i].first - 1;  // the break
    const bool parts =
        lines[i].in_run || (lines[i - 1].in_run && ends_sentence(content, lines[i - 1].first, end));
    if (!parts) continue;
    out.push_back(paragraph_of(part_of(content, begun, end), paragraph.align));
    begun = end + 1;
    split_once = true;
  }
  if (!split_once) {
    out.push_back(std::move(block));
  } else if (begun < content.size()) {
    out.push_back(paragraph_of(part_of(content, begun, content.size()), paragraph.align));
  }
}

bool holds_run(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (!paragraph) return false;
  const std::vector<Line> lines = lines_of(paragraph->content);
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.in_run; });
}

}  // namespace

void keep_numbered_lines(Document& document) {
  std::set<const Blocks*> tight;  // items whose paragraphs are no paragraphs to the eye
  const auto note_tight = [&](Block& block) {
    const auto* list = std::get_if<List>(&block.is);
    if (!list || !list->tight) return;
    for (const ListItem& item : list->items)
      tight.insert(&item.children);
  };
  for_each_part(document, note_tight, [](Inlines&) {});
  for_each_list(document, [&](Blocks& blocks) {
    if (tight.contains(&blocks) || std::none_of(blocks.begin(), blocks.end(), holds_run)) return;
    Blocks out;
    for (Block& block : blocks) {
      if (holds_run(block)) {
        split(std::move(block), out);
      } else {
        out.push_back(std::move(block));
      }
    }
    blocks = std::move(out);
  });
  for_each_part(document, kPassBy, keep_lines);
}

}  // namespace keben::markdown
