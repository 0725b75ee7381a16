// The notations are those of Gatsby, Docusaurus, VitePress, Expressive Code (Astro), Hugo, MkDocs,
// Jekyll and Hexo. They do not collide, so none has to be guessed.
//
// All is one walk over the info string and one over the text: numbers are cut to the lines that
// there are before anything is counted out, so `{1-999999999}` costs what `{1}` does.
#include "markdown/marked_lines.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

using model::CodeBlock;
using model::MarkedLines;
using Mark = MarkedLines::Mark;
using Ranges = std::vector<MarkedLines>;

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

// --- Numbers -----------------------------------------------------------------------------------

/// Takes a number off the front of `rest`; one too large is the largest.
std::uint32_t take_number(std::string_view& rest) {
  std::uint64_t number = 0;
  while (!rest.empty() && is_digit(rest.front())) {
    number =
        std::min<std::uint64_t>(number * 10 + static_cast<unsigned>(rest.front() - '0'), kMost);
    rest.remove_prefix(1);
  }
  return static_cast<std::uint32_t>(number);
}

/// `1,3-5`, `1 3..5`, `[1, "3-5"]`: whatever stands between the numbers.
void add_list(std::string_view list, Mark mark, Ranges& out) {
  while (!list.empty()) {
    if (!is_digit(list.front())) {
      list.remove_prefix(1);
      continue;
    }
    const std::uint32_t first = take_number(list);
    std::uint32_t last = first;
    const std::size_t dash = list.starts_with('-') ? 1 : list.starts_with("..") ? 2 : 0;
    if (dash > 0 && list.size() > dash && is_digit(list[dash])) {
      list.remove_prefix(dash);
      last = take_number(list);
    }
    out.push_back({mark, first, last});
  }
}

// --- The info string ---------------------------------------------------------------------------

std::optional<Mark> mark_of_key(std::string_view key) {
  for (const std::string_view name :
       {"mark", "hl", "hl_lines", "hl-lines", "highlight", "mark_lines", "emphasize-lines"}) {
    if (same_ignoring_case(key, name)) return Mark::picked;
  }
  for (const std::string_view name : {"ins", "insert", "inserted"}) {
    if (same_ignoring_case(key, name)) return Mark::inserted;
  }
  for (const std::string_view name : {"del", "delete", "deleted"}) {
    if (same_ignoring_case(key, name)) return Mark::deleted;
  }
  return std::nullopt;
}

class InfoReader {
 public:
  InfoReader(std::string_view info, Ranges& out) : info_(info), out_(out) {}

  void read() {
    while (at_ < info_.size()) {
      const char c = info_[at_];
      if (c == '"' || c == '\'') {  // a title's words are no keys
        at_ = std::min(info_.find(c, at_ + 1), info_.size() - 1) + 1;
      } else if (c == '{') {
        ++at_;
        list_up_to('}', Mark::picked);
      } else if (is_of_word(c)) {
        word();
      } else {
        ++at_;
      }
    }
  }

 private:
  static bool is_of_word(char c) { return is_alnum(c) || c == '_' || c == '-' || is_not_ascii(c); }

  bool stands(std::string_view marks) const {
    return at_ < info_.size() && marks.find(info_[at_]) != std::string_view::npos;
  }

  /// A key with its value, or a word. What is in braces right behind either is its own affair:
  /// `showLineNumbers{5}`, `startLineNumber={5}` mark nothing.
  void word() {
    const std::size_t first = at_;
    while (at_ < info_.size() && is_of_word(info_[at_]))
      ++at_;
    const std::string_view key = info_.substr(first, at_ - first);
    const bool has_value = stands("=:");
    if (has_value) ++at_;
    const std::optional<Mark> mark = has_value ? mark_of_key(key) : std::nullopt;
    if (!mark) {
      if (stands("{")) ++at_;
    } else if (stands("{[\"'")) {
      const char open = info_[at_];
      if (open == '{' || open == '[') ++at_;
      const bool quoted = open == '"' || open == '\'';
      if (quoted) {
        quoted_list(*mark);
      } else {
        list_up_to(open == '{' ? '}' : ']', *mark);
      }
    } else {
      const std::size_t end = end_of("0123456789,-.");
      add_list(info_.substr(at_, end - at_), *mark, out_);
      at_ = end;
    }
  }

