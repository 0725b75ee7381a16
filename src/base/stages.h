// Where the time goes, by stage, for -v and bench/: CPU seconds of the calling thread, summed by
// name.
#pragma once

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
  void add(std::string_view name, double seconds) {
    for (StageTime& stage : all_) {
      if (stage.name == name) {
        stage.cpu_seconds += seconds;
        return;
      }
    }
    all_.push_back({std::string(name), seconds});
  }
  void merge(const Stages& other) {
    for (const StageTime& stage : other.all_)
      add(stage.name, stage.cpu_seconds);
  }
  /// Runs `work` and books its time under `name`.
  template <class F>
  auto timed(std::string_view name, F work) {
    struct Booking {
      Stages& stages;
      std::string_view name;
      double start = now();
      ~Booking() { stages.add(name, now() - start); }
    } booking{*this, name};
    return work();
  }
  const std::vector<StageTime>& all() const { return all_; }

 private:
  static double now() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
  }
  std::vector<StageTime> all_;
};

}  // namespace keben
