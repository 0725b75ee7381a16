#include "base/parallel.h"

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

TEST_CASE("the earliest failing item's exception reaches the caller", "[base]") {
  std::vector<int> items{1, 2, 3, 4};
  const auto fail_at_even = [](int& n) {
    if (n % 2 == 0) throw std::runtime_error(std::to_string(n));
    return n;
  };
  CHECK_THROWS_WITH(parallel_map(std::span(items), Jobs{4}, fail_at_even), "2");
}
