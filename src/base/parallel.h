// An ordered parallel map: the same results in the same order, whatever the number of workers.
//
// Threads live in two places only (ARCHITECTURE.md, "Concurrency"): downloads, and this map over
// chapters, documents or pictures. Tasks share nothing that changes; each returns a value, and
// values are joined in input order.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <optional>
#include <span>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace keben {

/// How many tasks may run at once; at least 1.
struct Jobs {
  unsigned v = 1;
};

/// How many of `most` threads so much work is worth. To start and join one costs 0.1 ms of CPU
/// time, as long as the whole work of a short text takes.
///
/// @param share  the least work that a thread should have, in the unit of `work`
constexpr Jobs jobs_worth(std::size_t work, std::size_t share, Jobs most) {
  return work / share < most.v ? Jobs{static_cast<unsigned>(work / share) + 1} : most;
}

/// Applies `f` to every item, with a worker of its own for each thread: what a thread keeps from
/// item to item and results do not depend on, such as a cache. At most so many threads as there are
/// workers, fewer where the system has no more; an exception of the earliest failing item is thrown
/// again here.
template <class Item, class Worker, class F>
auto parallel_map(std::span<Item> items, std::span<Worker> workers, F f) {
  using Out = std::invoke_result_t<F&, Item&, Worker&>;
  std::vector<std::optional<Out>> slots(items.size());
  std::vector<std::exception_ptr> failures(items.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&](Worker& worker) {
    for (std::size_t i = next++; i < items.size(); i = next++) {
      try {
        slots[i].emplace(f(items[i], worker));
      } catch (...) {  // carried to the caller's thread, thrown again below
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    try {
      for (std::size_t t = 1; t < workers.size() && t < items.size(); ++t)
        threads.emplace_back([&work, &worker = workers[t]] { work(worker); });
    } catch (const std::system_error&) {  // no more threads to be had: those that run do the work
    }
    work(workers[0]);
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  std::vector<Out> out;
  out.reserve(slots.size());
  for (std::optional<Out>& slot : slots)
    out.push_back(std::move(*slot));
  return out;
}

/// The same for a function that keeps nothing, with at most `jobs` threads.
template <class Item, class F>
auto parallel_map(std::span<Item> items, Jobs jobs, F f) {
  struct Nothing {};
  std::vector<Nothing> workers(std::max(1u, jobs.v));
  return parallel_map(items, std::span(workers), [&](Item& item, Nothing&) { return f(item); });
}

}  // namespace keben
