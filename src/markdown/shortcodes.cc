#include "markdown/shortcodes.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/shortcode_meanings.h"
#include "markdown/shortcode_tags.h"

namespace keben::markdown {
namespace {

using Is = Meaning::Is;

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// A fence longer than any run of backticks that it is to hold.
std::string fence_around(std::string_view code) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

/// Nothing but the marks of quotations.
bool is_blank_prefix(std::string_view text) {
  return text.find_first_not_of(" \t>") == std::string_view::npos;
}

class Replacer {
 public:
  Replacer(const LinedText& text, Writing writing, Diagnostics& log)
      : source_(text), text_(text.text), log_(log), tags_(find_literals(text.text, writing).tags) {
    last_lines_.resize(tags_.size());
  }

  LinedText replace() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      grow(tags_[i]);
      copy_to(tags_[i].first);
      i = replace_tag(i);
      go_to(tags_[i].end);
    }
    copy_to(text_.size());
    return out_.finish();
  }

 private:
  Origin here() const { return source_.origin(line_); }

  /// Copies the text up to `end`, line by line, since each has an origin of its own.
  void copy_to(std::size_t end) {
    while (at_ < end) {
      const std::string_view rest = text_.substr(at_, end - at_);
      const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
      out_.write(line, here());
      line_ += line.ends_with('\n') ? 1 : 0;
      at_ += line.size();
    }
  }

  /// Leaves out what lies before `at`.
  void go_to(std::size_t at) {
    const std::string_view passed = text_.substr(at_, at - at_);
    line_ += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    at_ = at;
  }

  // --- Where a tag stands ----------------------------------------------------------------------

  /// The line at hand. Tags are asked about in order, so each line is measured once.
  struct Line {
    std::size_t first = 0;
    std::size_t prefix_end = 0;  // behind the marks of quotations and items
    std::size_t end = 0;
  };

  const Line& line_of(std::size_t at) {
    if (at < line_at_.first || at > line_at_.end || line_at_.end == 0) {
      line_at_.first = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;  // npos + 1 is 0
      line_at_.end = std::min(text_.find('\n', at), text_.size());
      line_at_.prefix_end =
          std::min(text_.find_first_not_of(" \t>*+-0123456789.)", line_at_.first), line_at_.end);
    }
    return line_at_;
  }

  bool begins_line(const ShortcodeTag& tag) { return line_of(tag.first).prefix_end >= tag.first; }
  bool ends_line(const ShortcodeTag& tag) {
    const Line& line = line_of(tag.end);
    const std::size_t next = std::min(text_.find_first_not_of(" \t", tag.end), line.end);
    return next >= line.end;
  }
  /// The marks that a further line needs to stay in the same quotations and items.
  std::string prefix_of(const ShortcodeTag& tag) {
    const Line& line = line_of(tag.first);
    const std::size_t end = std::min(line.prefix_end, tag.first);
    std::string prefix(text_.substr(line.first, end - line.first));
    for (char& c : prefix) {
      if (c != '>' && c != '\t') c = ' ';
    }
    return prefix;
  }

  /// Writes lines that must stand by themselves, whatever else is on the tag's line.
  void write_lines(const ShortcodeTag& first_tag, const ShortcodeTag& last_tag,
                   const std::string& lines) {
    const std::string prefix = prefix_of(first_tag);
    if (!begins_line(first_tag)) out_.write_from_one_line("\n" + prefix, here());
    out_.write_from_one_line(lines, here());
    if (!ends_line(last_tag)) out_.write_from_one_line("\n" + prefix, here());
  }

  /// A comment takes along its lines where it is alone on them, marks of quotations aside, or the
  /// blanks beside it.
  void grow(ShortcodeTag& tag) {
    if (!tag.takes_line) return;
    const std::size_t first = std::max(line_of(tag.first).first, at_);
    const std::string_view before = text_.substr(first, tag.first - first);
    if (is_blank_prefix(before) && ends_line(tag)) {
      tag.first = first;
      tag.end = std::min(line_of(tag.end).end + 1, text_.size());
    } else if (tag.takes_blanks && !is_blank_prefix(before)) {
      tag.first = first + before.find_last_not_of(" \t") + 1;
      tag.end = std::min(text_.find_first_not_of(" \t", tag.end), text_.size());
    }
  }

  // --- Tags ------------------------------------------------------------------------------------

