#include "base/held_bytes.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "base/parallel.h"

using namespace keben;

namespace {

Bytes bytes_of(std::size_t n) {
  Bytes out(100'000 + n, 'a');
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<char>(i * (n + 7) >> 3);
  return out;
}

}  // namespace

TEST_CASE("what is held is what was given, in memory or in a file", "[base]") {
  for (const std::size_t in_memory : {std::size_t{0}, std::size_t{250'000}, std::size_t{1} << 30}) {
    Spool spool("/tmp", in_memory);
    std::vector<HeldBytes> held;
    for (std::size_t n = 0; n < 8; ++n)
      held.push_back(spool.hold(bytes_of(n)));
    for (std::size_t n = 0; n < 8; ++n) {
      CHECK(BytesView(held[n]) == bytes_of(n));
      held[n].forget();
      CHECK(BytesView(held[n]) == bytes_of(n));
    }
  }
}

TEST_CASE("held bytes outlive the spool, and their copies each other", "[base]") {
  HeldBytes copy;
  {
    Spool spool("/tmp", 0);
    const HeldBytes held = spool.hold(bytes_of(3));
    copy = held;
  }
  CHECK(BytesView(copy) == bytes_of(3));
}

TEST_CASE("where no file can be made, bytes stay in memory", "[base]") {
  Spool spool("/no/such/folder", 0);
  CHECK(BytesView(spool.hold(bytes_of(1))) == bytes_of(1));
}

TEST_CASE("several threads hold bytes apart from one another", "[base]") {
  Spool spool("/tmp", 150'000);
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; n < 64; ++n)
    numbers.push_back(n);
  const std::vector<HeldBytes> held = parallel_map(
      std::span(numbers), Jobs{8}, [&](std::size_t n) { return spool.hold(bytes_of(n)); });
  for (std::size_t n = 0; n < 64; ++n)
    CHECK(BytesView(held[n]) == bytes_of(n));
}
