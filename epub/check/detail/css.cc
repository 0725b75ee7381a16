// Stylesheets, as far as a slip in them costs the reader the rest: braces, strings and comments
// that end, declarations that are pairs, and files that they ask for (CSS Syntax 3; EPUB 3.3
// #sec-css).
#include "epub/check/detail/css.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "css/tokens.h"

namespace keben::epub {
namespace {

/// The string of an `@charset` rule.
std::string charset_of(std::string_view rule) {
  css::Tokenizer tokens(rule);
  while (const std::optional<css::Token> token = tokens.next())
    if (token->kind == css::Token::Kind::string) return token->value;
  return {};
}

/// A part's first words, if they are text at all.
std::string begin_of(std::string_view source) {
  constexpr std::size_t kMost = 40;
  source.remove_prefix(std::min(source.find_first_not_of(" \t\r\n\f"), source.size()));
  std::size_t end = std::min(source.size(), kMost);
  while (end > 0 && end < source.size() && utf8::is_continuation(source[end]))
    --end;
  const std::string_view words = source.substr(0, end);
  return utf8::first_invalid(words) ? std::string() : std::string(words);
}

void tell(const css::Part& part, FileLog& log) {
  const Words what = css::words_of(part.fault);
  const bool shows = part.fault == css::Fault::no_rule || part.fault == css::Fault::no_declaration;
  const std::string words = begin_of(part.source);
  log.add("epub-style", part.line, what.zh + (shows ? "：" + words : ""),
          what.en + (shows ? ": " + words : ""));
}

void check_part(const css::Part& part, FileFacts& facts, FileLog& log) {
  using Kind = css::Part::Kind;
  if (part.fault != css::Fault::none) tell(part, log);
  const bool declares = part.kind == Kind::declaration;
  if (declares && (part.name == "direction" || part.name == "unicode-bidi"))
    log.add("epub-style", part.line, "EPUB 不许用 " + part.name, "EPUB forbids " + part.name);
  if (part.kind == Kind::at_rule && part.name == "charset" &&
      !css::is_name(charset_of(part.source), "utf-8"))
    log.add("epub-style", part.line, "编码不是 UTF-8", "is not in UTF-8");
  for (const css::Reference& reference : part.references)
    refer_from_css(reference.address, reference.line, facts);
}

}  // namespace

void refer_from_css(const std::string& address, std::size_t line, FileFacts& facts) {
  if (address.empty()) return;
  const auto kind = address.front() == '#' ? Reference::Kind::part : Reference::Kind::embedded;
  facts.references.push_back({kind, address, line});
}

void check_css_in(std::string_view css, css::Form form, std::size_t line, FileFacts& facts,
                  FileLog& log) {
  for (const css::Part& part : css::parts_of(css, form, line))
    check_part(part, facts, log);
}

FileFacts check_css(const std::string& name, BytesView css) {
  FileFacts facts;
  FileLog log(name);
  check_css_in(css, css::Form::stylesheet, 1, facts, log);
  facts.findings = log.take();
  return facts;
}

}  // namespace keben::epub