  /// Replaces tag `i`; the index of the last tag that is done with it.
  std::size_t replace_tag(std::size_t i) {
    const ShortcodeTag& tag = tags_[i];
    switch (tag.kind) {
      case ShortcodeTag::Kind::variable:
        out_.write_from_one_line(value_of_variable(tag.behind), here());
        return i;
      case ShortcodeTag::Kind::escaped: {
        const bool angles = text_.substr(tag.first).starts_with("{{<");
        out_.write_from_one_line(on_one_line((angles ? "{{&lt;" : "{{%") + std::string(tag.behind) +
                                             (angles ? "&gt;}}" : "%}}")),
                                 here());
        return i;
      }
      case ShortcodeTag::Kind::comment:
        return i;
      case ShortcodeTag::Kind::unclosed: {
        const bool html = text_.substr(tag.first).starts_with('<');
        warn_of_unclosed(html);
        if (html) out_.write_from_one_line("\\", here());  // or it would hide all that follows
        return i;
      }
      case ShortcodeTag::Kind::close:
        close(i);
        return i;
      case ShortcodeTag::Kind::open:
        return open(i);
    }
    return i;
  }

  std::size_t open(std::size_t i) {
    const ShortcodeTag& tag = tags_[i];
    if (tag.name == "comment") warn_of_unclosed(false);
    const Meaning meaning = meaning_of(tag.name, parse_arguments(tag.behind),
                                       tag.partner.has_value(), begins_line(tag) && ends_line(tag));
    switch (meaning.is) {
      case Is::unknown:
        warn_of_unknown(tag);
        return i;
      case Is::nothing:
        return i;
      case Is::words:
      case Is::line:
        out_.write_from_one_line(on_one_line(meaning.text), here());
        return i;
      case Is::box:
        write_lines(tag, tag, on_one_line(meaning.text));
        last_lines_[*tag.partner] =
            meaning.last_line.empty() ? ":::" : "\n" + on_one_line(meaning.last_line) + "\n:::";
        return i;
      case Is::code:
      case Is::formula:
        write_raw(tag, meaning);
        return *tag.partner;
      case Is::as_is:
        go_to(tag.end);
        copy_to(tags_[*tag.partner].first);
        return *tag.partner;
    }
    return i;
  }

  void close(std::size_t i) {
    if (last_lines_[i].empty()) return;
    const std::string prefix = prefix_of(tags_[i]);
    std::string lines = last_lines_[i];
    for (std::size_t at = lines.find('\n'); at != std::string::npos;
         at = lines.find('\n', at + 1 + prefix.size()))
      lines.insert(at + 1, prefix);
    write_lines(tags_[i], tags_[i], lines);
  }

  /// What a pair of tags holds, as code or as a formula.
  void write_raw(const ShortcodeTag& tag, const Meaning& meaning) {
    const ShortcodeTag& end = tags_[*tag.partner];
    const std::string_view inside = text_.substr(tag.end, end.first - tag.end);
    const std::string prefix = prefix_of(tag);
    const bool code = meaning.is == Is::code;
    const std::string fence = code ? fence_around(inside) : "$$";
    if (!begins_line(tag)) out_.write_from_one_line("\n" + prefix, here());
    out_.write_from_one_line(fence + (code ? on_one_line(meaning.text) : ""), here());
    go_to(tag.end);
    if (!ends_line(tag)) out_.write_from_one_line("\n" + prefix, here());
    copy_to(end.first);
    const std::size_t line_end = inside.rfind('\n');
    const bool own_line =
        line_end != std::string_view::npos && is_blank_prefix(inside.substr(line_end + 1));
    if (!own_line) out_.write_from_one_line("\n" + prefix, here());
    out_.write_from_one_line(fence, here());
    if (!ends_line(end)) out_.write_from_one_line("\n" + prefix, here());
  }

  void warn_of_unclosed(bool html) {
    const Origin at = here();
    const Words hint = html ? Words{"补上 `-->`；跨几段的注释要另起一段",
                                    "add `-->`; one over several paragraphs begins its own"}
                            : Words{"补上结束标记，或删去开头的标记",
                                    "add the mark that ends it, or delete the one that begins it"};
    log_.warn("comment-unclosed", {at.line, at.line, 1, 1, at.file},
              {"此处开始的注释没有结束标记，已按文字保留",
               "this comment is never closed; it stays as text"},
              hint);
  }

  void warn_of_unknown(const ShortcodeTag& tag) {
    const Origin at = here();
    log_.warn("shortcode-unknown", {at.line, at.line, 1, 1, at.file},
              {"不认识短代码 " + tag.name + "，已略去标签，保留其中的文字",
               "shortcode " + tag.name + " is not known; its tags go, what it holds stays"},
              {"改写为 Markdown", "write it in Markdown"});
  }

  const LinedText& source_;
  std::string_view text_;
  Diagnostics& log_;
  std::vector<ShortcodeTag> tags_;
  std::vector<std::string> last_lines_;  // by closing tag; empty where it only goes
  LineWriter out_;
  Line line_at_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

LinedText replace_shortcodes(const LinedText& text, Writing writing, Diagnostics& log) {
  return Replacer(text, writing, log).replace();
}

}  // namespace keben::markdown
