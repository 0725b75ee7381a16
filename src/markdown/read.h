// From a text to a Document, in two steps that can be looked at one by one.
//
// `parse` gives the tree as CommonMark sees it, raw HTML and soft breaks still in it: `--dump html`
// and the conformance suites look there. `interpret` then says what the author meant: HTML becomes
// nodes of the model, a picture alone becomes a figure, breaks between hanzi vanish, the front
// matter's title meets the first heading. Backends get the second.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "config/options.h"
#include "model/document.h"

namespace keben::markdown {

/// Turns a file's bytes into the text that a SourceMap keeps: UTF-8 without BOM, lines ended by \n,
/// control characters gone (decisions.md 2). `name` is for messages. Fails with Fault::document
/// where the bytes are text in no known encoding or pass the file limit.
Result<std::string> decode_text(BytesView bytes, const std::string& name,
                                const config::ReadOptions& options, Diagnostics& log);

/// The tree as written: front matter read, blocks and inlines as CommonMark has them, notes
/// gathered. Included files are added to `sources`. Fails with Fault::document where a limit is
/// passed.
Result<model::Document> parse(SourceMap& sources, FileId file, const config::ReadOptions& options,
                              Diagnostics& log);

/// What the author meant (above), in place; numbers headings, links, images and notes. Never fails:
/// where a limit is passed, what passes it is left out with a warning.
void interpret(model::Document& document, const SourceMap& sources,
               const config::ReadOptions& options, Diagnostics& log);

/// CommonMark's HTML of a parsed, not yet interpreted document, for `--dump html` and the
/// conformance suites.
std::string to_html(const model::Document& document);

}  // namespace keben::markdown
