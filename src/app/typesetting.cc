#include "app/typesetting.h"

namespace keben::app {

void settle_typesetting(config::ExportOptions& options, const model::Collection& collection) {
  config::Typesetting& type = options.pdf.typesetting;
  if (collection.single()) {
    for (const model::Setting& wish : collection.meta.typesetting)
      config::set(type, wish.name, wish.value);
  }
  for (const config::Setting& wish : options.typeset)
    config::set(type, wish.name, wish.value);
}

}  // namespace keben::app
