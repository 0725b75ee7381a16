#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/detail/cmark.h"
#include "markdown/lists.h"
#include "markdown/places.h"
#include "markdown/stand_ins.h"
#include "markdown/text_mending.h"

namespace keben::markdown {
namespace {

using namespace model;

/// `**` in a text, and whether white space or nothing stands on either side.
struct Run {
  SourceSpan at;
  bool space_before = false;
  bool space_after = false;
  bool prefix = false;  // of a name in code, as in Python's `**options`
};

bool is_white(char32_t c) {
  return cmark_utf8proc_is_space(static_cast<int32_t>(c)) != 0;
}

/// Whether the text at `index` ends, on the side of `neighbour`, where a line does. Inside other
/// markup it ends at a delimiter, which is no space.
bool is_edge(const Inlines& inlines, std::size_t neighbour, bool nested) {
  return neighbour >= inlines.size() ? !nested : is_break(inlines[neighbour]);
}

/// Calls `f(Run)` for each `**` that is no part of a longer run and was not escaped, in reading
/// order. In `**/*.md` it is a pattern's.
template <class F>
void for_each_run(const Inlines& inlines, bool nested, const F& f) {
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    if (const auto* styled = std::get_if<Styled>(&inlines[i].is))
      for_each_run(styled->children, true, f);
    const auto* node = std::get_if<Text>(&inlines[i].is);
    if (!node) continue;
    const std::string_view text = node->text;
    Places places(inlines[i].at, text);
    for (std::size_t at = text.find("**"); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
      const std::string_view before = text.substr(0, at), after = text.substr(end);
      if (end - at == 2 && !before.ends_with(kEscape) && !after.starts_with('/')) {
        Run run{places.part(at, end),
                before.empty() ? is_edge(inlines, i - 1, nested) : is_white(utf8::last(before)),
                after.empty() ? is_edge(inlines, i + 1, nested) : is_white(utf8::first(after))};
        const bool begins = run.space_before || before.ends_with('(') || before.ends_with(',');
        run.prefix = begins && !after.empty() && is_lower(after.front());
        f(run);
      }
      at = text.find("**", end);
    }
  }
}

}  // namespace

void warn_of_literal_emphasis(const Inlines& inlines, Diagnostics& log) {
  std::optional<Run> open;
  for_each_run(inlines, false, [&](const Run& run) {
    if (!open) {
      open = run;
      return;
    }
    const bool product = open->space_after && run.space_before;  // 2 ** 3 ** 4
    if (!product && !(open->prefix && run.prefix)) {
      log.warn(
          "emphasis-literal", open->at,
          {"这一对 `**` 没有成为粗体，按原文保留",
           "this pair of `**` is no bold; it stays as text"},
          {"`**` 与其中的文字之间不要有空格", "leave no space between `**` and the words inside"});
    }
    open.reset();
  });
}

}  // namespace keben::markdown
