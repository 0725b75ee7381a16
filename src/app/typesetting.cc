#include "app/typesetting.h"

#include "typography/corner_quotes.h"

namespace keben::app {

void settle_typesetting(config::ExportOptions& options, model::Collection& collection) {
  config::Typesetting& type = options.pdf.typesetting;
  if (collection.single()) {
    for (const model::Setting& wish : collection.meta.typesetting)
      config::set(type, wish.name, wish.value);
  }
  for (const config::Setting& wish : options.typeset)
    config::set(type, wish.name, wish.value);
  if (type.quotes != config::QuoteMarks::corner) return;
  typography::set_corner_quotes(collection.meta);
  for (model::Document& document : collection.documents)
    typography::set_corner_quotes(document);
}

}  // namespace keben::app
