// Memory for libhyphen, whose own two functions end the process where memory is out. Its calls go
// through the loader, which finds these before them wherever the program offers them to what it
// loads (CMakeLists.txt); an exception passes through its frames, which hold nothing but memory.
#include <cstdlib>
#include <new>

extern "C" {

void* hnj_malloc(int size) {
  void* memory = std::malloc(static_cast<std::size_t>(size));
  if (!memory && size > 0) throw std::bad_alloc();
  return memory;
}

void* hnj_realloc(void* memory, int size) {
  void* larger = std::realloc(memory, static_cast<std::size_t>(size));
  if (!larger && size > 0) throw std::bad_alloc();
  return larger;
}

}  // extern "C"
