#include "pdf/style/paragraph_style.h"

namespace keben::pdf::style {

fonts::Region region_of(model::Convention convention) {
  switch (convention) {
    case model::Convention::hans:
    case model::Convention::western:
      return fonts::Region::sc;
    case model::Convention::hant_tw:
      return fonts::Region::tc;
    case model::Convention::hant_hk:
      return fonts::Region::hk;
    case model::Convention::ja:
      return fonts::Region::jp;
    case model::Convention::ko:
      return fonts::Region::kr;
  }
  return fonts::Region::sc;
}

Prohibition default_prohibition(model::Convention convention) {
  switch (convention) {
    case model::Convention::hant_tw:
      return Prohibition::basic;
    case model::Convention::ja:
      return Prohibition::strict;
    case model::Convention::hans:
    case model::Convention::hant_hk:
    case model::Convention::ko:
    case model::Convention::western:
      return Prohibition::gb;
  }
  return Prohibition::gb;
}

}  // namespace keben::pdf::style
