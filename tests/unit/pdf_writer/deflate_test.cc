#include <libdeflate.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <thread>

#include "pdf/writer/detail/object_file.h"

using keben::Bytes;
using keben::pdf::writer::deflate;

namespace {

void* nothing(std::size_t) {
  return nullptr;
}

}  // namespace

TEST_CASE("memory that ends before a stream is deflated is told as such", "[pdf-writer]") {
  bool told = false;
  Bytes later;
  // A thread of its own, since each keeps its compressor.
  std::thread([&] {
    libdeflate_set_memory_allocator(nothing, std::free);
    try {
      deflate("a stream", 6);
    } catch (const std::bad_alloc&) {
      told = true;
    }
    libdeflate_set_memory_allocator(std::malloc, std::free);
    later = deflate("a stream", 6);
  }).join();
  CHECK(told);
  CHECK_FALSE(later.empty());
}
