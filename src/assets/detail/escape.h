// The way out of libpng and libjpeg, which report an error by never returning from a callback.
//
// Both want a longjmp there. Throwing instead would unwind C frames that were not built for it, and
// a longjmp past a C++ object leaves it undestroyed. So everything that owns lives *outside*
// `attempt`, and the calls inside hold nothing with a destructor.
#pragma once

#include <array>
#include <csetjmp>
#include <cstdio>
#include <string_view>

namespace keben::assets {

struct Escape {
  std::jmp_buf point;
  std::array<char, 200> reason{};  // in the library's words, ended by a zero

  /// Leaves the running `attempt`; never returns. Called by the library's error callback.
  [[noreturn]] void leave(const char* why) {
    std::snprintf(reason.data(), reason.size(), "%s", why);
    std::longjmp(point, 1);
  }
  std::string_view why() const { return reason.data(); }
};

/// Runs `calls`; false where the library gave up, and then `escape.why()` says why. Neither `calls`
/// nor what it calls in C++ may hold an object with a destructor.
template <class Calls>
[[nodiscard]] bool attempt(Escape& escape, const Calls& calls) noexcept {
  if (setjmp(escape.point) != 0) return false;
  calls();
  return true;
}

}  // namespace keben::assets
