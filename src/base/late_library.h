// A shared library that is opened when the first of its functions is called.
//
// Linked in the usual way, a library and all that it needs are mapped and relocated in every run:
// 5 ms for libcurl, 10 ms for what decodes AVIF and draws SVG, where a whole essay takes 8. Few
// essays need any of them. So a room defines the functions that it calls under the library's own
// names, and with its own declarations, and passes the calls on.
#pragma once

namespace keben {

class LateLibrary {
 public:
  /// `name` as the loader knows it: "libcurl.so.4".
  explicit constexpr LateLibrary(const char* name) : name_(name) {}

  /// The function of that name, in the library or in one that it needs; null where there is none.
  /// The first argument says its type.
  template <class F>
  F* find(F*, const char* function) const {
    return reinterpret_cast<F*>(symbol(function));
  }

 private:
  void* symbol(const char* name) const;

  const char* name_;
};

}  // namespace keben

/// The body of such a function: looked up once; `failed` is what the caller gets where the library
/// is not installed.
#define KEBEN_PASS_ON(library, failed, function, ...)           \
  static auto* const real = library.find(&function, #function); \
  return real ? real(__VA_ARGS__) : failed
