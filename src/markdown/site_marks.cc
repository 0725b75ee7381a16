#include <algorithm>
#include <array>
#include <string_view>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

bool is_contents_mark(std::string_view text) {
  constexpr std::array<std::string_view, 7> kMarks = {"[TOC]",  "[[TOC]]", "[[_TOC_]]", "{:toc}",
                                                      "@[TOC]", "${toc}",  "{{toc}}"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return same_ignoring_case(mark, trimmed(text));
  });
}

/// MDX: `import Tabs from '@theme/Tabs'`. English prose does not end in a quoted path.
bool is_import_line(std::string_view line) {
  line = trimmed(line);
  if (line.ends_with(';')) line.remove_suffix(1);
  const bool quoted = line.ends_with('"') || line.ends_with('\'');
  const bool names = line.find(" from ") != std::string_view::npos ||
                     line.starts_with("import \"") || line.starts_with("import '");
  return line.starts_with("import ") && quoted && names;
}

/// A paragraph of nothing but texts and line ends, each of whose lines is for the site's machinery.
bool is_for_the_site(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (!paragraph || paragraph->content.empty()) return false;
  return std::all_of(paragraph->content.begin(), paragraph->content.end(), [](const Inline& node) {
    if (std::holds_alternative<SoftBreak>(node.is)) return true;
    const auto* text = std::get_if<Text>(&node.is);
    return text && (is_contents_mark(text->text) || is_import_line(text->text));
  });
}

}  // namespace

void drop_site_marks(Document& document) {
  for_each_list(document, [](Blocks& blocks) { std::erase_if(blocks, is_for_the_site); });
}

}  // namespace keben::markdown
