#include "typography/corner_quotes.h"

namespace keben::typography {

char32_t corner_of(const Quote& quote, Corners corners) {
  const bool single = quote.mark == U'‘' || quote.mark == U'’';
  const bool white = single == (corners == Corners::plain_outside);
  if (quote.opening) return white ? U'『' : U'「';
  return white ? U'』' : U'」';
}

}  // namespace keben::typography
