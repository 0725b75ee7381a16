#include "app/replaced_text.h"

#include <string>
#include <utility>

#include "model/generated_words.h"

namespace keben::app {
namespace {

/// The text that a place is in, its own file or one that it includes: files that texts include come
/// behind them (app/parsed_texts). Null where a book of one text would be empty.
model::Document* text_at(const SourceSpan& at, model::Collection& collection) {
  if (!at.known()) return nullptr;
  model::Document* out = nullptr;
  for (model::Document& document : collection.documents) {
    const bool nearer = !out || document.file > out->file;
    if (document.file <= at.file && nearer) out = &document;
  }
  return out;
}

bool is_replaced(const model::Document& document) {
  return document.headings == 0 && document.links == 0 && document.blocks.size() == 1 &&
         !document.blocks.front().at.known();
}

}  // namespace

void say_missing(model::Document& document) {
  const std::string words(model::words_for(document.meta.language.convention).text_missing);
  document.blocks.clear();
  document.notes.clear();
  document.headings = document.links = document.images = 0;
  document.blocks.push_back({{}, model::Paragraph{{{{}, model::Text{words}}}}});
}

Result<MadeBook> make_without_refused(const Backend& backend, Preparation& ready,
                                      const config::ExportOptions& options,
                                      const edition::PageStarts* pages, Stages& stages,
                                      Diagnostics& log, std::vector<Error>& refused) {
  for (;;) {
    Material from = ready.material(options);
    from.pages = pages;
    Diagnostics own;
    Result<MadeBook> made = backend.make(from, stages, own);
    const bool mends = !made && options.keep_going && made.error().code == "epub-invalid";
    model::Document* text =
        mends && ready.manuscript ? text_at(made.error().at, *ready.manuscript) : nullptr;
    if (!text || is_replaced(*text)) {
      log.merge(std::move(own));
      return made;
    }
    refused.push_back(made.error());
    say_missing(*text);
    Diagnostics told;  // when all texts were there
    ready.edition = settle(*ready.manuscript, ready.pictures, options, stages, told);
    pages = nullptr;  // they know of what is gone
  }
}

}  // namespace keben::app
