// The yardstick for reading: one text into the model, and nothing else. bench/run divides its CPU
// by that of `cmark-gfm` printing the same text as HTML.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include "base/heap.h"
#include "markdown/read.h"

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: bench_read FILE\n", stderr);
    return 2;
  }
  keben::keep_freed_memory();  // as the program does
  std::ifstream file(words[1], std::ios::binary | std::ios::ate);
  std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const keben::config::ReadOptions options;
  keben::Diagnostics log;
  keben::Result<std::string> text =
      keben::markdown::decode_text(std::move(bytes), words[1], options, log);
  if (!text) return 1;
  keben::SourceMap sources;
  const keben::FileId id = sources.add(words[1], *std::move(text));
  keben::Result<keben::model::Document> document =
      keben::markdown::parse(sources, id, options, log);
  if (!document) return 1;
  keben::markdown::interpret(*document, sources, options, log);
  std::printf("%zu blocks\n", document->blocks.size());
  std::fflush(stdout);
  std::_Exit(0);  // a program that exports ends so, too: the model is not taken apart
}
