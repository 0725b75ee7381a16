// The network behind assets::Fetcher, by libcurl's multi interface: several addresses at once on
// one thread.
//
// faults.md §3 "Network" is the specification: bytes are counted in the write callback
// (CURLOPT_MAXFILESIZE of 7.88 does not stop a running transfer), addresses are judged where the
// socket is opened, proxies of the environment are off.
#pragma once

#include <atomic>
#include <memory>

#include "assets/fetcher.h"
#include "config/options.h"

namespace keben::net {

class HttpFetcher final : public assets::Fetcher {
 public:
  /// @param stop set from a signal handler; a running fetch then ends within a second
  HttpFetcher(config::FetchOptions options, const std::atomic<bool>* stop);
  ~HttpFetcher() override;
  std::vector<Result<assets::Fetched>> fetch(std::span<const std::string> addresses) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether an address may be contacted at all: not private, loopback, link-local, multicast, mapped
/// or metadata (faults.md §3). `bytes` are 4 (IPv4) or 16 (IPv6), network order.
bool is_public_address(std::span<const unsigned char> bytes);

}  // namespace keben::net
