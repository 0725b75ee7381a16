#include "app/dump_stage.h"

#include <utility>

#include "app/manuscript.h"
#include "app/parsed_texts.h"
#include "app/preparation.h"
#include "app/typesetting.h"
#include "markdown/read.h"
#include "model/dump.h"
#include "outline/dump.h"
#include "pdf/draw/dump.h"
#include "pdf/export/export_pdf.h"

namespace keben::app {
namespace {

Result<std::string> dump_html(Inputs& inputs, SourceMap& sources,
                              const config::ExportOptions& options, Stages& stages,
                              Diagnostics& log) {
  const auto documents = parse_texts(inputs, sources, options, stages, log);
  if (!documents) return failure(documents.error());
  std::string out;
  for (const model::Document& document : documents->documents)
    out += markdown::to_html(document);
  return out;
}

Result<std::string> dump_pages(const Preparation& ready, const config::ExportOptions& options,
                               Stages& stages, Diagnostics& log) {
  if (!ready.faces) return failure(ready.faces.error());
  const Material from = ready.material(options);
  return pdf::draw::dump(pdf::lay_out({from.edition, from.pictures, from.cover}, *ready.faces,
                                      options.pdf, stages, log));
}

}  // namespace

Result<std::string> dump_stage(const Invocation& asked, Inputs& inputs, SourceMap& sources,
                               Stages& stages, Diagnostics& log) {
  config::ExportOptions options = asked.options;
  if (*asked.dump == DumpedStage::html) return dump_html(inputs, sources, options, stages, log);
  Result<model::Collection> collection =
      read_manuscript(inputs, inputs.folder.filename().string(), sources, options, stages, log);
  if (!collection) return failure(collection.error());
  settle_typesetting(options, *collection);
  if (*asked.dump == DumpedStage::model) {
    std::string out;
    for (const model::Document& document : collection->documents)
      out += model::dump(document);
    return out;
  }
  if (*asked.dump == DumpedStage::outline)
    return outline::dump(outline::make_outline(*collection, log));
  const Result<Preparation> ready =
      prepare(std::move(*collection), inputs.folder, true, options, asked.voice, stages, log);
  if (!ready) return failure(ready.error());
  return dump_pages(*ready, options, stages, log);
}

}  // namespace keben::app
