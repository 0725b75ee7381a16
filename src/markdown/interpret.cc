// What the author meant. The order matters: HTML first, since what it becomes is read like what
// was written in Markdown; whatever looks at line ends before they vanish; numbers last.
#include "markdown/characters.h"
#include "markdown/passes.h"
#include "markdown/raw_html.h"
#include "markdown/read.h"
#include "markdown/secrets.h"
#include "markdown/text_constructs.h"

namespace keben::markdown {

void interpret(model::Document& document, const SourceMap& sources,
               const config::ReadOptions& options, Diagnostics& log) {
  interpret_raw_html(document, options.limits, log);
  read_callouts(document);
  read_code_info(document);
  note_math(document, log);
  drop_site_marks(document);
  read_attribute_lines(document);
  read_heading_ids(document);
  read_image_attributes(document);
  unmark_texts(document);
  take_out_secrets(document, log);
  replace_unusable(document, log);
  cut_surplus_marks(document, log);
  strip_typed_indents(document);
  keep_numbered_lines(document);
  read_definition_lists(document);
  make_figures(document, log);
  make_link_cards(document);
  read_attributions(document);
  remove_unsafe_links(document, options.limits, log);
  join_lines(document);
  settle_meta(document, log);
  number_nodes(document, sources, log);
}

}  // namespace keben::markdown
