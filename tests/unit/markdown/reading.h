// Reads a text as the program does and shows what came of it, for the reader's own tests.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "markdown/read.h"
#include "model/dump.h"

namespace keben::test {

struct Reading {
  SourceMap sources;
  Diagnostics log;
  std::optional<model::Document> document;
  std::optional<Error> error;

  const model::Meta& meta() const { return document->meta; }
  const model::Blocks& blocks() const { return document->blocks; }

  /// The tree, without its places.
  std::string tree() const {
    if (!document) return "error: " + error->code + "\n";
    return without_places(model::dump(document->blocks));
  }

  /// What was said: `code:line` each, with the file's name before it where it is not the first.
  std::vector<std::string> said() const {
    std::vector<std::string> out;
    for (const Diagnostic& each : log.all()) {
      const std::string file = each.at.file.v == 0 ? "" : sources_name(each.at) + " ";
      out.push_back(file + each.code + ":" + std::to_string(each.at.first_line));
    }
    return out;
  }

  bool says(const std::string& code) const {
    for (const Diagnostic& each : log.all()) {
      if (each.code == code) return true;
    }
    return false;
  }

 private:
  std::string sources_name(SourceSpan at) const { return std::string(sources.name(at.file)); }

  static std::string without_places(const std::string& dump) {
    std::string out;
    for (std::size_t at = 0; at < dump.size();) {
      const std::size_t end = dump.find('\n', at);
      std::string line = dump.substr(at, end - at);
      const std::size_t place = line.rfind(" @");
      if (place != std::string::npos && line.find('"', place) == std::string::npos)
        line.resize(place);
      out += line + "\n";
      at = end + 1;
    }
    return out;
  }
};

/// Reads `text`, already decoded, as the file `path`.
inline Reading read(std::string text, const std::string& path = "essay.md",
                    const config::ReadOptions& options = {}) {
  Reading out;
  const FileId file = out.sources.add(path, std::move(text));
  Result<model::Document> document = markdown::parse(out.sources, file, options, out.log);
  if (!document) {
    out.error = document.error();
    return out;
  }
  out.document = *std::move(document);
  markdown::interpret(*out.document, out.sources, options, out.log);
  return out;
}

inline std::string tree_of(std::string text) {
  return read(std::move(text)).tree();
}

using Said = std::vector<std::string>;

}  // namespace keben::test
