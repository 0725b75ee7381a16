#include "markdown/shortcode_meanings.h"

#include <algorithm>
#include <array>

#include "markdown/ascii.h"
#include "markdown/directives.h"
#include "markdown/embeds.h"
#include "markdown/html_writer.h"

namespace keben::markdown {
namespace {

using Is = Meaning::Is;
using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i)
    out += (out.empty() ? "" : " ") + words[i];
  return out;
}

bool names_a_kind(std::string_view word) {
  return admonition_kind(word) != model::Admonition::Kind::other ||
         is_one_of(word, {"default", "primary", "secondary", "light", "dark"});
}

Meaning box(const std::string& name, const std::string& title) {
  return {Is::box, "::: " + name + (title.empty() ? "" : " " + title), {}};
}

// --- Boxes -------------------------------------------------------------------------------------

/// `admonition tip "标题" true`, `notice warning`, `alert color="danger"`, `note primary 标题`.
Meaning admonition(std::string_view name, const Arguments& arguments) {
  std::string kind = arguments.get({"type", "kind", "level", "color", "class"});
  std::size_t rest = 0;
  const bool first_is_kind = !arguments.plain.empty() && names_a_kind(arguments.plain[0]);
  if (kind.empty() && first_is_kind) kind = arguments.plain[rest++];
  if (kind.empty() || !names_a_kind(kind)) kind = names_a_kind(name) ? name : "note";
  if (is_one_of(kind, {"default", "primary", "secondary", "light", "dark"})) kind = "note";
  std::string title = arguments.get({"title", "header"});
  if (title.empty()) {
    std::vector<std::string> words = arguments.plain;
    std::erase_if(words, [](const std::string& word) {
      return is_one_of(word, {"true", "false", "no-icon", "open"});
    });
    title = joined(words, std::min(rest, words.size()));
  }
  return box(kind, title);
}

Meaning quotation(const Arguments& arguments) {
  Meaning out = box("quote", {});
  const std::string author = arguments.get({"author", "by", "source"});
  const std::string who = author.empty() ? joined(arguments.plain, 0) : author;
  if (!who.empty()) out.last_line = "—— " + who;
  return out;
}

// --- Code --------------------------------------------------------------------------------------

Meaning code(const Arguments& arguments) {
  std::string info = arguments.get({"lang", "language"});
  std::string title = arguments.get({"title", "caption"});
  const bool first_is_title = !info.empty();
  if (info.empty()) info = arguments.get({}, 0);
  if (title.empty() && first_is_title) title = arguments.get({}, 0);
  if (!title.empty()) info += " title=\"" + title + "\"";
  return {Is::code, info, {}};
}

// --- Pictures and links ------------------------------------------------------------------------

std::string escaped(std::string_view text, std::string_view marks) {
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789px%") == std::string_view::npos;
}

bool is_path(std::string_view text) {
  return text.find('/') != std::string_view::npos || text.find('.') != std::string_view::npos;
}

/// `{% img [class] path [width] [height] "title" "alt" %}` and Hugo's named arguments.
Meaning picture(const Arguments& arguments) {
  std::string source = arguments.get({"src", "link", "url"});
  std::string caption = arguments.get({"caption", "title"});
  std::string width = arguments.get({"width", "w"});
  std::string alt = arguments.get({"alt"});
  for (const std::string& word : arguments.plain) {
    if (source.empty()) {
      source = is_path(word) ? word : "";
    } else if (is_number(word)) {
      width = width.empty() ? word : width;
    } else if (caption.empty()) {
      caption = word;
    } else if (alt.empty()) {
      alt = word;
    }
  }
  if (source.empty()) return {};
  if (alt.empty()) alt = caption;
  std::string text = "![" + escaped(alt, "[]\\") + "](<" + escaped(source, "<>") + ">";
  if (!caption.empty()) text += " \"" + escaped(caption, "\"\\") + "\"";
  text += ")";
  if (is_number(width)) text += "{width=" + width + "}";
  const std::string link = arguments.get({"href"});
  if (!link.empty()) text = "[" + text + "](<" + escaped(link, "<>") + ">)";
  return {Is::words, text, {}};
}

Meaning embed(std::string_view name, const Arguments& arguments, bool alone) {
  std::string id = arguments.get({"src", "url", "id", "bvid", "vid", "link"}, 0);
  const bool has_user = name == "gist" && arguments.plain.size() > 1;
  if (has_user) id = arguments.plain[0] + "/" + arguments.plain[1];
  const std::string address = embed_address(name, id);
  if (address.empty()) return {};
  if (alone) return {Is::line, "::embed{url=\"" + address + "\"}", {}};
  return {Is::words, "<" + address + ">", {}};
}

