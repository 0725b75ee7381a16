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

Prohibition prohibition_of(config::Kinsoku chosen, model::Convention convention) {
  switch (chosen) {
    case config::Kinsoku::automatic:
      break;
    case config::Kinsoku::none:
      return Prohibition::none;
    case config::Kinsoku::basic:
      return Prohibition::basic;
    case config::Kinsoku::gb:
      return Prohibition::gb;
    case config::Kinsoku::strict:
      return Prohibition::strict;
  }
  return default_prohibition(convention);
}

}  // namespace keben::pdf::style
