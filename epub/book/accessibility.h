// What the book may claim of its accessibility: computed from what was counted while it was
// written, never assumed (EPUB Accessibility 1.1 #sec-disc-package).
//
// A claim is a promise to a reader who cannot check it, and in the European Union to the law. So no
// conformance is claimed here (`dcterms:conformsTo`), which only a person can, and take away one
// alternative text and two claims go.
#pragma once

#include <string>
#include <vector>

#include "epub/xhtml/chapter.h"
#include "model/language.h"

namespace keben::epub {

/// One `<meta property="schema:…">`.
struct Claim {
  const char* property;
  std::string value;
  bool operator==(const Claim&) const = default;
};

/// The claims in a fixed order, the summary, in the book's language, last. The cover does not count
/// as visual content: it always has words, and its text is the title's.
std::vector<Claim> accessibility_claims(const ContentFacts& facts, bool has_cover, bool animated,
                                        model::Convention convention);

}  // namespace keben::epub