/// Whichever argument is an address is where it leads; another one is what it says.
Meaning link(std::string_view name, const Arguments& arguments) {
  std::string to = arguments.get({"href", "url", "link"});
  std::string says = arguments.get({"text", "title", "content", "name"});
  const bool by_name =
      name == "post_link" || name == "asset_link";  // of a file, its suffix left out
  for (const std::string& word : arguments.plain) {
    if (to.empty() && (by_name || is_path(word))) {
      to = word;
    } else if (says.empty()) {
      says = word;
    }
  }
  if (to.empty()) return {};
  return {Is::words, "[" + escaped(says.empty() ? to : says, "[]\\") + "](<" + to + ">)", {}};
}

/// A path to another essay, inside a link that its author wrote around it.
Meaning path(std::string_view name, const Arguments& arguments) {
  std::string to = arguments.get({"path"}, 0);
  if (name == "post_url" && !to.ends_with(".md")) to += ".md";
  return to.empty() ? Meaning() : Meaning{Is::words, to, {}};
}

Meaning ruby(const Arguments& arguments) {
  const std::string base = escape_html(arguments.get({"base", "text"}, 0));
  const std::string reading = escape_html(arguments.get({"rt", "ruby", "pinyin"}, 1));
  if (base.empty() || reading.empty()) return {};
  return {Is::words, "<ruby>" + base + "<rt>" + reading + "</rt></ruby>", {}};
}

bool is_code(std::string_view name) {
  return is_one_of(name, {"highlight", "code", "codeblock"});
}
bool is_drawing(std::string_view name) {
  return is_one_of(name,
                   {"mermaid", "plantuml", "echarts", "chart", "flowchart", "markmap", "dot"});
}
bool is_formula(std::string_view name) {
  return is_one_of(name, {"math", "katex", "latex", "mathjax"});
}

/// What holds text between two tags.
Meaning paired_meaning(std::string_view name, const Arguments& arguments) {
  if (is_one_of(name, {"details", "expand", "collapse", "spoiler", "fold", "folding", "accordion",
                       "hidetoggle"})) {
    std::string title = arguments.get({"summary", "title", "label"});
    return box("details", title.empty() ? joined(arguments.plain, 0) : title);
  }
  if (is_one_of(name, {"quote", "blockquote", "pullquote", "cq", "centerquote"}))
    return quotation(arguments);
  if (is_one_of(name, {"admonition", "notice", "callout", "box", "panel"}) || names_a_kind(name))
    return admonition(name, arguments);
  if (is_one_of(name, {"center", "align-center", "left", "right"}))
    return box(std::string(name), {});
  if (is_one_of(name, {"tabs", "tabgroup", "tabpane", "tab-group"})) return box("tabs", {});
  if (is_one_of(name, {"tab", "tabitem", "tab-item"}))
    return box("tab", arguments.get({"title", "name", "label", "header"}, 0));
  if (is_code(name)) return code(arguments);
  if (is_drawing(name)) return {Is::code, std::string(name), {}};
  if (is_formula(name)) return {Is::formula, {}, {}};
  if (holds_as_is(name)) return {Is::as_is, {}, {}};
  return {};
}

}  // namespace

bool holds_code(std::string_view name) {
  return is_code(name) || is_drawing(name) || is_formula(name);
}

bool holds_as_is(std::string_view name) {
  return is_one_of(name, {"raw", "verbatim", "rawhtml", "html"});
}

Meaning meaning_of(std::string_view name, const Arguments& arguments, bool paired, bool alone) {
  if (paired) {
    Meaning found = paired_meaning(name, arguments);
    if (found.is != Is::unknown) return found;
  }
  if (is_one_of(name, {"figure", "img", "image", "picture", "asset_img"}))
    return picture(arguments);
  if (is_one_of(name, {"ref", "relref", "post_path", "asset_path", "post_url"}))
    return path(name, arguments);
  if (is_one_of(name, {"link", "button", "btn", "post_link", "asset_link", "linkcard", "card"}))
    return link(name, arguments);
  if (name == "ruby") return ruby(arguments);
  if (is_one_of(name, {"kbd", "key"}) && !arguments.plain.empty())
    return {Is::words, "<kbd>" + escape_html(joined(arguments.plain, 0)) + "</kbd>", {}};
  if (is_one_of(name, {"br", "linebreak"})) return {Is::words, "<br>", {}};
  if (is_one_of(name, {"toc", "more", "comment"})) return {Is::nothing, {}, {}};
  return embed(name, arguments, alone);
}

std::string value_of_variable(std::string_view inside) {
  const char mark = inside.empty() ? ' ' : inside[0];
  if (mark != '"' && mark != '\'') return {};
  const std::size_t end = inside.find(mark, 1);
  return std::string(inside.substr(1, end == std::string_view::npos ? end : end - 1));
}

}  // namespace keben::markdown
