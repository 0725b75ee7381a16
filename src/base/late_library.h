// A shared library that is opened when it is first wanted.
//
// Linked in the usual way, a library and all that it needs are mapped and relocated in every run:
// 5 ms for libcurl, 10 ms for what decodes AVIF and draws SVG, where a whole essay takes 8. Few
// essays need any of them. cmake/late.txt lists these libraries; from it the build makes a header
// for each, late/NAME.h, in which its functions are pointers of the same names and of the types
// that the library's own header gives them. A room asks `open` at its own door, once, and calls.
#pragma once

#include <mutex>
#include <span>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"

namespace keben {

/// One function of a library, and the pointer that is to lead to it.
struct LateFunction {
  const char* name;
  void* pointer;  // to a pointer to a function
};

/// How the loader and the person know a library.
struct LateName {
  const char* file;     // "libcurl.so.4"
  const char* package;  // that brings it: "libcurl4"
  const char* zh;       // what it is for
  const char* en;
};

class LateLibrary {
 public:
  constexpr LateLibrary(LateName name, std::span<const LateFunction> functions)
      : name_(name), functions_(functions) {}

  /// Opens it where that was not done yet, and fills the pointers; from any thread.
  /// @returns false, from then on, where it is not installed or lacks one of the functions
  bool open();

  const LateName& name() const { return name_; }

  /// `library-missing`: what it is for, and the package that brings it.
  Error missing() const;

 private:
  bool fill();

  LateName name_;
  std::span<const LateFunction> functions_;
  std::once_flag once_;
  bool is_open_ = false;
  std::string loaders_word_;  // why not: what is not found, or too old
};

/// Warns of each library that was wanted in this process and is missing, but of those that `log` or
/// `errors` tell of already.
void warn_of_missing_libraries(std::span<const Error> errors, Diagnostics& log);

}  // namespace keben
