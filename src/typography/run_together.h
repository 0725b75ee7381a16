// A paragraph's inlines run together, as resolve_quotes reads them, and put back again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/inline.h"
#include "typography/quotes.h"

namespace keben::typography {

class RunTogether {
 public:
  explicit RunTogether(const model::Inlines& paragraph);

  std::vector<Quote> quotes(model::Convention convention) const {
    return resolve_quotes(text, literal_, convention).quotes;
  }
  /// Writes the words of Text nodes back into the paragraph that this was made of, or a copy.
  void put_back(model::Inlines& paragraph) const;

  std::u32string text;  // may be changed, but for its length

 private:
  void add(const model::Inline& node);
  void append(const std::string& words, bool literal);

  std::vector<std::size_t> starts_;  // of Text nodes, in reading order
  std::vector<std::uint8_t> literal_;
};

}  // namespace keben::typography
