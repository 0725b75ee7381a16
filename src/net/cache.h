// Pictures of earlier runs: a second export of an essay fetches nothing that the first has had.
//
// A folder of two kinds of files: `pictures/ab/<SHA-256>` holds bytes under their own name, so that
// a picture that has many addresses lies there once and can be checked whenever it is read;
// `addresses/<SHA-256 of the address>` is a few lines of text that say which picture an address
// gave and what its server said about it. Both are written beside their place and renamed, so that
// a reader sees a whole file or none; a crash may leave a torn one, which its hash gives away.
// Nothing here can fail an export: where the folder cannot be used nothing is kept.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace keben::net {

/// What a server said about its picture (RFC 9110 §8.8, RFC 9111 §5.2).
struct Validity {
  std::string etag;               // as written, quotes included; or empty
  std::string last_modified;      // as written; or empty
  bool may_be_kept = true;        // no `no-store`
  bool ask_again = false;         // `no-cache`: never fresh
  bool from_open_origin = false;  // by leave of --allow-host; served only to who has that leave
};

struct KeptPicture {
  Bytes bytes;
  Validity validity;
  double age_seconds = 0;  // since the server last said so
};

/// One line of `keben cache list`.
struct CacheEntry {
  std::string address;
  std::size_t bytes = 0;
};

class PictureCache {
 public:
  explicit PictureCache(std::filesystem::path folder);

  /// The picture of an address, its bytes checked against their hash; one that fails is dropped.
  std::optional<KeptPicture> find(const std::string& address) const;
  void keep(const std::string& address, BytesView bytes, const Validity& validity) const;
  /// The server says that the picture is still the same.
  void confirm(const std::string& address) const;

  /// In the order of their addresses.
  std::vector<CacheEntry> list() const;
  /// Drops what was used longest ago until the rest holds at most `most` bytes, and what no address
  /// leads to any more.
  void fit(std::size_t most) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace keben::net