  std::size_t end_of(std::string_view alphabet) const {
    return std::min(info_.find_first_not_of(alphabet, at_), info_.size());
  }

  /// `ins="字"` marks words in Expressive Code, which is not read; only a list of lines is.
  void quoted_list(Mark mark) {
    const char quote = info_[at_];
    ++at_;
    const std::size_t end = end_of("0123456789,-. ");
    if (end < info_.size() && info_[end] == quote)
      add_list(info_.substr(at_, end - at_), mark, out_);
    at_ = std::min(info_.find(quote, at_), info_.size() - 1) + 1;
  }

  /// The rest of a bracket, where it is a list of lines and nothing else.
  void list_up_to(char close, Mark mark) {
    const std::size_t end = end_of("0123456789,-. \"'");
    if (end == info_.size() || info_[end] != close) return;
    add_list(info_.substr(at_, end - at_), mark, out_);
    at_ = end + 1;
  }

  std::string_view info_;
  Ranges& out_;
  std::size_t at_ = 0;
};

// --- Comments ----------------------------------------------------------------------------------

/// A comment at a line's end: the code before it, and its words.
struct Comment {
  std::string_view code, words;
};

/// The comment whose words begin at `at`. Signs that are more than comments (`#id`, `--name`) want
/// a space behind them.
std::optional<Comment> comment_from(std::string_view line, std::size_t at) {
  std::string_view words = trimmed_end(line.substr(at));
  const std::string_view before = trimmed_end(line.substr(0, at));
  for (const std::string_view closer : {"*/}", "*/", "-->"}) {
    if (!words.ends_with(closer)) continue;
    words = trimmed_end(words.substr(0, words.size() - closer.size()));
    break;
  }
  const auto opened_by = [&](std::string_view opener) { return before.ends_with(opener); };
  const auto comment = [&](std::string_view opener) {
    return Comment{trimmed_end(before.substr(0, before.size() - opener.size())), words};
  };
  for (const std::string_view opener : {"{/*", "/*", "//", "<!--"}) {
    if (opened_by(opener)) return comment(opener);
  }
  for (const std::string_view opener : {"#", "--", ";", "%"}) {
    if (opened_by(opener) && before.size() < at) return comment(opener);
  }
  return std::nullopt;
}

/// What a comment says of lines.
struct Saying {
  enum class Is : std::uint8_t { nothing, lines, begin, end };
  Is is = Is::nothing;
  std::string_view code;  // what stays of the line
  Mark mark = Mark::picked;
  std::uint32_t count = 1;
};

/// `// [!code ++]`, `// [!code focus:3]`: VitePress.
Saying in_brackets(const Comment& comment) {
  constexpr std::string_view kOpen = "[!code ";
  std::string_view name = comment.words;
  if (!name.starts_with(kOpen) || !name.ends_with(']')) return {};
  name.remove_prefix(kOpen.size());
  name.remove_suffix(1);
  Saying out{Saying::Is::lines, comment.code};
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    std::string_view number = name.substr(colon + 1);
    out.count = take_number(number);
    if (!number.empty()) return {};
    name = name.substr(0, colon);
  }
  if (name == "++") {
    out.mark = Mark::inserted;
  } else if (name == "--") {
    out.mark = Mark::deleted;
  } else if (name != "highlight" && name != "hl" && name != "focus" && name != "warning" &&
             name != "error") {
    return {};
  }
  return out;
}

