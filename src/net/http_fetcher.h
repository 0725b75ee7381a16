// The network behind assets::Fetcher, by libcurl's multi interface: several addresses at once on
// one thread.
//
// faults.md §3 "Network" is the specification: bytes are counted in the write callback
// (CURLOPT_MAXFILESIZE of 7.88 does not stop a running transfer), addresses are judged where the
// socket is opened, proxies of the environment are off. libcurl is started with the first address
// that is fetched, not before: a book without remote pictures never wakes it, nor does one that is
// made offline, which is served from the cache alone and opens no socket.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>

#include "assets/fetcher.h"
#include "config/options.h"

namespace keben::net {

/// How far a fetch has come: pictures had or given up, of all, and their bytes.
struct Progress {
  std::size_t done = 0;
  std::size_t all = 0;
  std::size_t bytes = 0;
};
/// Called on the fetching thread, about ten times a second.
using OnProgress = std::function<void(const Progress&)>;

/// One job's network: time, bytes and hosts that gave no answer are counted over all its fetches.
class HttpFetcher final : public assets::Fetcher {
 public:
  /// @param stop  set from a signal handler; a running fetch then ends within a second. May be null
  HttpFetcher(config::FetchOptions options, const std::atomic<bool>* stop,
              OnProgress on_progress = {});
  ~HttpFetcher() override;
  std::vector<Result<assets::Fetched>> fetch(std::span<const std::string> addresses) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace keben::net
