// The public functions: the program's own steps, without files and flags.
#include "include/keben/export.h"

#include <exception>
#include <utility>

#include "app/manuscript.h"
#include "app/preparation.h"
#include "app/report.h"
#include "app/typesetting.h"

namespace keben::api {
namespace {

Message message_of(const Diagnostic& from, UiLanguage language) {
  const char* severity = from.severity == Severity::error     ? "error"
                         : from.severity == Severity::warning ? "warning"
                                                              : "note";
  return {severity,           from.code,           from.text.in(language), from.hint.in(language),
          from.at.first_line, from.at.first_column};
}

Error failed_by(const std::exception& error) {
  return {Fault::bug, "bug", {error.what(), error.what()}, {}, {}};
}

Result<config::ExportOptions> options_of(const Request& request) {
  config::ExportOptions out;
  const auto page = config::parse_page_size(request.page);
  if (!page)
    return failure({.fault = Fault::usage,
                    .code = "flag-value",
                    .what = {"没有这种开本：" + request.page, "no such page: " + request.page}});
  out.pdf.page = *page;
  out.jobs = out.epub.jobs = out.pdf.jobs = Jobs{request.jobs == 0 ? 1 : request.jobs};
  out.fetch.offline = !request.network;
  out.source_date_epoch = request.source_date_epoch;
  if (!request.cover) out.cover.from = config::CoverChoice::From::none;
  out.root = request.folder.empty() ? std::filesystem::path("/var/empty") : request.folder;
  return out;
}

Result<app::MadeBook> make(const Request& request, app::Format format, Diagnostics& log) {
  Result<config::ExportOptions> options = options_of(request);
  if (!options) return failure(options.error());
  app::Inputs inputs;
  inputs.texts.push_back({(options->root / request.name).string(), request.markdown, false});
  inputs.folder = options->root;
  SourceMap sources;
  Stages stages;
  Result<model::Collection> collection =
      app::read_manuscript(inputs, request.name, sources, *options, stages, log);
  if (!collection) return failure(collection.error());
  app::settle_typesetting(*options, *collection);
  const app::Backend& backend = app::backend_of(format);
  const Result<app::Preparation> ready = app::prepare(
      std::move(*collection), inputs.folder, backend.needs_faces, *options, {}, stages, log);
  if (!ready) return failure(ready.error());
  return backend.make(ready->material(*options), stages, log);
}

Book export_as(app::Format format, const Request& request) {
  const UiLanguage language = request.chinese ? UiLanguage::zh : UiLanguage::en;
  Book out;
  Diagnostics log;
  Result<app::MadeBook> made = failure({});
  try {
    made = make(request, format, log);
  } catch (const std::exception& error) {  // of a library; no exception crosses this door
    made = failure(failed_by(error));
  }
  for (const Diagnostic& message : app::in_order(log, false))
    out.messages.push_back(message_of(message, language));
  if (made) {
    out.bytes = std::move(made->bytes);
    out.pages = made->pages;
  } else {
    out.messages.push_back(message_of(app::diagnostic_of(made.error()), language));
  }
  return out;
}

}  // namespace

Book to_epub(const Request& request) {
  return export_as(app::Format::epub, request);
}

Book to_pdf(const Request& request) {
  return export_as(app::Format::pdf, request);
}

}  // namespace keben::api
