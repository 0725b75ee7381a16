// See http_fetcher.h: the door of the room. The work is done by detail/batch.h.
#include "net/http_fetcher.h"

#include <new>
#include <utility>

#include "late/curl.h"
#include "net/detail/batch.h"
#include "net/detail/trouble.h"

namespace keben::net {
using namespace late;
namespace {

/// Wakes libcurl, once in a process. It is never put to sleep again: a resolver's thread may still
/// run when we are done.
void wake_libcurl() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw std::bad_alloc();  // the one thing that it can lack
}

Network network_of(const config::FetchOptions& options, const PictureCache* cache,
                   const OnProgress& on_progress, const std::atomic<bool>* stop) {
  wake_libcurl();
  Network network{.options = options,
                  .cache = cache,
                  .on_progress = on_progress,
                  .allowed = AllowedHosts(options.allowed_hosts),
                  .stop = stop,
                  .multi = CHandle<CURLM, curl_multi_cleanup>(curl_multi_init()),
                  .hosts = {}};
  if (!network.multi) throw std::bad_alloc();
  // Idle connections are kept for their host's next picture, but no more than may be busy at once.
  curl_multi_setopt(network.multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options.parallel));
  return network;
}

/// Without a network: what the cache holds, whatever its age.
Result<assets::Fetched> kept(const PictureCache* cache, const AllowedHosts& allowed,
                             const std::string& address) {
  std::optional<KeptPicture> found;
  if (cache) found = cache->find(address);
  if (!found) return failure(offline());  // told before libcurl is woken to read the address
  const Result<Origin> origin = origin_of(address);
  if (!origin) return tl::unexpected(origin.error());
  if (found->validity.from_open_origin && !allowed.allows(*origin)) return failure(offline());
  return assets::Fetched{std::move(found->bytes)};
}

}  // namespace

struct HttpFetcher::State {
  config::FetchOptions options;
  const std::atomic<bool>* stop;
  OnProgress on_progress;
  std::optional<PictureCache> cache;
  std::optional<Network> network;  // once something has been fetched
};

HttpFetcher::HttpFetcher(config::FetchOptions options, const std::atomic<bool>* stop,
                         OnProgress on_progress)
    : state_(std::make_unique<State>(
          State{std::move(options), stop, std::move(on_progress), std::nullopt, std::nullopt})) {
  if (state_->options.cache_folder.empty()) return;
  state_->cache.emplace(state_->options.cache_folder);
}

HttpFetcher::~HttpFetcher() = default;

std::vector<Result<assets::Fetched>> HttpFetcher::fetch(std::span<const std::string> addresses) {
  if (addresses.empty()) return {};
  const PictureCache* cache = state_->cache ? &*state_->cache : nullptr;
  if (state_->options.offline) {
    const AllowedHosts allowed(state_->options.allowed_hosts);
    std::vector<Result<assets::Fetched>> answers;
    for (const std::string& address : addresses)
      answers.push_back(kept(cache, allowed, address));
    return answers;
  }
  if (!late::curl.open()) {
    const Result<assets::Fetched> none = failure(late::curl.missing());
    return std::vector<Result<assets::Fetched>>(addresses.size(), none);
  }
  if (!state_->network) {
    state_->network.emplace(network_of(state_->options, cache, state_->on_progress, state_->stop));
  }
  std::vector<Result<assets::Fetched>> answers = Batch(*state_->network, addresses).run();
  if (state_->network->has_kept) cache->fit(state_->options.cache_bytes);
  return answers;
}

}  // namespace keben::net
