#include "base/late_library.h"

#include <dlfcn.h>

namespace keben {

// The loader counts and keeps what it has opened: the second call for a name finds the first's.
void* LateLibrary::symbol(const char* name) const {
  void* const library = dlopen(name_, RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, name) : nullptr;
}

}  // namespace keben
