// One thin wall around a C library's handle: a unique_ptr that knows how to let go (style.md §6).
#pragma once

#include <memory>

namespace keben {

template <auto& Free>
struct FreeBy {
  template <class T>
  void operator()(T* p) const noexcept {
    Free(p);
  }
};

template <class T, auto& Free>
using CHandle = std::unique_ptr<T, FreeBy<Free>>;

}  // namespace keben
