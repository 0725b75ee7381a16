#include "markdown/html_forms.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Elements whose tag begins a block wherever it stands. Sorted, for the binary search below.
constexpr std::string_view kBlockNames[] = {
    "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
    "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
    "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
    "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
    "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
    "param",    "section",  "source",   "summary",    "table",    "tbody",      "td",     "tfoot",
    "th",       "thead",    "title",    "tr",         "track",    "ul"};
static_assert(std::is_sorted(std::begin(kBlockNames), std::end(kBlockNames)));

/// Walks through what may be a tag; every step says whether it could be made.
class TagWalk {
 public:
  explicit TagWalk(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }

  bool take(char c) {
    const bool here = at_ < text_.size() && text_[at_] == c;
    at_ += here ? 1 : 0;
    return here;
  }
  bool take_spaces() {
    const std::size_t first = at_;
    while (at_ < text_.size() && is_space(text_[at_]))
      ++at_;
    return at_ > first;
  }
  bool take_name() {
    if (at_ == text_.size() || !is_alpha(text_[at_])) return false;
    while (at_ < text_.size() && (is_alnum(text_[at_]) || text_[at_] == '-'))
      ++at_;
    return true;
  }
  /// What follows an opening tag's name, its `>` included.
  bool take_attributes() {
    for (;;) {
      const bool spaced = take_spaces();
      if (take('>')) return true;
      if (take('/')) return take('>');
      if (!spaced || !take_attribute()) return false;
    }
  }

