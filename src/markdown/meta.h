// From the keys that blogs use to what a book knows of itself.
//
// Six generators name the same fact in as many ways; the first key of each row that has a value
// counts. Keys that are not here are passed over in silence: a blog has dozens of its own.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "markdown/value.h"
#include "model/document.h"

namespace keben::markdown {

/// Whether a key's value is the address of a picture.
bool names_picture(std::string_view key);

/// Empty values count as absent. Warns of a date that is none (`date-malformed`), of a language tag
/// that is none (`language-malformed`), of a title that is no text (`title-malformed`); title and
/// language are left empty where front matter does not settle them.
model::Meta meta_from(const Fields& fields, Diagnostics& log);

}  // namespace keben::markdown
