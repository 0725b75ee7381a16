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
#include "net/detail/transfer.h"

namespace keben::net {

/// What lasts for a job, over several batches.
struct Network {
  config::FetchOptions options;
  AllowedHosts allowed;
  const std::atomic<bool>* stop;
  CHandle<CURLM, curl_multi_cleanup> multi;
  Clock::time_point started = Clock::now();
  std::size_t bytes_left = options.job_bytes;

  struct Host {
    unsigned running = 0;
    unsigned timeouts = 0;
    std::optional<Error> dead;  // why it is asked no more
  };
  std::map<std::string, Host> hosts;  // by Origin::host_and_port
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
    bool is_waiting() const { return !transfer && !result; }
  };

  void start_ready();
  bool may_start(const Resource& resource);
  void start(Resource& resource);
  bool collect();
  void judge(Resource& resource, Verdict verdict);
  void follow(Resource& resource, const std::string& location);
  void end(Resource& resource, Result<assets::Fetched> result);
  void fail(Resource& resource, Error why);
  void end_overdue();
  void end_all(const Error& why);

  Network& network_;
  std::vector<Resource> resources_;
  std::size_t open_ = 0;     // resources without a result
  std::size_t running_ = 0;  // resources with a transfer
};

}  // namespace keben::net
