// Whether the words beside a picture describe it.
//
// `![image.png](…)` and `![截图](…)` satisfy every validator and help no reader; a claim of
// alternative text that rests on them would be false (EPUB Accessibility 1.1 #sec-disc-package).
#pragma once

#include <string>
#include <string_view>

namespace keben::edition {

/// False for nothing at all, for file names (`image.png`, `IMG_2041`, `202501251529574`) and for
/// words that only say that there is a picture (图片, 截图, screenshot).
bool describes(std::string_view alt);

}  // namespace keben::edition
