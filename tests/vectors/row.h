// A vector file is a table of tab-separated rows; each kind of file has one judge.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fonts/catalog.h"
#include "pdf/style/paragraph_style.h"

namespace keben::vectors {

using Row = std::vector<std::string>;  // id, language, …, as the file's heading says

/// What a row got where it should have got something else; nothing where it passes.
using Verdict = std::optional<std::string>;

Verdict judge_linebreak(const Row& row, const fonts::Catalog& faces);
Verdict judge_punct_width(const Row& row, const fonts::Catalog& faces);
Verdict judge_autospace(const Row& row, const fonts::Catalog& faces);
Verdict judge_quotes(const Row& row, const fonts::Catalog& faces);
Verdict judge_justify(const Row& row, const fonts::Catalog& faces);

/// The style of a paragraph in that language, as an export would set it.
pdf::style::ParagraphStyle style_in(const std::string& language);

/// `\u{HEX}` becomes its code point.
std::string unescaped(const std::string& text);

}  // namespace keben::vectors
