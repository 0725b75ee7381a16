#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/secrets.h"

namespace keben {

void Diagnostics::add(Diagnostic diagnostic) {
  diagnostic.text = masked(std::move(diagnostic.text));
  diagnostic.hint = masked(std::move(diagnostic.hint));
  all_.push_back(std::move(diagnostic));
}

Words masked(Words words) {
  return {masked_secrets(std::move(words.zh)), masked_secrets(std::move(words.en))};
}

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
