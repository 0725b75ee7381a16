// Where the time goes, by stage, for -v and bench/: CPU seconds of the calling thread, summed by
// name.
#pragma once

#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keben {

struct StageTime {
  std::string name;
  double cpu_seconds = 0;
};

class Stages {
 public:
  void add(std::string_view name, double seconds) { all_[place_of(name)].cpu_seconds += seconds; }
  void merge(const Stages& other) {
    for (const StageTime& stage : other.all_)
      add(stage.name, stage.cpu_seconds);
  }
  /// Runs `work` and books its time under `name`.
  template <class F>
  auto timed(std::string_view name, F work) {
    struct Booking {
      Stages& stages;
      std::size_t place;  // found beforehand: a destructor may not run out of memory
      double start = now();
      ~Booking() { stages.all_[place].cpu_seconds += now() - start; }
    } booking{*this, place_of(name)};
    return work();
  }
  const std::vector<StageTime>& all() const { return all_; }

 private:
  std::size_t place_of(std::string_view name) {
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i].name == name) return i;
    all_.push_back({std::string(name), 0});
    return all_.size() - 1;
  }
  static double now() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
  }
  std::vector<StageTime> all_;
};

}  // namespace keben
