// The coded samples of a baseline scan (ITU T.81 §F.2.2), walked through to their last bit.
#pragma once

#include <cstddef>
#include <vector>

#include "assets/detail/jpeg_codes.h"
#include "base/bytes.h"

namespace keben::assets {

struct JpegScan {
  /// What it reads of a component.
  struct Part {
    const JpegCodes* first = nullptr;
    const JpegCodes* others = nullptr;
    std::size_t blocks = 1;  // in each group
  };
  std::vector<Part> parts;
  std::size_t groups = 0;  // of blocks that are coded together: MCUs

  /// Whether there is a code for every coefficient of every block, and nothing else.
  /// @param interval  groups between two restarts; 0: there are none
  bool is_whole(std::size_t interval, BytesView samples) const;
};

}  // namespace keben::assets
