// What the author can mend or may ignore: a missing picture, a dead link, a character that no face
// has.
//
// Any room may add one; only app/report prints. Work goes on with the fallback that the message
// names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/source_map.h"
#include "base/words.h"

namespace keben {

enum class Severity { error, warning, note };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;  // stable and documented: "image-missing"
  SourceSpan at;
  Words text;
  Words hint = {};
  bool operator==(const Diagnostic&) const = default;
};

/// Words with the passwords of addresses masked.
Words masked(Words words);

/// A sink that keeps order. Parallel tasks have one each; they are merged in input order.
class Diagnostics {
 public:
  /// Passwords in its words are masked (base/secrets.h).
  void add(Diagnostic diagnostic);
  void error(std::string code, SourceSpan at, Words text, Words hint = {}) {
    add({Severity::error, std::move(code), at, std::move(text), std::move(hint)});
  }
  void warn(std::string code, SourceSpan at, Words text, Words hint = {}) {
    add({Severity::warning, std::move(code), at, std::move(text), std::move(hint)});
  }
  void note(std::string code, SourceSpan at, Words text, Words hint = {}) {
    add({Severity::note, std::move(code), at, std::move(text), std::move(hint)});
  }

  void merge(Diagnostics other);
  /// The same, of texts whose map became part of ours (SourceMap::take).
  void merge(Diagnostics other, FileId first);
  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t count(Severity severity) const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace keben
