#include "base/heap.h"

#include <climits>
#include <cstdlib>  // defines __GLIBC__ where it is so

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace keben {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargestOnHeap = 32 << 20;  // the most that mallopt takes
  mallopt(M_MMAP_THRESHOLD, kLargestOnHeap);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

}  // namespace keben
