#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace keben {

void Diagnostics::merge(Diagnostics other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
}

void Diagnostics::merge(Diagnostics other, FileId first) {
  for (Diagnostic& diagnostic : other.all_)
    diagnostic.at = diagnostic.at.taken(first);
  merge(std::move(other));
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace keben
