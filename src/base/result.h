// What stops an export: Result<T> at the edges (files, network, fonts, C libraries).
//
// What the author can mend is a Diagnostic instead (diagnostic.h), and work goes on. tl::expected
// stands in for std::expected until g++ 13; it is the one library type that may appear in a room's
// header.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <variant>

#include "base/source_map.h"
#include "base/words.h"

namespace keben {

/// Who has to mend it; the value is the program's exit code (product.md, "Exit codes").
enum class Fault {
  document = 1,  // unreadable, invalid, over a limit
  usage = 2,     // a flag or a configuration file
  machine = 3,   // cannot write, no usable font, disk full
  bug = 4,       // ours
};

/// Why an export ended: one sentence, and the way out. `at` names a place in a source where there
/// is one.
struct Error {
  Fault fault = Fault::machine;
  std::string code;  // stable, as in Diagnostic: "output-unwritable"
  Words what;
  Words hint = {};
  SourceSpan at = {};
};

template <class T>
using Result = tl::expected<T, Error>;

using Done = Result<std::monostate>;

inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace keben
