#include "epub/export/detail/refusal.h"

#include <algorithm>
#include <string_view>

#include "epub/check/check.h"
#include "epub/xhtml/names.h"

namespace keben::epub {
namespace {

SourceSpan beginning_of(const edition::Essay& essay) {
  return {1, 1, 1, 1, essay.file};
}

SourceSpan place_in(const ChapterFile& text, std::size_t line, SourceSpan beginning) {
  const auto behind = std::upper_bound(
      text.places.begin(), text.places.end(), line,
      [](std::size_t wanted, const PlacedLine& place) { return wanted < place.line; });
  return line == 0 || behind == text.places.begin() ? beginning : std::prev(behind)->from;
}

/// Where a picture's file is first shown.
SourceSpan place_of_picture(std::string_view name, const Origins& origins) {
  for (const auto& [id, at] : origins.source.edition.pictures)
    if (origins.pictures.names[id.v] == name) return at;
  return {};
}

}  // namespace

SourceSpan place_of(const Finding& finding, const Origins& origins) {
  const edition::Edition& edition = origins.source.edition;
  const auto in = [&](const char* folder) {
    const std::string whole = kFolder + std::string(folder);
    return finding.file.starts_with(whole) ? finding.file.substr(whole.size()) : std::string();
  };
  const std::string text = in("text/");
  for (std::size_t i = 0; i < origins.chapters.size(); ++i) {
    const ChapterId id = origins.chapters[i];
    if (chapter_file(edition.outline, id) == text)
      return place_in(origins.texts[i], finding.line, beginning_of(edition.essays[id.document.v]));
  }
  const SourceSpan picture = place_of_picture(in("img/"), origins);
  if (picture.known() || !edition.single) return picture;
  return beginning_of(edition.essays.front());
}

Error refusal_of(const Finding& finding, const Origins& origins) {
  return {
      .fault = Fault::bug,
      .code = "epub-invalid",
      .what = {"生成的 EPUB 未通过自检：" + sentence(finding, UiLanguage::zh),
               "the EPUB that was made fails its self-check: " + sentence(finding, UiLanguage::en)},
      .hint =
          {"这是 keben 的错误，请附上原文报告；改写此处，或加 --keep-going 略过这一篇",
           "this is a bug in keben; please report it with the text. Write this place otherwise, "
           "or leave the text out with --keep-going"},
      .at = place_of(finding, origins)};
}

}  // namespace keben::epub
