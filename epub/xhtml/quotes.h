// Straight quotation marks as the marks that they stand for, where the text is Chinese or Japanese.
//
// The model keeps what the author typed; books are set with real marks (decisions.md 6), but for
// those of Latin words. A mark
// depends on its whole paragraph, so a paragraph that has straight ones is copied with them
// replaced; most have none and are written from the model as they stand.
#pragma once

#include <optional>
#include <string>

#include "model/inline.h"
#include "model/language.h"

namespace keben::epub {

/// The paragraph with its straight marks resolved; nothing where it may be written as it is.
std::optional<model::Inlines> with_real_quotes(const model::Inlines& paragraph,
                                               model::Convention convention);

/// The same for plain words: titles and navigation.
std::string with_real_quotes(const std::string& words, model::Convention convention);

}  // namespace keben::epub