 private:
  bool take_attribute() {
    const auto begins = [](char c) { return is_alpha(c) || c == '_' || c == ':'; };
    if (at_ == text_.size() || !begins(text_[at_])) return false;
    const auto goes_on = [&](char c) { return begins(c) || is_digit(c) || c == '.' || c == '-'; };
    while (at_ < text_.size() && goes_on(text_[at_]))
      ++at_;
    const std::size_t behind_name = at_;
    take_spaces();
    if (take('=')) return take_spaces(), take_value();
    at_ = behind_name;  // the spaces part it from the next
    return true;
  }
  bool take_value() {
    for (const char quote : {'"', '\''}) {
      if (!take(quote)) continue;
      const std::size_t end = text_.find(quote, at_);
      if (end == npos) return false;
      at_ = end + 1;
      return true;
    }
    const std::size_t first = at_;
    constexpr std::string_view kNever = " \t\r\n\v\f\"'=<>`";
    at_ = std::min(text_.find_first_of(kNever, at_), text_.size());
    return at_ > first;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::size_t length_of_tag(std::string_view text) {
  TagWalk walk(text);
  if (!walk.take('<')) return 0;
  if (!walk.take('/')) return walk.take_name() && walk.take_attributes() ? walk.at() : 0;
  if (!walk.take_name()) return 0;
  walk.take_spaces();
  return walk.take('>') ? walk.at() : 0;
}

/// 0.29 allows neither `--` inside nor `>`, `->` at the front nor `-` at the end.
std::size_t length_of_comment(std::string_view text) {
  const std::string_view inside = text.substr(4);
  if (inside.starts_with('>') || inside.starts_with("->")) return 0;
  const std::size_t dashes = inside.find("--");
  return dashes != npos && inside.substr(dashes).starts_with("-->") ? 4 + dashes + 3 : 0;
}

/// `<https://a.cn>`
std::size_t length_of_address(std::string_view text) {
  std::size_t at = 1;
  const auto in_scheme = [](char c) { return is_alnum(c) || c == '+' || c == '.' || c == '-'; };
  while (at < text.size() && in_scheme(text[at]))
    ++at;
  if (at < 3 || at > 33 || !is_alpha(text[1]) || at == text.size() || text[at] != ':') return 0;
  while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' && text[at] != '<') {
    if (text[at++] == '>') return at;
  }
  return 0;
}

/// `<name@example.org>`
std::size_t length_of_mail_address(std::string_view text) {
  const std::size_t end = text.find_first_of("> \t\n<", 1);
  if (end == npos || text[end] != '>') return 0;
  const std::string_view inside = text.substr(1, end - 1);
  const std::size_t at = inside.find('@');
  if (at == npos || at == 0 || inside.find_first_of("()[]\\,;:\"") != npos) return 0;
  std::string_view labels = inside.substr(at + 1);
  for (;;) {
    const std::string_view label = labels.substr(0, labels.find('.'));
    const auto fits = [](char c) { return is_alnum(c) || c == '-'; };
    const bool good = !label.empty() && label.front() != '-' && label.back() != '-' &&
                      std::all_of(label.begin(), label.end(), fits);
    if (!good) return 0;
    if (label.size() == labels.size()) return end + 1;
    labels.remove_prefix(label.size() + 1);
  }
}

bool is_block_name(std::string_view name) {
  const std::string key = lowered(name);
  return std::binary_search(std::begin(kBlockNames), std::end(kBlockNames), std::string_view(key));
}

/// Elements that take all up to their end tag for raw text.
bool holds_raw_text(std::string_view name) {
  return same_ignoring_case(name, "script") || same_ignoring_case(name, "pre") ||
         same_ignoring_case(name, "style");
}

bool holds_ignoring_case(std::string_view line, std::string_view wanted) {
  return std::search(line.begin(), line.end(), wanted.begin(), wanted.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != line.end();
}

}  // namespace

std::string_view name_of_tag(std::string_view text) {
  if (!text.starts_with('<')) return {};
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  if (text.empty() || !is_alpha(text[0])) return {};
  const auto in_name = [](char c) { return is_alnum(c) || c == '-'; };
  return text.substr(0, static_cast<std::size_t>(
                            std::find_if_not(text.begin(), text.end(), in_name) - text.begin()));
}

int html_block_form(std::string_view line, bool behind_paragraph) {
  if (!line.starts_with('<')) return 0;
  if (line.starts_with("<!--")) return 2;
  if (line.starts_with("<?")) return 3;
  if (starts_ignoring_case(line, "<![CDATA[")) return 5;
  if (line.starts_with("<!") && line.size() > 2 && is_upper(line[2])) return 4;
  const std::string_view name = name_of_tag(line);
  if (name.empty()) return 0;
  const std::string_view behind =
      line.substr(static_cast<std::size_t>(name.data() - line.data()) + name.size());
  const bool parted = behind.empty() || is_space(behind[0]) || behind[0] == '>';
  if (parted && line[1] != '/' && holds_raw_text(name)) return 1;
  if ((parted || behind.starts_with("/>")) && is_block_name(name)) return 6;
  const std::size_t length = behind_paragraph ? 0 : length_of_tag(line);
  return length > 0 && is_blank(line.substr(length)) ? 7 : 0;
}

bool ends_html_block(int form, std::string_view line) {
  switch (form) {
    case 1:
      return holds_ignoring_case(line, "</script>") || holds_ignoring_case(line, "</pre>") ||
             holds_ignoring_case(line, "</style>");
    case 2:
      return line.find("-->") != npos;
    case 3:
      return line.find("?>") != npos;
    case 4:
      return line.find('>') != npos;
    default:
      return line.find("]]>") != npos;
  }
}

std::string_view closer_of_markup(std::string_view text) {
  if (text.starts_with("<?")) return "?>";
  if (starts_ignoring_case(text, "<![CDATA[")) return "]]>";
  const std::size_t name_end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2);
  const bool declares = text.starts_with("<!") && name_end != npos && name_end > 2;
  return declares && is_space(text[name_end]) ? ">" : std::string_view();
}

std::size_t length_of_html(std::string_view text) {
  if (text.starts_with("<!--")) return length_of_comment(text);
  for (const auto length_of : {length_of_address, length_of_mail_address, length_of_tag}) {
    if (const std::size_t length = length_of(text)) return length;
  }
  return 0;
}

}  // namespace keben::markdown
