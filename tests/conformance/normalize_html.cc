#include "tests/conformance/normalize_html.h"

#include <algorithm>
#include <array>
#include <vector>

namespace keben::test {
namespace {

constexpr std::array<std::string_view, 38> kBlockTags = {
    "article", "header",     "aside",    "hgroup", "blockquote", "hr",       "iframe",   "body",
    "li",      "map",        "button",   "object", "canvas",     "ol",       "caption",  "output",
    "col",     "p",          "colgroup", "pre",    "dd",         "progress", "div",      "section",
    "dl",      "table",      "td",       "dt",     "tbody",      "embed",    "textarea", "fieldset",
    "tfoot",   "figcaption", "th",       "figure", "footer",     "form"};
constexpr std::array<std::string_view, 13> kMoreBlockTags = {
    "thead", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "video", "script", "style", "input"};

bool is_block(std::string_view name) {
  return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end() ||
         std::find(kMoreBlockTags.begin(), kMoreBlockTags.end(), name) != kMoreBlockTags.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::vector<std::string> attributes;
};

/// Where the tag that begins at `at` ends, quotes minded; 0 where it is no tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  const std::size_t name = at + (html.substr(at).starts_with("</") ? 2 : 1);
  if (name >= html.size() || !is_letter(html[name])) return 0;
  char quote = 0;
  for (std::size_t i = name; i < html.size(); ++i) {
    if (quote) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return 0;
}

std::vector<std::string> split_attributes(std::string_view rest) {
  std::vector<std::string> out;
  char quote = 0;
  std::string current;
  for (const char c : rest) {
    if (!quote && is_space(c)) {
      if (!current.empty()) out.push_back(std::move(current));
      current.clear();
      continue;
    }
    if (quote ? c == quote : (c == '"' || c == '\'')) quote = quote ? 0 : c;
    current += c;
  }
  if (!current.empty()) out.push_back(std::move(current));
  std::sort(out.begin(), out.end());
  return out;
}

Tag read_tag(std::string_view source) {
  Tag tag;
  tag.closing = source.starts_with("</");
  std::string_view inside = source.substr(tag.closing ? 2 : 1);
  inside.remove_suffix(1);
  if (inside.ends_with('/')) inside.remove_suffix(1);
  const auto end = std::find_if(inside.begin(), inside.end(), is_space);
  for (const char c : std::string_view(inside.begin(), end))
    tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  tag.attributes = split_attributes(std::string_view(end, inside.end()));
  return tag;
}

class Normalizer {
 public:
  std::string out;

  void add_tag(const Tag& tag) {
    if (is_block(tag.name)) trim_end();
    out += tag.closing ? "</" : "<";
    out += tag.name;
    for (const std::string& attribute : tag.attributes)
      out += " " + attribute;
    out += ">";
    in_pre_ = tag.name == "pre" ? !tag.closing : in_pre_;
    after_block_ = is_block(tag.name);
    after_break_ = tag.name == "br";
  }

  void add_text(std::string_view text) {
    for (const char c : text)
      add_char(c);
  }

 private:
  void trim_end() {
    while (!in_pre_ && !out.empty() && is_space(out.back()))
      out.pop_back();
  }

  void add_char(char c) {
    if (in_pre_ || !is_space(c)) {
      out += c;
      after_block_ = after_break_ = false;
      return;
    }
    const bool repeated = !out.empty() && is_space(out.back());
    if (!after_block_ && !after_break_ && !repeated) out += ' ';
  }

  bool in_pre_ = false;
  bool after_block_ = true;
  bool after_break_ = false;
};

}  // namespace

std::string normalize_html(std::string_view html) {
  Normalizer normalizer;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = html[at] == '<' ? end_of_tag(html, at) : 0;
    if (end != 0) {
      normalizer.add_tag(read_tag(html.substr(at, end - at)));
      at = end;
    } else {
      normalizer.add_text(html.substr(at, 1));
      ++at;
    }
  }
  while (!normalizer.out.empty() && is_space(normalizer.out.back()))
    normalizer.out.pop_back();
  return normalizer.out;
}

}  // namespace keben::test
