// See http_fetcher.h: the door of the room. The work is done by detail/batch.h.
#include "net/http_fetcher.h"

#include <new>
#include <utility>

#include "net/detail/batch.h"

namespace keben::net {
namespace {

/// Wakes libcurl, once in a process. It is never put to sleep again: a resolver's thread may still
/// run when we are done.
void wake_libcurl() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw std::bad_alloc();  // the one thing that it can lack
}

Network network_of(const config::FetchOptions& options, const std::atomic<bool>* stop) {
  wake_libcurl();
  Network network{.options = options,
                  .allowed = AllowedHosts(options.allowed_hosts),
                  .stop = stop,
                  .multi = CHandle<CURLM, curl_multi_cleanup>(curl_multi_init()),
                  .hosts = {}};
  if (!network.multi) throw std::bad_alloc();
  // Idle connections are kept for their host's next picture, but no more than may be busy at once.
  curl_multi_setopt(network.multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options.parallel));
  return network;
}

}  // namespace

struct HttpFetcher::State {
  config::FetchOptions options;
  const std::atomic<bool>* stop;
  std::optional<Network> network;  // once something has been fetched
};

HttpFetcher::HttpFetcher(config::FetchOptions options, const std::atomic<bool>* stop)
    : state_(std::make_unique<State>(State{std::move(options), stop, std::nullopt})) {}

HttpFetcher::~HttpFetcher() = default;

std::vector<Result<assets::Fetched>> HttpFetcher::fetch(std::span<const std::string> addresses) {
  if (addresses.empty()) return {};
  if (!state_->network) state_->network.emplace(network_of(state_->options, state_->stop));
  return Batch(*state_->network, addresses).run();
}

}  // namespace keben::net
