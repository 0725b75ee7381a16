// SUMMARY.md (mdBook, GitBook, HonKit) and _sidebar.md (Docsify): Markdown used as a list.
//
// Read line by line, not by the parser of texts: what matters is a line's indent, its one link and
// its words. mdBook's format is told in its guide (format/summary); the others are looser.
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "markdown/ascii.h"
#include "series/list.h"

namespace keben::series {
namespace {

using markdown::trimmed;

/// What a line of a list is, without its bullet.
struct Line {
  std::size_t indent = 0;
  bool bullet = false;
  std::string_view text;
};

Line cut(std::string_view raw) {
  Line out;
  std::size_t at = 0;
  for (; at < raw.size() && (raw[at] == ' ' || raw[at] == '\t'); ++at)
    out.indent += raw[at] == '\t' ? 4 : 1;
  raw.remove_prefix(at);
  std::size_t mark = 0;
  if (!raw.empty() && (raw[0] == '*' || raw[0] == '-' || raw[0] == '+')) {
    mark = 1;
  } else {
    const std::size_t digits = std::min(raw.find_first_not_of("0123456789"), raw.size());
    if (digits > 0 && digits < raw.size() && (raw[digits] == '.' || raw[digits] == ')'))
      mark = digits + 1;
  }
  out.bullet = mark > 0 && mark < raw.size() && (raw[mark] == ' ' || raw[mark] == '\t');
  out.text = trimmed(out.bullet ? raw.substr(mark) : raw);
  return out;
}

struct ParsedLink {
  std::string_view title;
  std::string_view target;
};

/// `[title](target "more")`, brackets in the title paired.
std::optional<ParsedLink> link_in(std::string_view text) {
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) return std::nullopt;
  std::size_t depth = 0;
  std::size_t close = open;
  for (; close < text.size(); ++close) {
    if (text[close] == '[') ++depth;
    if (text[close] == ']' && --depth == 0) break;
  }
  if (close + 1 >= text.size() || text[close + 1] != '(') return std::nullopt;
  const std::size_t end = text.rfind(')');
  if (end == std::string_view::npos || end < close + 2) return std::nullopt;
  std::string_view target = trimmed(text.substr(close + 2, end - close - 2));
  if (target.starts_with('<')) {
    target = target.substr(1, std::min(target.find('>'), target.size()) - 1);
  } else if (const std::size_t more = target.find(" \""); more != std::string_view::npos) {
    target = trimmed(target.substr(0, more));
  } else if (const std::size_t single = target.find(" '"); single != std::string_view::npos) {
    target = trimmed(target.substr(0, single));
  }
  return ParsedLink{trimmed(text.substr(open + 1, close - open - 1)), target};
}

/// A title without the marks of emphasis and code around it.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kMarks = "*_`~";
  while (!text.empty() && kMarks.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return trimmed(text);
}

/// Words that name the list and not the book.
bool is_name_of_list(std::string_view title) {
  constexpr std::array<std::string_view, 8> kNames = {
      "summary", "contents", "table of contents", "toc", "目录", "目錄", "目次", "차례"};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return markdown::same_ignoring_case(name, title);
  });
}

bool is_rule(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of("-*_ ") == std::string_view::npos;
}

class BulletReader {
 public:
  BulletReader(FileId file, List& list) : file_(file), list_(list) {}

  void read(std::string_view text) {
    for (number_ = 1; !text.empty(); ++number_) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    settle_waiting(0);
  }

 private:
  /// A bullet without a page: a section where deeper bullets follow, else a text not yet written.
  struct Section {
    std::size_t indent = 0;
    std::string title;
    SourceSpan at;
    bool used = false;
  };

  void read_line(std::string_view raw) {
    if (in_comment_ || raw.find("<!--") == 0) {
      in_comment_ = raw.find("-->") == std::string_view::npos;
      return;
    }
    const Line line = cut(raw);
    if (line.text.empty()) return;
    if (!line.bullet && line.text.starts_with('#')) return heading(line.text);
    if (!line.bullet && is_rule(line.text)) return begin_part({});
    const std::optional<ParsedLink> link = link_in(line.text);
    if (link && !link->target.empty()) {
      if (!line.bullet) begin_part({});  // mdBook: prefix and suffix chapters stand in no part
      settle_waiting(line.indent);
      list_.entries.push_back(
          {std::string(bare(link->title)), std::string(link->target), part(), here()});
    } else if (line.bullet) {
      settle_waiting(line.indent);
      const std::string_view title = bare(link ? link->title : line.text);
      sections_.push_back({line.indent, std::string(title), here()});
    }
  }

  void heading(std::string_view text) {
    const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    const std::string_view title = bare(trimmed(text.substr(marks)));
    const bool first = marks == 1 && !seen_heading_;
    seen_heading_ = true;
    if (!first) return begin_part(title);
    if (!is_name_of_list(title)) list_.title = title;
  }

  void begin_part(std::string_view title) {
    settle_waiting(0);
    heading_ = title;
  }

  /// Leaves the sections that a line of this indent is not in.
  void settle_waiting(std::size_t indent) {
    while (!sections_.empty() && sections_.back().indent >= indent) {
      const Section section = std::move(sections_.back());
      sections_.pop_back();
      if (!section.used) list_.entries.push_back({section.title, {}, {}, section.at});
    }
    for (Section& section : sections_)
      section.used = true;
  }

  std::string part() const {
    std::string out = heading_;
    for (const Section& section : sections_)
      out.append(out.empty() ? "" : " · ").append(section.title);
    return out;
  }

  SourceSpan here() const { return {number_, number_, 1, 1, file_}; }

  FileId file_;
  List& list_;
  std::vector<Section> sections_;
  std::string heading_;
  std::uint32_t number_ = 1;
  bool seen_heading_ = false;
  bool in_comment_ = false;
};

}  // namespace

void read_bullets(std::string_view text, FileId file, List& list) {
  BulletReader(file, list).read(text);
}

bool is_web_address(std::string_view target) {
  return target.find("://") != std::string_view::npos || target.starts_with("//") ||
         markdown::starts_ignoring_case(target, "mailto:");
}

}  // namespace keben::series
