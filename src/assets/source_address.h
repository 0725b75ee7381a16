// What an image's source is: data in the text, a place on the web, a file; or something that a book
// has no business with.
//
// Sources are strangers' text. The scheme is read as a browser would read it (WHATWG URL
// #url-parsing: controls and white space around it dropped, case ignored), so that ` jAvAScript:`
// is what it is. Whether a *host* may be contacted is not decided here but where the socket is
// opened (net/address.h): the text of an address proves nothing (faults.md §1.3).
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/bytes.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::assets {

/// `data:image/…;base64,…`, still encoded.
struct DataSource {
  std::string_view encoded;  // past the comma; part of the source
  bool base64 = false;
};

/// An http(s) address as it goes to a Fetcher: scheme and host in lower case, what RFC 3986 does
/// not allow percent-encoded, no fragment. Equal addresses are fetched once.
struct WebSource {
  std::string address;
};

/// A path with `/` between its parts, as written; `/x` is meant from the root.
struct FileSource {
  std::string_view path;  // part of the source
};

using Source = std::variant<DataSource, WebSource, FileSource>;

/// Fails with `image-refused` (another scheme, a password, no host, too long) or
/// `image-outside-root` (file:, a drive letter, backslashes).
Result<Source> classify(std::string_view source, const config::Limits& limits);

/// The source with `user:password@` made `***@`, cut to a length that a message can hold. What a
/// person may read (messages, placeholders, logs) goes through here.
std::string masked(std::string_view source);

/// %XX undone; bytes, not always text.
std::string percent_decoded(std::string_view text);

/// The bytes of a data: URI. Fails with `image-broken`.
Result<Bytes> decode_data(const DataSource& source);

/// As a data: URI holds it, with padding (RFC 4648 §4).
std::string base64_encoded(BytesView bytes);

}  // namespace keben::assets
