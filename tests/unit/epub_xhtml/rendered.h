// One essay's blocks as the XHTML between the section's tags, for the tests of this room.
#pragma once

#include <string>

#include "epub/xhtml/chapter.h"
#include "tests/support/build.h"
#include "tests/support/pictures.h"

namespace keben::test {

struct Rendered {
  std::string file;
  epub::ContentFacts facts;
  Diagnostics log;

  /// What follows the title.
  std::string body() const {
    const std::size_t first = file.find("</h1>\n") + 6;
    return file.substr(first, file.find("</body>") - first);
  }
};

inline Rendered render(const model::Collection& collection, epub::ChapterId id = {}) {
  Rendered out;
  Diagnostics links;
  const outline::Outline outline = outline::make_outline(collection, links);
  const assets::AssetStore store = pictures_for(collection);
  std::vector<std::string> names;
  for (std::uint32_t a = 0; a < store.size(); ++a)
    names.push_back(epub::picture_file({a}, store[{a}].type));
  epub::ChapterFile chapter = epub::write_chapter({collection, outline, store, names}, id, out.log);
  out.file = std::move(chapter.xhtml);
  out.facts = std::move(chapter.facts);
  return out;
}

inline Rendered render(model::Blocks blocks, std::vector<model::Note> notes = {}) {
  return render(book_of(essay("a.md", "文", std::move(blocks), std::move(notes))));
}

/// The body without the section's end, for a text without notes.
inline std::string body_of(model::Blocks blocks) {
  const std::string body = render(std::move(blocks)).body();
  return body.substr(0, body.find("</section>"));
}

inline std::string body_of(model::Inlines words) {
  return body_of(model::Blocks{paragraph(std::move(words))});
}

}  // namespace keben::test
