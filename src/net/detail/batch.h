// Many addresses at once: who may start, who must wait, who is asked again, who is given up.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assets/fetcher.h"
#include "net/detail/resolver.h"
#include "net/detail/transfer.h"
#include "net/http_fetcher.h"

namespace keben::net {

/// What lasts for a job, over several batches.
struct Network {
  config::FetchOptions options;
  const PictureCache* cache;  // null: nothing is kept
  OnProgress on_progress;     // may be empty
  AllowedHosts allowed;
  const std::atomic<bool>* stop;
  CHandle<CURLM, late::curl_multi_cleanup> multi;
  Clock::time_point started = Clock::now();
  std::size_t bytes_left = options.job_bytes;

  struct Host {
    unsigned running = 0;
    unsigned timeouts = 0;
    std::optional<Error> dead;  // why it is asked no more
  };
  std::map<std::string, Host> hosts;  // by Origin::host_and_port
  Resolver resolver = {};
  bool has_kept = false;  // whether the cache has grown
};

class Batch {
 public:
  Batch(Network& network, std::span<const std::string> addresses);

  /// The answers, in the order of the addresses.
  std::vector<Result<assets::Fetched>> run();

 private:
  /// One address on its way, over redirects and tries.
  struct Resource {
    std::string address;
    Origin origin;
    unsigned redirects = 0;
    unsigned tries = 0;
    Clock::time_point not_before = {};
    std::optional<Clock::time_point> started = {};
    std::unique_ptr<Transfer> transfer = {};
    std::optional<Result<assets::Fetched>> result = {};
    std::string asked_for = {};  // the address before redirects: what the cache knows it by
    std::optional<KeptPicture> kept = {};  // of an earlier run; not fresh
    bool is_waiting() const { return !transfer && !result; }
  };

  void start_ready();
  bool may_start(const Resource& resource);
  void resolve_and_start(Resource& resource);
  void start(Resource& resource, const Addresses& addresses);
  bool collect();
  void judge(Resource& resource, Verdict verdict);
  void look_up(Resource& resource);
  void keep(Resource& resource, Whole whole);
  void reuse(Resource& resource);
  void report() const;
  void follow(Resource& resource, const std::string& location);
  void end(Resource& resource, Result<assets::Fetched> result);
  void fail(Resource& resource, Error why);
  void end_overdue();
  void end_all(const Error& why);

  Network& network_;
  std::vector<Resource> resources_;
  std::size_t open_ = 0;     // resources without a result
  std::size_t running_ = 0;  // resources with a transfer
  std::size_t bytes_ = 0;    // of pictures that are whole
};

}  // namespace keben::net
