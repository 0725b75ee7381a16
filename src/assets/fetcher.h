// The seam between what a book needs and the network: the one virtual class of the house, since
// tests fake it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace keben::assets {

struct Fetched {
  Bytes bytes;  // decoded of any transfer encoding, whole
};

class Fetcher {
 public:
  Fetcher() = default;
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;
  virtual ~Fetcher() = default;

  /// Fetches distinct http(s) addresses, several at once; answers stand in the order of the
  /// addresses.
  ///
  /// An answer is whole or an Error. Its `what` is the bare reason ("无法解析主机名" / "cannot
  /// resolve the host name"), which the caller puts into a sentence; its `code` is one of
  /// fetch-dns, fetch-connect, fetch-tls, fetch-timeout, fetch-status, fetch-redirect,
  /// fetch-refused (policy), fetch-offline, fetch-too-large, fetch-broken, fetch-budget,
  /// fetch-stopped.
  virtual std::vector<Result<Fetched>> fetch(std::span<const std::string> addresses) = 0;
};

}  // namespace keben::assets
