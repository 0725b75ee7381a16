// One essay's blocks as the XHTML between the section's tags, for the tests of this room.
#pragma once

#include <string>

#include "epub/xhtml/chapter.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

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
  const Settled book = settled(collection, out.log);
  std::vector<std::string> names;
  for (std::uint32_t a = 0; a < book.pictures.size(); ++a)
    names.push_back(epub::picture_file({a}, book.pictures[{a}].type));
  epub::ChapterFile chapter = epub::write_chapter({book.edition, names}, id, out.log);
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
  return body.substr(0, body.rfind("</section>"));
}

inline std::string body_of(model::Inlines words) {
  return body_of(model::Blocks{paragraph(std::move(words))});
}

}  // namespace keben::test
