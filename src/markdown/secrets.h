// Names and passwords of addresses go no further than the reader (base/secrets.h).
#pragma once

#include "base/diagnostic.h"
#include "markdown/value.h"
#include "model/document.h"

namespace keben::markdown {

/// Links lose them, and so does running text; code stays as it is. A picture's are masked: it is
/// not fetched, and says so where that is found (`image-refused`). Warns of the others
/// (`address-secret`), once a place.
void take_out_secrets(model::Document& document, Diagnostics& log);

/// The same for what front matter or a settings file holds.
void take_out_secrets(Value& value, Diagnostics& log);
void take_out_secrets(Fields& fields, Diagnostics& log);

}  // namespace keben::markdown
