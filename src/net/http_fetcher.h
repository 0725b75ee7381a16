// The network behind assets::Fetcher, by libcurl's multi interface: several addresses at once on
// one thread.
//
// faults.md §3 "Network" is the specification: bytes are counted in the write callback
// (CURLOPT_MAXFILESIZE of 7.88 does not stop a running transfer), addresses are judged where the
// socket is opened, proxies of the environment are off. libcurl is started with the first address
// that is fetched, not before: a book without remote pictures never wakes it.
#pragma once

#include <atomic>
#include <memory>

#include "assets/fetcher.h"
#include "config/options.h"

namespace keben::net {

/// One job's network: time, bytes and hosts that gave no answer are counted over all its fetches.
class HttpFetcher final : public assets::Fetcher {
 public:
  /// @param stop  set from a signal handler; a running fetch then ends within a second. May be null
  HttpFetcher(config::FetchOptions options, const std::atomic<bool>* stop);
  ~HttpFetcher() override;
  std::vector<Result<assets::Fetched>> fetch(std::span<const std::string> addresses) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace keben::net
