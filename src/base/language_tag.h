// Language tags by their form (RFC 5646 §2.1); which languages there are is not asked.
#pragma once

#include <string_view>

namespace keben {

/// Whether a tag is well formed (§2.2.9): `zh-Hant-TW` is, `zh-`, `en-a` and `en-US-US` are not. No
/// variant and no extension stands twice.
bool is_language_tag(std::string_view tag);

}  // namespace keben
