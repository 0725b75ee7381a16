#include "base/parallel.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>

using namespace keben;

TEST_CASE("results come in the order of the items, whatever the number of jobs", "[base]") {
  std::vector<int> items(1000);
  std::iota(items.begin(), items.end(), 0);
  const auto square = [](int& n) { return n * n; };
  const std::vector<int> alone = parallel_map(std::span(items), Jobs{1}, square);
  CHECK(alone == parallel_map(std::span(items), Jobs{8}, square));
  CHECK(alone[999] == 998001);
}

TEST_CASE("a thread is worth its start where it has a share of the work", "[base]") {
  CHECK(jobs_worth(0, 100, Jobs{8}).v == 1);
  CHECK(jobs_worth(99, 100, Jobs{8}).v == 1);
  CHECK(jobs_worth(100, 100, Jobs{8}).v == 2);
  CHECK(jobs_worth(1'000'000, 100, Jobs{8}).v == 8);
  CHECK(jobs_worth(1'000'000, 100, Jobs{1}).v == 1);
}

TEST_CASE("the earliest failing item's exception reaches the caller", "[base]") {
  std::vector<int> items{1, 2, 3, 4};
  const auto fail_at_even = [](int& n) {
    if (n % 2 == 0) throw std::runtime_error(std::to_string(n));
    return n;
  };
  CHECK_THROWS_WITH(parallel_map(std::span(items), Jobs{4}, fail_at_even), "2");
}

TEST_CASE("where the system has no thread to give, one does all the work", "[base]") {
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;  // root is above the limit
    const rlimit none{0, 0};
    if (geteuid() == 0 && setuid(kNobody) != 0) _exit(2);
    if (setrlimit(RLIMIT_NPROC, &none) != 0) _exit(3);
    std::vector<int> items{1, 2, 3};
    const auto twice = [](int& n) { return 2 * n; };
    const auto out = parallel_map(std::span(items), Jobs{8}, twice);
    _exit(out == std::vector<int>{2, 4, 6} ? 0 : 4);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}
