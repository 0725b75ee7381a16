// Quotation marks as a finished page has them, where the text is Chinese or Japanese.
//
// The model keeps what the author typed; books are set with real marks (decisions.md 6), but for
// those of Latin words. Lines from top to bottom want corners in their place, which turn with the
// line in every face. A mark depends on its whole paragraph, so a paragraph that has such marks is
// copied with them replaced; most have none and are written from the model as they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/inline.h"
#include "model/language.h"

namespace keben::epub {

/// How the marks of Chinese quotations are drawn. Corners: 『』 outside and 「」 inside in
/// Simplified Chinese (GB/T 15834 §5.2), the other way round elsewhere.
enum class QuoteMarks : std::uint8_t { curly, corners };

/// The paragraph with its marks resolved; nothing where it may be written as it is.
std::optional<model::Inlines> with_real_quotes(const model::Inlines& paragraph,
                                               model::Convention convention,
                                               QuoteMarks marks = QuoteMarks::curly);

/// The same for plain words: titles and navigation.
std::string with_real_quotes(const std::string& words, model::Convention convention,
                             QuoteMarks marks = QuoteMarks::curly);

/// The marks of a page by the way its lines run.
constexpr QuoteMarks marks_of(bool vertical) {
  return vertical ? QuoteMarks::corners : QuoteMarks::curly;
}

}  // namespace keben::epub
