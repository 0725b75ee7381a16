#include "markdown/weave.h"

#include <string>
#include <utility>

#include "markdown/comments.h"
#include "markdown/includes.h"
#include "markdown/shortcodes.h"

namespace keben::markdown {
namespace {

/// The front matter's lines stay, blank, so that all lines keep their numbers.
LinedText lined(std::string_view source, std::size_t body_at, FileId file) {
  std::string text;
  for (const char c : source.substr(0, body_at)) {
    if (c == '\n') text += '\n';
  }
  text += source.substr(body_at);
  LineWriter out;
  out.write(text, {file, 1});
  return out.finish();
}

}  // namespace

Result<LinedText> weave(SourceMap& sources, FileId file, std::size_t body_at,
                        const IncludedFiles& included, const config::ReadOptions& options,
                        Diagnostics& log) {
  const std::string_view body = sources.text(file).substr(body_at);
  const bool includes = calls_includes(body);
  if (!includes && !may_hide(body)) return LinedText();
  LinedText text = lined(sources.text(file), body_at, file);
  if (includes) {
    Result<LinedText> woven = weave_includes(text, sources, included, options, log);
    if (!woven) return woven;
    text = *std::move(woven);
  }
  const bool mdx = sources.name(file).ends_with(".mdx");
  return may_hide(text.text) ? replace_shortcodes(text, mdx ? Writing::mdx : Writing::site, log)
                             : text;
}

}  // namespace keben::markdown