/// `// highlight-next-line`, `// highlight-start`, `// highlight-end` (Docusaurus),
/// `// highlight-line` (Gatsby).
Saying in_words(const Comment& comment) {
  const std::string_view words = comment.words;
  if (words == "highlight-line") return {Saying::Is::lines, comment.code};
  if (!is_blank(comment.code)) return {};
  if (words == "highlight-next-line") return {Saying::Is::lines, comment.code};
  if (words == "highlight-start") return {Saying::Is::begin, comment.code};
  if (words == "highlight-end") return {Saying::Is::end, comment.code};
  return {};
}

Saying said_in(std::string_view line) {
  const std::size_t bracket = line.rfind("[!code ");
  const std::size_t at = bracket != std::string_view::npos ? bracket : line.rfind("highlight-");
  if (at == std::string_view::npos) return {};
  const std::optional<Comment> comment = comment_from(line, at);
  if (!comment) return {};
  return at == bracket ? in_brackets(*comment) : in_words(*comment);
}

/// Takes the comments out of a text that has any.
class CommentReader {
 public:
  explicit CommentReader(Ranges& out) : out_(out) {}

  std::string read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      line(text.substr(0, end));
      text.remove_prefix(end);
    }
    if (open_) out_.push_back({Mark::picked, open_, kMost});
    return std::move(kept_);
  }

 private:
  void line(std::string_view source) {
    const Saying said = said_in(source);
    switch (said.is) {
      case Saying::Is::nothing:
        return keep(source);
      case Saying::Is::lines:
        out_.push_back({said.mark, lines_ + 1, lines_ + std::min(said.count, kMost - lines_)});
        if (!is_blank(said.code)) keep(std::string(said.code) + '\n');
        return;
      case Saying::Is::begin:
        if (open_) return keep(source);
        open_ = lines_ + 1;
        return;
      case Saying::Is::end:
        if (!open_) return keep(source);
        out_.push_back({Mark::picked, std::exchange(open_, 0), lines_});
        return;
    }
  }

  void keep(std::string_view line) {
    kept_ += line;
    ++lines_;
  }

  Ranges& out_;
  std::string kept_;
  std::uint32_t lines_ = 0;  // that stay, so far
  std::uint32_t open_ = 0;   // the first line of what is open, from 1
};

// --- Together ----------------------------------------------------------------------------------

/// Ranges in any order, over one another or beyond the text, as runs: in ascending order, none
/// twice. What is deleted is so whatever else it is; then what is inserted.
Ranges settled(const Ranges& ranges, std::size_t lines) {
  std::vector<std::optional<Mark>> marks(lines);
  std::vector<std::int64_t> change(lines + 1);  // how many ranges more hold this line than the last
  for (const Mark mark : {Mark::picked, Mark::inserted, Mark::deleted}) {
    std::fill(change.begin(), change.end(), 0);
    for (const MarkedLines& range : ranges) {
      if (range.mark != mark || range.first == 0 ||
          range.first > std::min<std::size_t>(range.last, lines))
        continue;
      ++change[range.first - 1];
      --change[std::min<std::size_t>(range.last, lines)];
    }
    std::int64_t holding = 0;
    for (std::size_t i = 0; i < lines; ++i) {
      holding += change[i];
      if (holding > 0) marks[i] = mark;
    }
  }
  Ranges out;
  for (std::size_t i = 0; i < lines; ++i) {
    if (!marks[i]) continue;
    const auto number = static_cast<std::uint32_t>(i + 1);
    if (!out.empty() && out.back().last == i && out.back().mark == *marks[i]) {
      out.back().last = number;
    } else {
      out.push_back({*marks[i], number, number});
    }
  }
  return out;
}

}  // namespace

void read_marked_lines(CodeBlock& code) {
  Ranges found;
  if (code.text.find("[!code ") != std::string::npos ||
      code.text.find("highlight-") != std::string::npos)
    code.text = CommentReader(found).read(code.text);
  InfoReader(code.attributes, found).read();
  if (found.empty()) return;
  const auto lines = std::count(code.text.begin(), code.text.end(), '\n');
  code.marked = settled(found, static_cast<std::size_t>(lines));
}

}  // namespace keben::markdown
