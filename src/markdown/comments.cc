#include "markdown/comments.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/html_forms.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// --- {% comment %} -----------------------------------------------------------------------------

/// A tag that opens or closes a comment.
struct CommentTag {
  std::size_t first = 0, end = 0;
  char form = 0;  // the last of its opening marks: tags of one form pair
  bool closes = false;
  bool trimmed = false;  // `-` at its outer side: white space there goes as well
};

struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 3> kMarks = {{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}}};

/// The tag around the word `comment` at `word`, if it is one.
std::optional<CommentTag> tag_around(std::string_view text, std::size_t word) {
  CommentTag tag;
  std::string_view before = text.substr(0, word);
  for (const std::string_view mark : {"end", "/"}) {
    if (!before.ends_with(mark)) continue;
    tag.closes = true;
    before.remove_suffix(mark.size());
  }
  before = trimmed_end(before);
  const bool dash_before = before.ends_with('-');
  if (dash_before) before.remove_suffix(1);
  std::string_view behind = trimmed(text.substr(word + 7, 16));
  const bool dash_behind = behind.starts_with('-');
  if (dash_behind) behind.remove_prefix(1);
  for (const Marks& marks : kMarks) {
    if (!before.ends_with(marks.open) || !behind.starts_with(marks.close)) continue;
    tag.first = before.size() - marks.open.size();
    tag.end = static_cast<std::size_t>(behind.data() - text.data()) + marks.close.size();
    tag.form = marks.open.size() == 2 ? 'l' : marks.open.back();
    tag.trimmed = tag.closes ? dash_behind : dash_before;
    return tag;
  }
  return std::nullopt;
}

// --- %% ----------------------------------------------------------------------------------------

bool is_double(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("%%") && !rest.starts_with("%%%") && (at == 0 || text[at - 1] != '%');
}

/// Neither `50%%` nor `LIKE '%%a%%'`.
bool may_open(std::string_view text, std::size_t at) {
  if (!is_double(text, at)) return false;
  const char before = at == 0 ? ' ' : text[at - 1];
  return !is_alnum(before) && before != '\'' && before != '"' && before != '\\';
}
/// Nor a batch file's `do echo %%i`.
bool may_close(std::string_view text, std::size_t at) {
  if (!is_double(text, at)) return false;
  const std::string_view behind = text.substr(at + 2);
  return behind.empty() || !(is_alnum(behind[0]) || behind[0] == '~' || behind[0] == '"');
}

}  // namespace

/// Comments of Liquid hold comments: tags pair as brackets do.
void CommentReader::pair_tags() {
  pairs_.emplace();
  std::vector<CommentTag> open;
  for (std::size_t at = text_.find("comment"); at != npos; at = text_.find("comment", at + 1)) {
    const std::optional<CommentTag> tag = tag_around(text_, at);
    if (tag && !tag->closes) open.push_back(*tag);
    if (!tag || !tag->closes || open.empty() || open.back().form != tag->form) continue;
    pairs_->push_back({open.back().first, tag->end, open.back().trimmed && tag->trimmed});
    open.pop_back();
  }
  std::sort(pairs_->begin(), pairs_->end(),
            [](const Pair& a, const Pair& b) { return a.first < b.first; });
}

std::optional<Comment> CommentReader::up_to(std::string_view closer, std::size_t from) {
  const std::size_t at = closers_.find(closer, from);
  if (at == npos) return Comment{from, false};
  return Comment{at + closer.size()};
}

std::optional<Comment> CommentReader::read_of_site(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("{{/*")) return up_to("*/}}", at + 4);
  if (rest.starts_with("{{- /*")) return up_to("*/ -}}", at + 6);
  if (rest.starts_with("{#") && (at == 0 || text_[at - 1] != '{')) {
    const bool spaced = rest.size() > 2 && (is_space(rest[2]) || rest[2] == '-');
    const std::optional<Comment> comment = up_to("#}", at + 2);
    // `{#id}` is a heading's id.
    if (spaced || (comment->closed && closers_.find("}", at) + 1 == comment->end)) return comment;
  }
  if (!rest.starts_with("{%") && !rest.starts_with("{{<") && !rest.starts_with("{{%"))
    return std::nullopt;
  const std::size_t word = rest.find_first_not_of("-% \t\n", 1);
  if (word != npos && rest[word] == '#' && rest[1] == '%') return up_to("%}", at + word);
  if (!pairs_) pair_tags();
  const auto pair =
      std::lower_bound(pairs_->begin(), pairs_->end(), at,
                       [](const Pair& each, std::size_t wanted) { return each.first < wanted; });
  if (pair == pairs_->end() || pair->first != at) return std::nullopt;
  return Comment{pair->end, true, pair->trimmed, pair->trimmed};
}

bool CommentReader::ends_line(std::size_t at) const {
  const std::size_t next = text_.find_first_not_of(" \t", at);
  return next == npos || text_[next] == '\n';
}

std::optional<Comment> CommentReader::read_of_mdx(std::size_t at, const Surroundings& prose) {
  if (!text_.substr(at).starts_with("{/*")) return std::nullopt;
  std::optional<Comment> comment = up_to("*/}", at + 3);
  // Docusaurus and others read any Markdown as MDX.
  const bool in_prose = comment->closed && comment->end <= prose.end;
  const bool alone = prose.begins_line && (!comment->closed || ends_line(comment->end));
  if (!mdx_ && !in_prose && !alone) return std::nullopt;
  comment->takes_line = true;
  return comment;
}

std::optional<Comment> CommentReader::read_of_obsidian(std::size_t at, const Surroundings& prose) {
  if (!may_open(text_, at)) return std::nullopt;
  const std::size_t close = closers_.find_if(
      "closing %%", "%%", at + 2, [&](std::size_t there) { return may_close(text_, there); });
  // One of several paragraphs begins its line and ends one.
  const bool spans = prose.begins_line && close != npos && ends_line(close + 2);
  if (close < prose.end || spans) return Comment{close + 2, true, true};
  const std::string_view behind = text_.substr(at + 2, 4);
  const bool alone = behind.empty() || is_space(behind[0]);
  const bool likely = alone ? prose.begins_line : unicode::is_hanzi(utf8::first(behind));
  return likely ? std::optional(Comment{at + 2, false}) : std::nullopt;
}

namespace {

/// A comment, instruction or declaration that the parser may read otherwise than it is meant.
bool html_needs_look(std::string_view rest) {
  if (rest.starts_with("<!--")) {
    const std::string_view whole = rest.substr(0, length_of_html(rest));
    return whole.empty() || whole.find("\n\n") != npos;
  }
  if (!rest.starts_with("<?") && !rest.starts_with("<!")) return false;
  return rest.substr(0, rest.find('\n')).find('>') == npos;
}

bool begins_with_braces(std::string_view rest) {
  return rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#") ||
         rest.starts_with("{/*");
}
bool begins_with_double(std::string_view rest) {
  return rest.starts_with("%%");
}
bool begins_with_remark(std::string_view rest) {
  return rest.starts_with("[//]:") || starts_ignoring_case(rest, "[comment]:");
}

}  // namespace

bool may_hide(std::string_view text) {
  // One mark after another: memchr, which goes through a book faster than any loop of ours.
  const auto any = [text](char mark, bool (*hides)(std::string_view)) {
    for (std::size_t at = text.find(mark); at != npos; at = text.find(mark, at + 1)) {
      if (hides(text.substr(at))) return true;
    }
    return false;
  };
  return any('{', begins_with_braces) || any('%', begins_with_double) ||
         any('[', begins_with_remark) || any('<', html_needs_look);
}

}  // namespace keben::markdown
