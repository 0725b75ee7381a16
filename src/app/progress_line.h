// One line on a terminal that says how far a download is, written over as it goes and wiped away at
// the end: what is printed afterwards stands as if it had never been.
#pragma once

#include <chrono>

#include "app/invocation.h"
#include "net/http_fetcher.h"

namespace keben::app {

class ProgressLine {
 public:
  explicit ProgressLine(const Voice& voice) : voice_(voice) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Nothing in the first half second: most exports are over by then.
  void show(const net::Progress& progress);

 private:
  const Voice& voice_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::string shown_;
};

}  // namespace keben::app
