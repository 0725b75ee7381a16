#include "app/manuscript.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/common_meta.h"
#include "app/parsed_texts.h"
#include "app/project_root.h"
#include "app/replaced_text.h"
#include "app/site_of.h"
#include "app/usable_words.h"
#include "model/language.h"
#include "outline/page_names.h"
#include "series/facts.h"

namespace keben::app {
namespace {

using model::Document;

bool is_empty(const Document& document) {
  return document.blocks.empty() && document.notes.empty();
}

/// The texts that make the book, and which of the inputs each was.
struct Kept {
  std::vector<Document> documents;
  std::vector<std::size_t> inputs;
};

/// Leaves out what has no words yet, and says what is a draft: those that are here were named by
/// themselves.
Kept without_empty(std::vector<Document> documents, const std::filesystem::path& root,
                   Diagnostics& log) {
  Kept kept;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Document& document = documents[i];
    const SourceSpan at{1, 1, 1, 1, document.file};
    if (is_empty(document)) {
      log.warn("text-empty", at, {"文中没有内容，未收入", "the text is empty and was left out"},
               {"写上正文，或不要列出它", "write the text, or do not name the file"});
      continue;
    }
    const std::string place = (root / document.in_root).generic_string();
    if (const std::string mark = series::draft_mark(place, document.meta); !mark.empty())
      log.note("draft", at, {"这是草稿（" + mark + "）", "this is a draft (" + mark + ")"});
    kept.documents.push_back(std::move(document));
    kept.inputs.push_back(i);
  }
  return kept;
}

/// The parts by the documents that are left; a part that lost all of its own is gone. README and
/// its like, where it begins a part and is called as it is, is the part's page.
std::vector<model::Part> parts_of(const Inputs& inputs, const std::vector<std::size_t>& kept,
                                  const std::vector<Document>& documents) {
  std::vector<model::Part> out;
  for (const series::PartStart& part : inputs.parts) {
    const auto at = std::lower_bound(kept.begin(), kept.end(), part.first);
    const auto first = static_cast<std::uint32_t>(at - kept.begin());
    if (!out.empty() && out.back().first == first) out.pop_back();
    if (at != kept.end()) out.push_back({part.title, first});
  }
  for (model::Part& part : out) {
    const Document& text = documents[part.first];
    part.opened = outline::opens_folder(text.path) && text.meta.title == part.title;
  }
  return out;
}

/// @param inputs  which of the inputs each document was
void say_unread(const std::vector<std::size_t>& unread, const std::vector<std::size_t>& inputs,
                std::vector<Document>& documents) {
  std::vector<Document*> mute;
  std::vector<model::Language> languages;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (std::binary_search(unread.begin(), unread.end(), inputs[i])) {
      mute.push_back(&documents[i]);
    } else {
      languages.push_back(documents[i].meta.language);
    }
  }
  if (languages.empty()) return;  // all that could be read were empty
  const model::Language language = most_frequent(languages);
  for (Document* document : mute) {
    document->meta.language = language;
    say_missing(*document);
  }
}

Error nothing_left(const Inputs& inputs) {
  const std::string name = inputs.texts.front().name;
  return {Fault::document,
          "text-empty",
          {name + " 没有可成书的内容", name + " holds nothing to make a book of"},
          {"写上正文再来", "write the text first"},
          {}};
}

/// What flags say, else a list.
config::MetaOverrides said_of_book(const Inputs& inputs, config::MetaOverrides flags) {
  if (flags.title.empty()) flags.title = inputs.title;
  if (flags.authors.empty()) flags.authors = inputs.authors;
  if (flags.language.empty() && model::parse_language(inputs.language))
    flags.language = inputs.language;
  return flags;
}

}  // namespace

Result<model::Collection> read_manuscript(Inputs& inputs, const std::string& title,
                                          SourceMap& sources, const config::ExportOptions& options,
                                          Stages& stages, Diagnostics& log) {
  Result<ParsedTexts> parsed = parse_texts(inputs, sources, options, stages, log);
  if (!parsed) return failure(parsed.error());
  const std::vector<std::size_t> unread = std::move(parsed->unread);
  const std::filesystem::path root = settled_root(options.root, inputs.folder);
  for (Document& document : parsed->documents)
    if (document.path != "-") document.in_root = path_from_root(document.path, root);
  Kept kept = without_empty(std::move(parsed->documents), root, log);
  model::Collection collection;
  collection.documents = std::move(kept.documents);
  if (collection.documents.empty()) return failure(nothing_left(inputs));
  for (std::size_t i = 0; i < kept.inputs.size(); ++i)
    if (const InputText& text = inputs.texts[kept.inputs[i]]; text.title_wins)
      collection.documents[i].meta.title = text.title;
  interpret_texts(collection.documents, sources, options, stages, log);
  for (std::size_t i = 0; i < kept.inputs.size(); ++i) {
    model::Meta& meta = collection.documents[i].meta;
    const std::string& listed = inputs.texts[kept.inputs[i]].title;
    const bool named_by_file = !meta.title_at.known() && options.meta.title.empty();
    if (named_by_file && !listed.empty()) meta.title = listed;
  }
  if (!unread.empty()) say_unread(unread, kept.inputs, collection.documents);
  settle_addresses(collection, inputs.site, options.meta);
  if (collection.single()) {
    collection.meta = collection.documents.front().meta;
  } else {
    collection.parts = parts_of(inputs, kept.inputs, collection.documents);
    collection.meta = common_meta(collection.documents, said_of_book(inputs, options.meta), title);
  }
  make_words_usable(collection, log);
  return collection;
}

}  // namespace keben::app
