#include "app/backends.h"

#include <algorithm>
#include <array>
#include <utility>

#include "epub/export/export_epub.h"
#include "pdf/export/export_pdf.h"

namespace keben::app {
namespace {

Result<MadeBook> make_epub(const Material& from, Stages& stages, Diagnostics& log) {
  const assets::Asset* cover = from.cover ? &from.pictures[*from.cover] : nullptr;
  const bool embeds = from.options.epub.fonts != config::EmbeddedType::none;
  if (embeds && !from.faces) return failure(from.faces.error());
  Result<Bytes> bytes = epub::export_epub(
      {from.edition, from.pictures, cover, embeds ? &*from.faces : nullptr, from.pages},
      from.options.epub, from.options.read.limits, stages, log);
  if (!bytes) return failure(bytes.error());
  return MadeBook{std::move(*bytes), 0};
}

Result<MadeBook> make_pdf(const Material& from, Stages& stages, Diagnostics& log) {
  if (!from.faces) return failure(from.faces.error());
  if (from.options.epub.writing == config::Writing::vertical) {
    log.note(
        "pdf-horizontal", {},
        {"PDF 尚不能竖排，按横排生成", "the PDF is set horizontally; it knows no other way yet"},
        {"只要竖排的 EPUB 可加 --to epub", "for the vertical EPUB alone add --to epub"});
  }
  Result<pdf::Made> made = pdf::export_pdf({from.edition, from.pictures, from.cover}, *from.faces,
                                           from.options.pdf, from.options.read.limits, stages, log);
  if (!made) return failure(made.error());
  return MadeBook{std::move(made->bytes), made->pages, std::move(made->starts)};
}

constexpr std::array<Backend, 2> kBackends = {{
    {Format::epub, "epub", "epub", false, true, make_epub},
    {Format::pdf, "pdf", "pdf", true, false, make_pdf},
}};

}  // namespace

std::span<const Backend> backends() {
  return kBackends;
}

const Backend& backend_of(Format format) {
  return *std::find_if(kBackends.begin(), kBackends.end(),
                       [&](const Backend& backend) { return backend.format == format; });
}

}  // namespace keben::app
