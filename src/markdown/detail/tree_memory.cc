#include "markdown/detail/tree_memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

namespace keben::markdown::detail {
namespace {

thread_local TreeMemory* in_use = nullptr;

/// Before each piece stands its size, for the day when it must grow.
using Size = std::size_t;
constexpr std::size_t kFirstChunk = 64 << 10;
constexpr std::size_t kHugePage = 2 << 20;  // the size of all chunks but the first few
constexpr std::size_t kLarge = 8 << 10;     // gets a chunk of its own
constexpr std::size_t kAlign = sizeof(Size);
static_assert(alignof(cmark_node) <= kAlign && alignof(cmark_parser) <= kAlign);

Size size_of(const void* piece) {
  Size size = 0;
  std::memcpy(&size, static_cast<const std::byte*>(piece) - sizeof size, sizeof size);
  return size;
}

}  // namespace

TreeMemory::TreeMemory() : next_size_(kFirstChunk), before_(std::exchange(in_use, this)) {}

TreeMemory::~TreeMemory() {
  assert(in_use == this);
  in_use = before_;
}

TreeMemory& TreeMemory::current() {
  assert(in_use);
  return *in_use;
}

void TreeMemory::Free::operator()(void* chunk) const noexcept {
  std::free(chunk);
}

std::byte* TreeMemory::add_chunk(void* chunk) {
  if (!chunk) throw std::bad_alloc();
  chunks_.emplace_back(static_cast<std::byte*>(chunk));
  return chunks_.back().get();
}

/// A book's tree takes thousands of pages, and each costs the kernel as much as parsing what stands
/// on it: where the machine has huge ones, we ask for those.
void TreeMemory::open_chunk() {
  const std::size_t size = std::exchange(next_size_, std::min(next_size_ * 2, kHugePage));
  const bool huge = size == kHugePage;
  next_ = add_chunk(huge ? std::aligned_alloc(kHugePage, kHugePage) : std::malloc(size));
  end_ = next_ + size;
#ifdef MADV_HUGEPAGE
  if (huge) madvise(next_, size, MADV_HUGEPAGE);  // advice: nothing to do where it is not taken
#endif
}

void* TreeMemory::take(std::size_t size) {
  if (size > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
  const std::size_t whole = sizeof(Size) + (size + kAlign - 1) / kAlign * kAlign;
  std::byte* place = nullptr;
  if (whole > kLarge) {
    place = add_chunk(std::malloc(whole));
  } else {
    if (static_cast<std::size_t>(end_ - next_) < whole) open_chunk();
    place = std::exchange(next_, next_ + whole);
  }
  const Size held = whole - sizeof(Size);
  std::memcpy(place, &held, sizeof held);
  return std::memset(place + sizeof(Size), 0, held);
}

void* TreeMemory::grow(void* old, std::size_t size) {
  if (!old) return take(size);
  const Size held = size_of(old);
  if (size <= held) return old;
  void* grown = take(size);
  std::memcpy(grown, old, held);
  return grown;
}

cmark_mem* TreeMemory::functions() {
  static cmark_mem all = {
      [](std::size_t count, std::size_t size) { return current().take(count * size); },
      [](void* old, std::size_t size) { return current().grow(old, size); },
      [](void*) {},
  };
  return &all;
}

}  // namespace keben::markdown::detail
