// A text of any bytes on the reader's whole road: it ends in a document or in an error, within its
// limits.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "markdown/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace keben;
  const config::ReadOptions options;
  Diagnostics log;
  SourceMap sources;
  Result<std::string> text = markdown::decode_text(
      std::string(reinterpret_cast<const char*>(data), size), "a.md", sources.next(), options, log);
  if (!text) return 0;
  const FileId file = sources.add("a.md", *std::move(text));
  Result<model::Document> document = markdown::parse(sources, file, options, log);
  if (!document) return 0;
  static_cast<void>(markdown::to_html(*document));
  markdown::interpret(*document, sources, options, log);
  return 0;
}
