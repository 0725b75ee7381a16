// Names and passwords in addresses: `https://user:password@host/` (RFC 3986 §3.2.1).
//
// They come into texts by copying, and would go on from there into books, messages and logs, where
// everybody reads them. The reader takes them out of what books are made of; whatever is said to a
// person has them masked, once where it is said (base/diagnostic, app/excerpt).
#pragma once

#include <string>
#include <string_view>

namespace keben {

/// What stands in messages in a secret's place.
inline constexpr std::string_view kMaskedSecret = "***";

/// Any text with `***` for what stands before the @ of an address. Rather masks a word too many:
/// also addresses without a scheme (`//a:b@c`), and those that a browser would mend (`http:a:b@c`).
/// Linear.
std::string masked_secrets(std::string text);

/// Takes what stands before the @ out of one address, which the text is as a whole, or puts
/// `instead` in its place. Whether there was something.
bool cut_secret(std::string& address, std::string_view instead = {});

/// The same for each whole address in running text: `scheme://`, in ASCII up to the @; a bare name
/// stays where it is no web address (`ssh://git@host`). Linear.
bool cut_secrets(std::string& prose);

}  // namespace keben
