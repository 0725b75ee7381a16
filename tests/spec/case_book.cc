#include "tests/spec/case_book.h"

#include <charconv>

#include "base/utf8.h"
#include "markdown/read.h"

namespace keben::spec {
namespace {

/// `\u{200B}` becomes the character.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('}', at);
    if (!text.substr(at).starts_with("\\u{") || end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    unsigned value = 0;
    std::from_chars(text.data() + at + 3, text.data() + end, value, 16);
    utf8::append(out, static_cast<char32_t>(value));
    at = end + 1;
  }
  return out;
}

config::ReadOptions read_options(const std::map<std::string, std::string>& said) {
  config::ReadOptions options;
  const auto dialect = said.find("dialect");
  if (dialect == said.end()) return options;
  if (dialect->second == "gfm") options.dialect = config::Dialect::gfm;
  if (dialect->second == "commonmark") options.dialect = config::Dialect::commonmark;
  return options;
}

}  // namespace

Result<model::Collection> read_book(const Case& written, SourceMap& sources, Diagnostics& log) {
  const std::map<std::string, std::string> said = written.options();
  const auto named = said.find("name");
  const std::string name = named == said.end() ? std::string(kNoTitle) + ".md" : named->second;
  const config::ReadOptions options = read_options(said);
  const std::string_view input = written["input"];
  Result<std::string> text =
      markdown::decode_text(said.contains("escapes") ? unescaped(input) : std::string(input), name,
                            sources.next(), options, log);
  if (!text) return tl::unexpected(text.error());
  const FileId file = sources.add(name, *std::move(text));
  Result<model::Document> document = markdown::parse(sources, file, options, log);
  if (!document) return tl::unexpected(document.error());
  markdown::interpret(*document, sources, options, log);
  model::Collection book;
  book.meta = document->meta;
  book.documents.push_back(*std::move(document));
  return book;
}

}  // namespace keben::spec
