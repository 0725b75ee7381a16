// What could not stay in a drawing as it was: one sentence for its author.
#pragma once

#include <cstddef>
#include <string>

#include "base/words.h"

namespace keben::assets {

class SvgRepairs {
 public:
  /// @param line  of the drawing's file
  void add(std::size_t line, const Words& what);

  /// The first few with their lines, and how many they are; empty where there is none.
  Words sentence() const;

 private:
  Words shown_;
  std::size_t count_ = 0;
};

}  // namespace keben::assets
