// PHP Markdown Extra's definition lists, which kramdown, pandoc and MkDocs read too:
//
//     术语
//     : 释义
//
// CommonMark sees one paragraph of several lines there; or two paragraphs, where a blank line
// stands between.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

bool begins_definition(const Inlines& line) {
  const auto* text = line.empty() ? nullptr : std::get_if<Text>(&line.front().is);
  return text && text->text.starts_with(": ") && text->text.size() > 2;
}

std::vector<Inlines> lines_of(Inlines content) {
  std::vector<Inlines> lines(1);
  for (Inline& node : content) {
    if (is_break(node)) {
      lines.emplace_back();
    } else {
      lines.back().push_back(std::move(node));
    }
  }
  return lines;
}

/// A paragraph from which on a list of definitions may be made: terms, then definitions; or, behind
/// a paragraph of one line, definitions alone.
bool holds_definitions(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (!paragraph) return false;
  bool at_line = true;
  for (std::size_t i = 0; i < paragraph->content.size(); ++i) {
    const Inline& node = paragraph->content[i];
    const auto* text = std::get_if<Text>(&node.is);
    if (at_line && text && text->text.starts_with(": ") && text->text.size() > 2) return true;
    at_line = is_break(node);
  }
  return false;
}

Blocks definition_from(Inlines line) {
  std::string& text = std::get<Text>(line.front().is).text;
  text = trimmed(std::string_view(text).substr(2));
  const SourceSpan at = line.front().at;
  Blocks out;
  out.push_back({at, Paragraph{std::move(line)}});
  return out;
}

/// Lines in order: a line without a colon behind a definition goes on with it, as a lazy line does.
void add_lines(std::vector<Inlines> lines, DefinitionList& list) {
  for (Inlines& line : lines) {
    if (begins_definition(line)) {
      list.entries.back().definitions.push_back(definition_from(std::move(line)));
    } else if (!list.entries.empty() && !list.entries.back().definitions.empty()) {
      Inlines& before =
          std::get<Paragraph>(list.entries.back().definitions.back().back().is).content;
      before.push_back({before.back().at, SoftBreak{}});
      std::move(line.begin(), line.end(), std::back_inserter(before));
    } else {
      if (list.entries.empty()) list.entries.emplace_back();
      list.entries.back().terms.push_back(std::move(line));
    }
  }
}

/// One line of plain words, which a paragraph of definitions may have for its term.
bool is_term(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  return paragraph && std::none_of(paragraph->content.begin(), paragraph->content.end(), is_break);
}

void read_in(Blocks& blocks) {
  if (std::none_of(blocks.begin(), blocks.end(), holds_definitions)) return;
  Blocks out;
  for (Block& block : blocks) {
    if (!holds_definitions(block)) {
      out.push_back(std::move(block));
      continue;
    }
    auto& content = std::get<Paragraph>(block.is).content;
    const bool alone = begins_definition(content);
    auto* before = out.empty() ? nullptr : std::get_if<DefinitionList>(&out.back().is);
    if (alone && !before && (out.empty() || !is_term(out.back()))) {  // colons, but no term
      out.push_back(std::move(block));
      continue;
    }
    const SourceSpan at = alone || before ? out.back().at : block.at;
    DefinitionList list = before ? std::move(*before) : DefinitionList{};
    if (alone && !before) {
      auto& term = std::get<Paragraph>(out.back().is).content;
      list.entries.push_back({{std::move(term)}, {}});
    }
    if (alone || before) out.pop_back();
    if (!alone) list.entries.emplace_back();
    add_lines(lines_of(std::move(content)), list);
    const SourceSpan whole{at.first_line, block.at.last_line, at.first_column, block.at.last_column,
                           at.file};
    out.push_back({whole, std::move(list)});
  }
  blocks = std::move(out);
}

}  // namespace

void read_definition_lists(Document& document) {
  for_each_list(document, read_in);
}

}  // namespace keben::markdown
