// Bare mail addresses in running text become links (GFM #extended-email-autolink).
//
// The parser sees an address only when it meets the `@`, with what stands before it already cut at
// every `_`; in the finished tree a text is whole again.
#pragma once

#include "model/document.h"

namespace keben::markdown {

void link_mail_addresses(model::Document& document);

}  // namespace keben::markdown
