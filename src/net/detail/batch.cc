// See batch.h. One loop: start what may start, let libcurl work, judge what has ended, end what is
// overdue; it comes round at least ten times a second, so that a signal is seen at once.
#include "net/detail/batch.h"

#include "assets/sniff.h"
#include "base/overload.h"
#include "net/detail/trouble.h"

namespace keben::net {
using namespace late;
namespace {

constexpr unsigned kMostTries = 2;
constexpr unsigned kMostTimeouts = 3;  // after which a host is asked no more
constexpr int kTickMilliseconds = 100;
constexpr int kResolverTickMilliseconds = 2;  // it cannot wake us

}  // namespace

Batch::Batch(Network& network, std::span<const std::string> addresses) : network_(network) {
  open_ = addresses.size();
  for (const std::string& address : addresses) {
    Resource& resource = resources_.emplace_back();
    resource.address = address;
    Result<Origin> origin = origin_of(address);
    if (origin) {
      resource.origin = std::move(*origin);
      look_up(resource);
    } else {
      fail(resource, std::move(origin.error()));
    }
  }
}

std::vector<Result<assets::Fetched>> Batch::run() {
  while (open_ > 0) {
    const Seconds spent = Clock::now() - network_.started;
    if (network_.stop && *network_.stop) {
      end_all(stopped());
    } else if (spent.count() > network_.options.job_seconds) {
      end_all(job_time_over());
    }
    start_ready();
    int busy = 0;
    curl_multi_perform(network_.multi.get(), &busy);
    const bool moved = collect();
    end_overdue();
    report();
    const int tick = network_.resolver.busy() > 0 ? kResolverTickMilliseconds : kTickMilliseconds;
    if (open_ > 0 && !moved) curl_multi_poll(network_.multi.get(), nullptr, 0, tick, nullptr);
  }
  std::vector<Result<assets::Fetched>> out;
  for (Resource& resource : resources_)
    out.push_back(std::move(*resource.result));
  return out;
}

void Batch::start_ready() {
  for (Resource& resource : resources_) {
    if (running_ >= network_.options.parallel) return;
    if (!resource.is_waiting()) continue;
    const Network::Host& host = network_.hosts[resource.origin.host_and_port()];
    if (host.dead) {
      end(resource, failure(*host.dead));
    } else if (may_start(resource)) {
      resolve_and_start(resource);
    }
  }
}

bool Batch::may_start(const Resource& resource) {
  return network_.hosts[resource.origin.host_and_port()].running <
             network_.options.parallel_per_host &&
         resource.not_before <= Clock::now();
}

/// Starts once every address of the name has been seen, and none of them is closed.
void Batch::resolve_and_start(Resource& resource) {
  if (!resource.started) resource.started = Clock::now();
  const Addresses addresses = network_.resolver.ask(resource.origin.host);
  if (addresses.state == Addresses::State::pending) {
    const Seconds spent = Clock::now() - *resource.started;
    if (spent.count() > network_.options.connect_seconds) fail(resource, name_unknown());
  } else if (addresses.state == Addresses::State::unknown) {
    fail(resource, name_unknown());
  } else if (!addresses.all_public && !network_.allowed.allows(resource.origin)) {
    fail(resource, private_address(resource.origin.host_and_port()));
  } else {
    start(resource, addresses);
  }
}

void Batch::start(Resource& resource, const Addresses& addresses) {
  const Question question{resource.address, resource.origin,
                          network_.allowed.allows(resource.origin), addresses.written,
                          resource.kept ? &resource.kept->validity : nullptr};
  resource.transfer = std::make_unique<Transfer>(network_.multi.get(), question, network_.options,
                                                 network_.bytes_left);
  ++resource.tries;
  ++running_;
  ++network_.hosts[resource.origin.host_and_port()].running;
}

bool Batch::collect() {
  bool moved = false;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(network_.multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURL* handle = message->easy_handle;
    const CURLcode code = message->data.result;
    for (Resource& resource : resources_) {
      if (!resource.transfer || !resource.transfer->is(handle)) continue;
      judge(resource, resource.transfer->verdict(code));
      moved = true;
      break;
    }
  }
  return moved;
}

void Batch::judge(Resource& resource, Verdict verdict) {
  resource.transfer.reset();
  --running_;
  --network_.hosts[resource.origin.host_and_port()].running;
  std::visit(Overload{
                 [&](Whole& whole) { keep(resource, std::move(whole)); },
                 [&](Unchanged&) { reuse(resource); },
                 [&](Redirected& redirect) { follow(resource, redirect.to); },
                 [&](Again& again) {
                   if (resource.tries >= kMostTries) return fail(resource, std::move(again.why));
                   resource.not_before =
                       Clock::now() + std::chrono::duration_cast<Clock::duration>(again.after);
                 },
                 [&](Error& why) { fail(resource, std::move(why)); },
             },
             verdict);
}

/// What an earlier run has kept: the answer itself while it is fresh, a question's footing later.
void Batch::look_up(Resource& resource) {
  resource.asked_for = resource.address;
  if (!network_.cache) return;
  resource.kept = network_.cache->find(resource.address);
  if (!resource.kept) return;
  const bool closed =
      resource.kept->validity.from_open_origin && !network_.allowed.allows(resource.origin);
  if (closed) return resource.kept.reset();
  if (resource.kept->age_seconds <= network_.options.cache_fresh_seconds &&
      !resource.kept->validity.ask_again)
    end(resource, assets::Fetched{std::move(resource.kept->bytes)});
}

void Batch::keep(Resource& resource, Whole whole) {
  // A page that says "not found" under a picture's name would be served from here for a day.
  const bool is_picture = assets::sniff(whole.bytes).type.has_value();
  if (network_.cache && whole.validity.may_be_kept && is_picture) {
    network_.cache->keep(resource.asked_for, whole.bytes, whole.validity);
    network_.has_kept = true;
  }
  bytes_ += whole.bytes.size();
  end(resource, assets::Fetched{std::move(whole.bytes)});
}

void Batch::reuse(Resource& resource) {
  network_.cache->confirm(resource.asked_for);
  end(resource, assets::Fetched{std::move(resource.kept->bytes)});
}

void Batch::report() const {
  if (!network_.on_progress) return;
  network_.on_progress({resources_.size() - open_, resources_.size(), bytes_});
}

void Batch::follow(Resource& resource, const std::string& location) {
  if (++resource.redirects > network_.options.redirects)
    return fail(resource, too_many_redirects());
  Result<std::string> target = redirect_target(resource.address, location);
  if (!target) return fail(resource, std::move(target.error()));
  Result<Origin> origin = origin_of(*target);
  if (!origin) return fail(resource, std::move(origin.error()));
  const Done leave = may_follow(resource.origin, *origin, network_.allowed);
  if (!leave) return fail(resource, leave.error());
  resource.address = std::move(*target);
  resource.origin = std::move(*origin);
  resource.tries = 0;
}

void Batch::end(Resource& resource, Result<assets::Fetched> result) {
  if (resource.transfer) {
    resource.transfer.reset();
    --running_;
    --network_.hosts[resource.origin.host_and_port()].running;
  }
  resource.result = std::move(result);
  --open_;
}

void Batch::fail(Resource& resource, Error why) {
  Network::Host& host = network_.hosts[resource.origin.host_and_port()];
  if (why.code == "fetch-dns") host.dead = why;
  if (why.code == "fetch-timeout" && ++host.timeouts >= kMostTimeouts) host.dead = host_is_dead();
  const bool is_unreachable =
      why.code == "fetch-dns" || why.code == "fetch-connect" || why.code == "fetch-timeout";
  if (is_unreachable && resource.kept)  // an older picture is better than none
    return end(resource, assets::Fetched{std::move(resource.kept->bytes)});
  end(resource, failure(std::move(why)));
}

void Batch::end_overdue() {
  const Clock::time_point now = Clock::now();
  for (Resource& resource : resources_) {
    if (resource.result || !resource.started) continue;
    const Seconds spent = now - *resource.started;
    if (spent.count() > network_.options.total_seconds) {
      fail(resource, total_time_over(network_.options.total_seconds));
      continue;
    }
    if (!resource.transfer) continue;
    if (std::optional<Error> why = resource.transfer->overdue(now)) fail(resource, std::move(*why));
  }
}

void Batch::end_all(const Error& why) {
  for (Resource& resource : resources_) {
    if (!resource.result) end(resource, failure(why));
  }
}

}  // namespace keben::net
