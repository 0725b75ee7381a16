#include "app/manuscript.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/common_meta.h"
#include "app/project_root.h"
#include "assets/root_folder.h"
#include "base/utf8.h"
#include "markdown/read.h"
#include "model/generated_words.h"
#include "model/language.h"
#include "outline/permalinks.h"

namespace keben::app {
namespace {

using model::Document;

namespace fs = std::filesystem;

/// The files that texts may include: those inside the root.
class Included {
 public:
  Included(fs::path root, const config::Limits& limits)
      : root_(std::move(root)), folder_(root_), most_(limits.file_bytes) {}

  /// As one text sees them. A text outside the root, or on standard input, includes by paths from
  /// the root.
  markdown::IncludedFiles seen_from(const std::string& name) const {
    std::error_code ignored;
    const fs::path file = fs::weakly_canonical(fs::absolute(name, ignored), ignored);
    const std::string path = file.lexically_relative(root_).generic_string();
    const bool outside = path.empty() || path.starts_with("..");
    return {outside ? file.filename().string() : path, [this](const std::string& wanted) {
              const auto bytes = folder_.read(wanted, most_);
              return bytes ? std::optional<Bytes>(*bytes) : std::nullopt;
            }};
  }

 private:
  fs::path root_;
  assets::RootFolder folder_;
  std::size_t most_;
};

Result<Document> parse_text(InputText& text, const Included& included, SourceMap& sources,
                            const config::ReadOptions& options, Stages& stages, Diagnostics& log) {
  if (!text.bytes) return failure(text.bytes.error());
  Result<std::string> decoded = stages.timed("decode", [&] {
    return markdown::decode_text(*std::move(text.bytes), text.name, options, log);
  });
  if (!decoded) return failure(decoded.error());
  const FileId file = sources.add(text.name, std::move(*decoded));
  return stages.timed("parse", [&] {
    return markdown::parse(sources, file, included.seen_from(text.name), options, log);
  });
}

/// Flags win over front matter. They stand in its place before the text is interpreted, so that a
/// title from a flag meets the first heading as one from front matter does.
void apply_overrides(Document& document, const config::MetaOverrides& flags, bool only) {
  model::Meta& meta = document.meta;
  if (!flags.language.empty() && (only || meta.language.tag.empty()))
    meta.language = *model::parse_language(flags.language);
  if (only) override_meta(meta, flags);
  if (meta.language.tag.empty() && !flags.usual_language.empty())
    meta.language = *model::parse_language(flags.usual_language);
  if (!meta.people.empty()) return;
  for (const std::string& name : flags.usual_authors)
    meta.people.push_back({name, "aut"});
}

bool is_empty(const Document& document) {
  return document.blocks.empty() && document.notes.empty();
}

/// The texts that make the book, and which of the inputs each was.
struct Kept {
  std::vector<Document> documents;
  std::vector<std::size_t> inputs;
};

/// Leaves out what is no essay yet; says so for each.
Kept without_drafts(std::vector<Document> documents, const Inputs& inputs, Diagnostics& log) {
  Kept kept;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Document& document = documents[i];
    const SourceSpan at{1, 1, 1, 1, document.file};
    if (is_empty(document)) {
      log.warn("text-empty", at, {"文中没有内容，未收入", "the text is empty and was left out"},
               {"写上正文，或不要列出它", "write the text, or do not name the file"});
    } else if (document.meta.draft && inputs.texts[i].from_folder) {
      log.note("draft-left-out", at, {"草稿，未收入", "a draft, left out"},
               {"要收入时去掉 draft: true，或单独列出此文件",
                "remove draft: true, or name the file by itself, to have it in"});
    } else {
      if (document.meta.draft)
        log.note("draft", at, {"文首信息标明这是草稿", "the front matter calls this a draft"});
      kept.documents.push_back(std::move(document));
      kept.inputs.push_back(i);
    }
  }
  return kept;
}

/// The parts by the documents that are left; a part that lost all of its own is gone.
std::vector<model::Part> parts_of(const Inputs& inputs, const std::vector<std::size_t>& kept) {
  std::vector<model::Part> out;
  for (const series::PartStart& part : inputs.parts) {
    const auto at = std::lower_bound(kept.begin(), kept.end(), part.first);
    const auto first = static_cast<std::uint32_t>(at - kept.begin());
    if (!out.empty() && out.back().first == first) out.pop_back();
    if (at != kept.end()) out.push_back({part.title, first});
  }
  return out;
}

Error unfit_texts(std::size_t unfit, std::size_t all) {
  const std::string counts_zh = std::to_string(all) + " 篇中有 " + std::to_string(unfit) + " 篇";
  const std::string counts_en = std::to_string(unfit) + " of " + std::to_string(all) + " texts";
  return {Fault::document,
          "texts-unfit",
          {counts_zh + "读不成，未生成", counts_en + " cannot be read, so no book was made"},
          {"改正上述各处，或不要列出它们", "mend them, or do not name them"},
          {}};
}

/// A text that could not be read, by the name of its file; it gets its words when the language of
/// the others is known.
Document unread_text(const InputText& text, SourceMap& sources) {
  Document out;
  out.file = sources.add(text.name, {});
  out.path = text.name;
  out.meta.title = text.title.empty() ? fs::path(text.name).stem().string() : text.title;
  if (utf8::first_invalid(out.meta.title)) out.meta.title.clear();
  out.blocks.push_back({{}, model::Paragraph{}});
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
  if (languages.empty()) return;  // all that could be read were drafts
  const model::Language language = most_frequent(languages);
  const std::string words(model::words_for(language.convention).text_missing);
  for (Document* document : mute) {
    document->meta.language = language;
    document->blocks.clear();
    document->blocks.push_back({{}, model::Paragraph{{{{}, model::Text{words}}}}});
  }
}

/// At the end, once more by name: what a reader will miss.
void tell_unread(const ParsedTexts& texts, Diagnostics& log) {
  std::string names;
  for (const std::size_t i : texts.unread)
    names.append(names.empty() ? "" : " ").append(texts.documents[i].path);
  log.error("texts-missing", {},
            {"读不成的文章以说明页代替：" + names, "a page stands in place of: " + names},
            {"改正后重跑", "mend them and run again"});
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

Result<ParsedTexts> parse_texts(Inputs& inputs, SourceMap& sources,
                                const config::ExportOptions& options, Stages& stages,
                                Diagnostics& log) {
  const Included included(settled_root(options.root, inputs.folder), options.read.limits);
  ParsedTexts out;
  const bool only = inputs.texts.size() == 1;
  for (InputText& text : inputs.texts) {
    Result<Document> document = parse_text(text, included, sources, options.read, stages, log);
    if (document) {
      apply_overrides(*document, options.meta, only);
      out.documents.push_back(std::move(*document));
    } else if (only) {
      return failure(document.error());
    } else {
      const Error& error = document.error();
      log.error(error.code, error.at, error.what, error.hint);
      out.unread.push_back(out.documents.size());
      out.documents.push_back(unread_text(text, sources));
    }
  }
  const std::size_t unread = out.unread.size(), all = out.documents.size();
  if (unread > 0 && (!options.keep_going || unread == all))
    return failure(unfit_texts(unread, all));
  if (unread > 0) tell_unread(out, log);
  return out;
}

Result<model::Collection> read_manuscript(Inputs& inputs, const std::string& title,
                                          SourceMap& sources, const config::ExportOptions& options,
                                          Stages& stages, Diagnostics& log) {
  Result<ParsedTexts> parsed = parse_texts(inputs, sources, options, stages, log);
  if (!parsed) return failure(parsed.error());
  const std::vector<std::size_t> unread = std::move(parsed->unread);
  Kept kept = without_drafts(std::move(parsed->documents), inputs, log);
  model::Collection collection;
  collection.documents = std::move(kept.documents);
  if (collection.documents.empty()) return failure(nothing_left(inputs));
  stages.timed("interpret", [&] {
    for (std::size_t i = 0; i < collection.documents.size(); ++i) {
      Document& document = collection.documents[i];
      const InputText& text = inputs.texts[kept.inputs[i]];
      if (text.title_wins) document.meta.title = text.title;
      markdown::interpret(document, sources, options.read, log);
      const bool named_by_file = !document.meta.title_at.known() && options.meta.title.empty();
      if (named_by_file && !text.title.empty()) document.meta.title = text.title;
    }
  });
  if (!unread.empty()) say_unread(unread, kept.inputs, collection.documents);
  if (const config::MetaOverrides& meta = options.meta; !meta.permalink.empty())
    outline::give_addresses(collection.documents, meta.permalink, meta.site);
  if (collection.single()) {
    collection.meta = collection.documents.front().meta;
  } else {
    collection.parts = parts_of(inputs, kept.inputs);
    collection.meta = common_meta(collection.documents, said_of_book(inputs, options.meta), title);
  }
  return collection;
}

}  // namespace keben::app
