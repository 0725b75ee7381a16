#include "app/parsed_texts.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "app/common_meta.h"
#include "app/project_root.h"
#include "assets/root_folder.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "markdown/read.h"
#include "model/language.h"

namespace keben::app {
namespace {

using model::Document;

namespace fs = std::filesystem;

/// To read as much takes about 3 ms.
constexpr std::size_t kBytesAThread = 64 << 10;

/// The files that texts may include: those inside the root.
class Included {
 public:
  Included(fs::path root, const config::Limits& limits)
      : root_(std::move(root)), folder_(root_), most_(limits.file_bytes) {}

  /// As one text sees them. A text outside the root, or on standard input, includes by paths from
  /// the root.
  markdown::IncludedFiles seen_from(const std::string& name) const {
    const std::string path = path_in_root(name, root_);
    return {path.empty() ? fs::path(name).filename().string() : path,
            [this](const std::string& wanted) {
              const auto bytes = folder_.read(wanted, most_);
              return bytes ? std::optional<Bytes>(*bytes) : std::nullopt;
            }};
  }

 private:
  fs::path root_;
  assets::RootFolder folder_;
  std::size_t most_;
};

/// What one task brings home.
struct Reading {
  SourceMap sources;  // the text and what it includes
  Result<Document> document;
  Stages stages;
  Diagnostics log;
};

Result<Document> parse_text(InputText& text, const Included& included,
                            const config::ReadOptions& options, Reading& out) {
  if (!text.bytes) return failure(text.bytes.error());
  Result<std::string> decoded = out.stages.timed("decode", [&] {
    return markdown::decode_text(*std::move(text.bytes), text.name, out.sources.next(), options,
                                 out.log);
  });
  if (!decoded) return failure(decoded.error());
  const FileId file = out.sources.add(text.name, std::move(*decoded));
  return out.stages.timed("parse", [&] {
    return markdown::parse(out.sources, file, included.seen_from(text.name), options, out.log);
  });
}

std::vector<Reading> parse_each(Inputs& inputs, const config::ExportOptions& options) {
  const Included included(settled_root(options.root, inputs.folder), options.read.limits);
  std::size_t bytes = 0;
  for (const InputText& text : inputs.texts)
    bytes += text.bytes ? text.bytes->size() : 0;
  return parallel_map(std::span(inputs.texts), jobs_worth(bytes, kBytesAThread, options.jobs),
                      [&](InputText& text) {
                        Reading out;
                        out.document = parse_text(text, included, options.read, out);
                        return out;
                      });
}

/// The outcome of a task, its places named as all texts together name them.
Result<Document> take(Reading reading, SourceMap& sources, Stages& stages, Diagnostics& log) {
  const FileId first = sources.take(std::move(reading.sources));
  stages.merge(reading.stages);
  log.merge(std::move(reading.log), first);
  if (reading.document) {
    markdown::take_places(*reading.document, first);
  } else {
    reading.document.error().at = reading.document.error().at.taken(first);
  }
  return std::move(reading.document);
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

/// At the end, once more by name: what a reader will miss.
void tell_unread(const ParsedTexts& texts, Diagnostics& log) {
  std::string names;
  for (const std::size_t i : texts.unread)
    names.append(names.empty() ? "" : " ").append(texts.documents[i].path);
  log.error("texts-missing", {},
            {"读不成的文章以说明页代替：" + names, "a page stands in place of: " + names},
            {"改正后重跑", "mend them and run again"});
}

}  // namespace

Result<ParsedTexts> parse_texts(Inputs& inputs, SourceMap& sources,
                                const config::ExportOptions& options, Stages& stages,
                                Diagnostics& log) {
  std::vector<Reading> readings = parse_each(inputs, options);
  ParsedTexts out;
  const bool only = readings.size() == 1;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    Result<Document> document = take(std::move(readings[i]), sources, stages, log);
    if (document) {
      apply_overrides(*document, options.meta, only);
      out.documents.push_back(std::move(*document));
    } else if (only) {
      return failure(document.error());
    } else {
      const Error& error = document.error();
      log.error(error.code, error.at, error.what, error.hint);
      out.unread.push_back(out.documents.size());
      out.documents.push_back(unread_text(inputs.texts[i], sources));
    }
  }
  const std::size_t unread = out.unread.size(), all = out.documents.size();
  if (unread > 0 && (!options.keep_going || unread == all))
    return failure(unfit_texts(unread, all));
  if (unread > 0) tell_unread(out, log);
  return out;
}

void interpret_texts(std::vector<Document>& documents, const SourceMap& sources,
                     const config::ExportOptions& options, Stages& stages, Diagnostics& log) {
  struct Told {
    Stages stages;
    Diagnostics log;
  };
  std::size_t bytes = 0;
  for (const Document& document : documents)
    bytes += sources.text(document.file).size();
  std::vector<Told> told = parallel_map(
      std::span(documents), jobs_worth(bytes, kBytesAThread, options.jobs),
      [&](Document& document) {
        Told out;
        out.stages.timed("interpret",
                         [&] { markdown::interpret(document, sources, options.read, out.log); });
        return out;
      });
  for (Told& each : told) {
    stages.merge(each.stages);
    log.merge(std::move(each.log));
  }
}

}  // namespace keben::app
