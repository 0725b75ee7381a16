// Setting a paragraph again in a line less or more, where a page would end badly otherwise
// (typesetting.md 5.6, 7.4).
//
// What a galley keeps of a paragraph is where its text lies, not the text shaped: few are ever set
// again, and a book's shaped text would weigh more than all its pages.
#pragma once

#include <optional>

#include "pdf/galley/paragraph.h"

namespace keben::pdf::galley {

/// Sets paragraphs of one document's galley again; one for each thread.
class Resetter {
 public:
  Resetter(const Surroundings& around, const fonts::Catalog& faces,
           shape::WordShaper* words = nullptr)
      : around_(around), typesetter_(faces, unused_, unheard_, words) {}

  /// The paragraph in `lines` more lines (1 or -1), or none where they would be poor.
  std::optional<Variant> operator()(const Galley& galley, const Resettable& paragraph, int lines);

 private:
  const Surroundings& around_;
  Galley unused_;
  Diagnostics unheard_;
  Typesetter typesetter_;
};

}  // namespace keben::pdf::galley
