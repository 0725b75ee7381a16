// From a text to a Document, in two steps that can be looked at one by one.
//
// `parse` gives the tree as CommonMark sees it, raw HTML and soft breaks still in it: `--dump html`
// and the conformance suites look there. `interpret` then says what the author meant: HTML becomes
// nodes of the model, a picture alone becomes a figure, breaks between hanzi vanish, the front
// matter's title meets the first heading. Backends get the second.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "config/options.h"
#include "model/document.h"

namespace keben::markdown {

/// Turns a file's bytes into the text that a SourceMap keeps: UTF-8 without BOM, lines ended by \n,
/// control characters gone (decisions.md 2). Fails with Fault::document where the bytes are text in
/// no known encoding or pass the file limit.
///
/// @param name  for messages
/// @param file  what the map will call the text (SourceMap::next), for messages' places
Result<std::string> decode_text(Bytes bytes, const std::string& name, FileId file,
                                const config::ReadOptions& options, Diagnostics& log);

/// How a text gets at those that it includes. This room opens no files: who calls it stands at the
/// root's wall (assets/root_folder.h) and reads what lies inside.
struct IncludedFiles {
  std::string path;  // of the document, from the root: "posts/a.md"
  /// The bytes of a file, by its path from the root, lexically normal and never with `..` in front;
  /// nothing where there is no such file or it may not be read.
  std::function<std::optional<Bytes>(const std::string& path)> read;
};

/// The tree as written: front matter read, blocks and inlines as CommonMark has them, notes
/// gathered. Included files are added to `sources`. Fails with Fault::document where a limit is
/// passed.
Result<model::Document> parse(SourceMap& sources, FileId file, const IncludedFiles& included,
                              const config::ReadOptions& options, Diagnostics& log);

/// The same for a text that can reach no files: what it includes is missing.
Result<model::Document> parse(SourceMap& sources, FileId file, const config::ReadOptions& options,
                              Diagnostics& log);

/// Names all places of a parsed document anew when its map has become part of another, from file
/// `first` on (SourceMap::take).
void take_places(model::Document& document, FileId first);

/// What the author meant (above), in place; numbers headings, links, images and notes. Never fails:
/// where a limit is passed, what passes it is left out with a warning.
void interpret(model::Document& document, const SourceMap& sources,
               const config::ReadOptions& options, Diagnostics& log);

/// CommonMark's HTML of a parsed, not yet interpreted document, for `--dump html` and the
/// conformance suites.
std::string to_html(const model::Document& document);

}  // namespace keben::markdown
