// Where a parser and its tree live until the tree has been read: they are taken piece by piece and
// given back at once. A third of a parse's time went into asking malloc for nodes one by one, and
// into walking the tree once more to give them back.
//
// cmark-gfm's own arena is one for the whole process; texts may be read on several threads, so each
// has one of its own. The library's functions take no argument to hang it on: the one that a thread
// made last is the one in use.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

class TreeMemory {
 public:
  TreeMemory();
  ~TreeMemory();
  TreeMemory(const TreeMemory&) = delete;
  TreeMemory& operator=(const TreeMemory&) = delete;

  /// What a parser is given to ask by; it asks the memory that its thread made last.
  static cmark_mem* functions();

  /// `size` bytes, zero, aligned for pointers; cmark-gfm keeps nothing wider. Throws
  /// std::bad_alloc.
  void* take(std::size_t size);
  /// Room for `size` bytes that begins with what `old` holds.
  void* grow(void* old, std::size_t size);

  /// Keeps an object of ours as long as the tree that points to it.
  template <class T>
  static T* keep(std::unique_ptr<T> object) {
    T* kept = object.release();
    current().owned_.emplace_back(kept, [](void* each) { delete static_cast<T*>(each); });
    return kept;
  }

 private:
  static TreeMemory& current();

  struct Free {
    void operator()(void* chunk) const noexcept;
  };
  std::byte* add_chunk(void* chunk);
  void open_chunk();

  std::vector<std::unique_ptr<std::byte, Free>> chunks_;
  std::vector<std::unique_ptr<void, void (*)(void*)>> owned_;
  std::byte* next_ = nullptr;  // of the chunk in use
  std::byte* end_ = nullptr;
  std::size_t next_size_;  // of the chunk after it
  TreeMemory* before_ = nullptr;
};

}  // namespace keben::markdown::detail
