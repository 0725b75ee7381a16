#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "markdown/lists.h"
#include "markdown/marked_lines.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// `js{1,3}`, `rust,ignore`, `{.python}`: what is glued to the language goes to the attributes.
void split_language(CodeBlock& code) {
  std::string& language = code.language;
  if (language.starts_with('{')) {  // pandoc: the whole info string is attributes
    const std::string info = language + (code.attributes.empty() ? "" : " " + code.attributes);
    const std::size_t end = std::min(info.find('}'), info.size());
    const Attributes attributes = parse_attributes(info.substr(1, end - 1));
    language = attributes.classes.empty() ? "" : attributes.classes.front();
    code.attributes = info;
    return;
  }
  const std::size_t glued = language.find_first_of("{,[");
  if (glued != std::string::npos) {
    const bool comma = language[glued] == ',';
    const std::string rest = language.substr(glued + (comma ? 1 : 0));
    code.attributes = rest + (code.attributes.empty() ? "" : " " + code.attributes);
    language.resize(glued);
  }
  const std::size_t colon = language.find(':');
  if (colon != std::string::npos && colon > 0) {
    code.title = language.substr(colon + 1);
    language.resize(colon);
  }
}

/// `title="x"` and its synonyms, else `[x]`.
std::string title_in(std::string_view info) {
  const std::size_t open = info.find('{');
  const std::size_t close = info.rfind('}');
  const bool braced =
      open != std::string_view::npos && close != std::string_view::npos && open < close;
  for (const std::string_view part :
       {info, braced ? info.substr(open + 1, close - open - 1) : std::string_view()}) {
    const Attributes attributes = parse_attributes(part);
    for (const std::string_view key : {"title", "filename", "file", "name", "caption"}) {
      if (const std::string* value = attributes.find(key)) return *value;
    }
  }
  const std::size_t end = info.find(']');
  if (info.starts_with('[') && end != std::string_view::npos)
    return std::string(info.substr(1, end - 1));
  return {};
}

/// Sources of drawings that a site's script would draw: here they stay code, and say of what kind.
bool is_diagram(std::string_view language) {
  constexpr std::array<std::string_view, 18> kNames = {
      "mermaid", "plantuml", "puml", "flow",     "flowchart", "sequence",
      "echarts", "chart",    "dot",  "graphviz", "kanban",    "mindmap",
      "markmap", "gantt",    "d2",   "wavedrom", "vega-lite", "dataview"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return same_ignoring_case(name, language); });
}

void read_info(Block& block) {
  auto* code = std::get_if<CodeBlock>(&block.is);
  if (!code) return;
  split_language(*code);
  if (std::string title = title_in(code->attributes); !title.empty())
    code->title = std::move(title);
  if (code->title.empty() && is_diagram(code->language)) code->title = code->language;
  if (same_ignoring_case(code->language, "math")) {
    std::string tex = std::move(code->text);
    block.is = MathBlock{std::move(tex)};
    return;
  }
  read_marked_lines(*code);
}

/// Run after read_info, which titles the code.
void title_tabs(Block& block) {
  auto* tabs = std::get_if<Tabs>(&block.is);
  if (!tabs) return;
  for (Tabs::Tab& tab : tabs->tabs) {
    auto* code = tab.children.empty() ? nullptr : std::get_if<CodeBlock>(&tab.children.front().is);
    if (!code || !tab.title.empty()) continue;
    std::string title = std::exchange(code->title, {});
    if (title.empty()) title = code->language;
    if (!title.empty()) tab.title.push_back({tab.children.front().at, Text{std::move(title)}});
  }
}

}  // namespace

void read_code_info(Document& document) {
  const auto none = [](Inlines&) {};
  for_each_part(document, read_info, none);
  for_each_part(document, title_tabs, none);
}

}  // namespace keben::markdown
