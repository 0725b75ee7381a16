#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/characters.h"
#include "markdown/dates.h"
#include "markdown/lists.h"
#include "markdown/passes.h"
#include "model/generated_words.h"
#include "unicode/detect_language.h"

namespace keben::markdown {
namespace {

using namespace model;

// --- The file's name ---------------------------------------------------------------------------

/// The last part of a path, and what stands before it.
struct Path {
  std::string_view folder;
  std::string_view name;
};

Path split_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {{}, path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

/// The name without its suffix. A page bundle's `index.md` is called as its folder is.
std::string_view stem_of(std::string_view path) {
  const Path parts = split_path(path);
  const std::string_view stem = parts.name.substr(0, parts.name.rfind('.'));
  const bool nameless = same_ignoring_case(stem, "index") || same_ignoring_case(stem, "_index") ||
                        same_ignoring_case(stem, "readme");
  const std::string_view folder = split_path(parts.folder).name;
  const bool named_folder = !folder.empty() && folder != "." && folder != "..";
  return nameless && named_folder ? folder : stem;
}

/// A title from a stem: without the date in front.
std::string_view title_of(std::string_view stem) {
  constexpr std::size_t kDate = std::string_view("2025-01-25").size();
  if (!date_of_file_name(stem) || stem.size() <= kDate) return stem;
  const std::string_view rest = stem.substr(kDate);
  return rest.substr(std::min(rest.find_first_not_of("-_ "), rest.size()));
}

// --- The title ---------------------------------------------------------------------------------

Heading* first_of_level_one(Blocks& blocks, std::size_t& count) {
  Heading* first = nullptr;
  for (Block& block : blocks) {
    auto* heading = std::get_if<Heading>(&block.is);
    if (!heading || heading->level != 1) continue;
    if (!first) first = heading;
    ++count;
  }
  return first;
}

/// A title is plain text: a heading that holds a note's mark or a picture is not given up for one.
bool is_plain(const Heading& heading) {
  bool plain = true;
  for_each_inline(heading.content, [&](const Inline& node) {
    plain = plain && !std::holds_alternative<NoteReference>(node.is) &&
            !std::holds_alternative<Image>(node.is);
  });
  return plain;
}

void drop(Document& document, const Heading* heading) {
  document.title_id = heading->given_id;
  std::erase_if(document.blocks,
                [&](const Block& block) { return std::get_if<Heading>(&block.is) == heading; });
  document.title_is_first_heading = true;
}

SourceSpan place_of(const Document& document, const Heading* heading) {
  const auto found =
      std::find_if(document.blocks.begin(), document.blocks.end(),
                   [&](const Block& block) { return std::get_if<Heading>(&block.is) == heading; });
  return found == document.blocks.end() ? SourceSpan() : found->at;
}

void settle_title(Document& document, Diagnostics& log) {
  std::size_t count = 0;
  const Heading* first = first_of_level_one(document.blocks, count);
  const std::string heading = first ? std::string(trimmed(plain_text(first->content))) : "";
  Meta& meta = document.meta;
  if (!meta.title.empty()) {
    if (first && heading == meta.title && is_plain(*first)) drop(document, first);
  } else if (!heading.empty()) {
    meta.title = heading;
    meta.title_at = place_of(document, first);
    if (count == 1 && is_plain(*first)) drop(document, first);
  } else {
    std::size_t unusable = 0;
    meta.title = usable_words(std::string(title_of(stem_of(document.path))), unusable);
    if (unusable > 0) warn_of_characters(unusable, {1, 1, 1, 1, document.file}, log);
  }
}

// --- The language ------------------------------------------------------------------------------

void read_words(const Inlines& inlines, unicode::LanguageEvidence& evidence) {
  for_each_inline(inlines, [&](const Inline& node) {
    if (const auto* text = std::get_if<Text>(&node.is); text && !evidence.complete())
      evidence.read(text->text);
  });
}

/// Code and addresses are not read: they are English in any language.
std::string_view language_of(const Document& document) {
  unicode::LanguageEvidence evidence;
  evidence.read(document.meta.title);
  evidence.read(document.meta.description);
  const auto pass_by = [](const Block&) {};
  const auto read = [&](const Inlines& inlines) { read_words(inlines, evidence); };
  for_each_block(document.blocks, pass_by, read);
  return evidence.verdict();
}

void settle_language(Document& document, Diagnostics& log) {
  if (!document.meta.language.tag.empty()) return;
  const std::string_view verdict = language_of(document);
  if (const auto language = parse_language(verdict)) {
    document.meta.language = *language;
    return;
  }
  document.meta.language = Language();
  log.note("language-unknown", {1, 1, 1, 1, document.file},
           {"无法判断语言，按英文排版", "the language is not known; set as English"},
           {"在文首信息写 `lang: zh-CN`，或用 --lang",
            "write `lang: …` in the front matter, or use --lang"});
}

}  // namespace

void settle_meta(Document& document, Diagnostics& log) {
  settle_title(document, log);
  settle_language(document, log);
  Meta& meta = document.meta;
  if (meta.title.empty() || meta.title == "-")  // standard input has no name
    meta.title = words_for(meta.language.convention).untitled;
  if (!meta.published) {
    if (const auto date = date_of_file_name(stem_of(document.path))) meta.published = date->day;
  }
}

}  // namespace keben::markdown
