// What a text says literally, as the pass before the parser finds it and as the parser does.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "markdown/block_reader.h"
#include "markdown/literals.h"
#include "markdown/read.h"
#include "model/walk.h"
#include "tests/property/literal_document.h"
#include "tests/property/random.h"

using namespace keben;
using namespace keben::property;

namespace {

// --- Blocks ------------------------------------------------------------------------------------

/// A hanzi of its own for each line.
std::string marker(std::size_t line) {
  std::string out;
  utf8::append(out, static_cast<char32_t>(0x4E00 + line));
  return out;
}

/// Lines that begin as lists, quotations, fences, HTML … do, one below another at random; those of
/// `more` end in their marker.
template <std::size_t N, std::size_t M>
std::string random_lines(Random& random, const std::array<const char*, N>& more,
                         const std::array<const char*, M>& alone) {
  constexpr std::array kPrefixes = {"",   "",      "",     "",    "",     "",     "> ",  ">",
                                    "  ", "   ",   "    ", "\t",  "- ",   "1. ",  "2) ", "- - ",
                                    "* ", "     ", " > ",  ">  ", "\t\t", "10. ", " \t", "[^"};
  std::string out, references;
  int notes = 0;
  const auto put = [&](const std::string& mark) {
    if (mark != "[^") {
      out += mark;
      return;
    }
    const std::string label =
        "[^" + std::to_string(++notes) + "]";  // one that is not named is lost
    references += label;
    out += label + ": ";
  };
  const std::size_t lines = 1 + random.below(14);
  for (std::size_t line = 0; line < lines; ++line) {
    for (std::uint32_t prefixes = random.below(3); prefixes > 0; --prefixes)
      put(kPrefixes[random.below(kPrefixes.size())]);
    const std::uint32_t which = random.below(N + M);
    out += which < N ? more[which] + marker(line) : std::string(alone[which - N]);
    out += '\n';
  }
  return references + "\n\n" + out;
}

/// A letter for each line with a marker: `c`ode, `h`tml, else `-`.
using Kinds = std::string;

Kinds kinds_of(const std::string& text, const std::string& code, const std::string& html) {
  Kinds out;
  for (std::size_t line = 0; line < 20; ++line) {
    const auto in = [&](const std::string& where) {
      return where.find(marker(line)) != std::string::npos;
    };
    if (in(text)) out += in(code) ? 'c' : in(html) ? 'h' : '-';
  }
  return out;
}

Kinds kinds_by_reader(const std::string& text) {
  markdown::BlockReader reader(text);
  std::string code, html;
  while (auto leaf = reader.next()) {
    if (leaf->open) leaf = reader.measured(*leaf);
    const std::string_view inside =
        std::string_view(text).substr(leaf->first, leaf->end - leaf->first);
    if (leaf->kind == markdown::Leaf::Kind::code) code += inside;
    if (leaf->kind == markdown::Leaf::Kind::html) html += inside;
  }
  return kinds_of(text, code, html);
}

model::Document parsed(const std::string& text, config::Dialect dialect) {
  SourceMap sources;
  Diagnostics log;
  config::ReadOptions options;
  options.dialect = dialect;
  const FileId file = sources.add("a.md", text);
  Result<model::Document> document = markdown::parse(sources, file, options, log);
  REQUIRE(document);
  return *std::move(document);
}

Kinds kinds_by_parser(const std::string& text, config::Dialect dialect) {
  const model::Document document = parsed(text, dialect);
  std::string code, html;
  const auto gather = [&](const model::Block& block) {
    if (const auto* one = std::get_if<model::CodeBlock>(&block.is))
      code += one->language + one->attributes + one->text;
    if (const auto* raw = std::get_if<model::RawBlock>(&block.is)) html += raw->html;
  };
  model::for_each_block(document.blocks, gather, [](const model::Inlines&) {});
  for (const model::Note& note : document.notes)
    model::for_each_block(note.children, gather, [](const model::Inlines&) {});
  return kinds_of(text, code, html);
}

template <std::size_t N, std::size_t M>
void compare_blocks(const std::array<const char*, N>& more, const std::array<const char*, M>& alone,
                    config::Dialect dialect) {
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    Random random(seed);
    const std::string text = random_lines(random, more, alone);
    const Kinds wanted = kinds_by_parser(text, dialect);
    const Kinds got = kinds_by_reader(text);
    if (wanted == got) continue;
    INFO("seed " << seed << "\n" << text);
    CHECK(got == wanted);
  }
}

// --- Inlines -----------------------------------------------------------------------------------

/// One paragraph of marks that begin and end what is literal, and words, each with its own hanzi,
/// that may stand in formulas, too.
std::string random_marks(Random& random) {
  constexpr std::array kMarks = {"`",
                                 "`",
                                 "``",
                                 "$",
                                 "$",
                                 "$$",
                                 "\\",
                                 "<b>",
                                 "<a b=\"",
                                 "\">",
                                 "<a b='",
                                 "'>",
                                 "<!-- ",
                                 " -->",
                                 "<https://a.cn/1>",
                                 "https://a.cn/",
                                 ">",
                                 "[",
                                 "](",
                                 ")",
                                 "](/a ",
                                 "\"",
                                 "](<",
                                 "\\(",
                                 "\\)",
                                 "\\[",
                                 "\\]",
                                 "*",
                                 " ",
                                 "\n文",
                                 "<?",
                                 " ?>",
                                 "</b>",
                                 "!",
                                 "x",
                                 "{",
                                 "}",
                                 "|",
                                 "\\`",
                                 "\\$",
                                 "1"};
  std::string out = "文";
  const std::size_t words = 2 + random.below(8);
  for (std::size_t word = 0; word < words; ++word) {
    for (std::uint32_t marks = random.below(4); marks > 0; --marks)
      out += kMarks[random.below(kMarks.size())];
    out += "\\text{" + marker(word) + "}";
  }
  for (std::uint32_t marks = random.below(4); marks > 0; --marks)
    out += kMarks[random.below(kMarks.size())];
  return out + "\n";
}

/// By word: `c`ode, `f`ormula, `h`tml or an address, else `-`.
Kinds kinds_of_words(const std::string& text, const std::string& code, const std::string& formulas,
                     const std::string& html) {
  Kinds out;
  for (std::size_t word = 0; word < 20; ++word) {
    const auto in = [&](const std::string& where) {
      return where.find(marker(word)) != std::string::npos;
    };
    if (in(text)) out += in(code) ? 'c' : in(formulas) ? 'f' : in(html) ? 'h' : '-';
  }
  return out;
}

Kinds word_kinds_by_look_ahead(const std::string& text) {
  const markdown::Literals literals = markdown::find_literals(text, markdown::Writing::site);
  std::string code, formulas, html;
  for (const markdown::ShortcodeTag& tag : literals.tags)
    html += text.substr(tag.first, tag.end - tag.first);
  for (const markdown::Literal& span : literals.spans) {
    using Kind = markdown::Literal::Kind;
    const std::string inside = text.substr(span.first, span.end - span.first);
    const bool address = inside.starts_with("http") || inside.starts_with("<http");  // it is shown
    if (span.kind == Kind::code || span.kind == Kind::code_block) code += inside;
    if (span.kind == Kind::formula || span.kind == Kind::formula_block) formulas += inside;
    if (span.kind == Kind::html && !address) html += inside;
  }
  return kinds_of_words(text, code, formulas, html);
}

Kinds word_kinds_by_parser(const std::string& text) {
  const model::Document document = parsed(text, config::Dialect::keben);
  std::string code, formulas, prose;
  const auto gather = [&](const model::Inline& node) {
    if (const auto* one = std::get_if<model::CodeSpan>(&node.is)) code += one->text;
    if (const auto* one = std::get_if<model::Math>(&node.is)) formulas += one->tex;
    if (const auto* one = std::get_if<model::Text>(&node.is)) prose += one->text;
    if (const auto* one = std::get_if<model::Image>(&node.is)) prose += model::plain_text(one->alt);
  };
  const auto gather_block = [&](const model::Block& block) {
    if (const auto* one = std::get_if<model::MathBlock>(&block.is)) formulas += one->tex;
  };
  model::for_each_block(document.blocks, gather_block, [&](const model::Inlines& inlines) {
    model::for_each_inline(inlines, gather);
  });
  std::string html;  // or an address, or hidden: what is nowhere else
  for (std::size_t word = 0; word < 20; ++word) {
    if (prose.find(marker(word)) == std::string::npos) html += marker(word);
  }
  return kinds_of_words(text, code, formulas, html);
}

// --- cmark-gfm itself --------------------------------------------------------------------------

/// Every piece of code, spans and blocks, in order, each on a line of its own.
std::string code_by_cmark(const std::string& text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES);
  for (const char* name : {"table", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  cmark_iter* walk = cmark_iter_new(root);
  std::string out;
  while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(walk);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_CODE) out += std::string(cmark_node_get_literal(node)) + "\n";
    if (type == CMARK_NODE_CODE_BLOCK && cmark_iter_get_event_type(walk) == CMARK_EVENT_ENTER)
      out += std::string(cmark_node_get_literal(node)) + "\n";
  }
  cmark_iter_free(walk);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return out;
}

std::string code_by_parser(const std::string& text) {
  const model::Document document = parsed(text, config::Dialect::keben);
  std::string out;
  const auto on_block = [&](const model::Block& block) {
    if (const auto* one = std::get_if<model::CodeBlock>(&block.is)) out += one->text + "\n";
  };
  const auto on_inlines = [&](const model::Inlines& inlines) {
    model::for_each_inline(inlines, [&](const model::Inline& node) {
      if (const auto* one = std::get_if<model::CodeSpan>(&node.is)) out += one->text + "\n";
    });
  };
  model::for_each_block(document.blocks, on_block, on_inlines);
  for (const model::Note& note : document.notes)
    model::for_each_block(note.children, on_block, on_inlines);
  return out;
}

// --- Whole documents ---------------------------------------------------------------------------

/// Hanzi of a document as the backends get it, by what they stand in.
struct WordsByKind {
  std::string prose, code, formulas;
};

/// Markers alone: neither bait nor what stands around them.
void add_markers(const std::string& text, std::string& to) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (d.code_point >= kFirstMarker && d.code_point < kFirstMarker + kMarkers)
      utf8::append(to, d.code_point);
    at = d.next;
  }
}

WordsByKind words_of(const std::string& source) {
  SourceMap sources;
  Diagnostics log;
  const FileId file = sources.add("a.md", source);
  Result<model::Document> document = markdown::parse(sources, file, {}, log);
  REQUIRE(document);
  markdown::interpret(*document, sources, {}, log);
  WordsByKind out;
  const auto on_block = [&](const model::Block& block) {
    if (const auto* one = std::get_if<model::CodeBlock>(&block.is))
      add_markers(one->text, out.code);
    if (const auto* one = std::get_if<model::MathBlock>(&block.is))
      add_markers(one->tex, out.formulas);
  };
  const auto on_inline = [&](const model::Inline& node) {
    if (const auto* one = std::get_if<model::CodeSpan>(&node.is)) add_markers(one->text, out.code);
    if (const auto* one = std::get_if<model::Math>(&node.is)) add_markers(one->tex, out.formulas);
    if (const auto* one = std::get_if<model::Text>(&node.is)) add_markers(one->text, out.prose);
  };
  const auto on_inlines = [&](const model::Inlines& inlines) {
    model::for_each_inline(inlines, on_inline);
  };
  model::for_each_block(document->blocks, on_block, on_inlines);
  for (const model::Note& note : document->notes)
    model::for_each_block(note.children, on_block, on_inlines);
  return out;
}

}  // namespace

TEST_CASE("the look ahead and the parser see the same code spans, tags and formulas",
          "[property]") {
  for (std::uint64_t seed = 1; seed <= 30'000; ++seed) {
    Random random(seed);
    const std::string text = random_marks(random);
    const Kinds wanted = word_kinds_by_parser(text);
    const Kinds got = word_kinds_by_look_ahead(text);
    if (wanted == got) continue;
    INFO("seed " << seed << "\n" << text);
    CHECK(got == wanted);
  }
}

TEST_CASE("without constructs of our own, code is what cmark-gfm says", "[property]") {
  constexpr std::array kMore = {"文",      "a `",        "`` `",           "` ",    "```",
                                "~~~",     "```` ",      "# 题 `",         "<div>", "<b `>",
                                "</div>",  "<!-- a -->", "| a ` | ` b | ", "    ",  "\\`",
                                "``` `x`", "](`",        "[a](/b `",       "**` ",  "- `"};
  constexpr std::array kAlone = {"", "", "", "```", "~~~~", "---", "|---|---|", "-", "`", "``"};
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    Random random(seed);
    const std::string text = random_lines(random, kMore, kAlone);
    INFO("seed " << seed << "\n" << text);
    CHECK(code_by_parser(text) == code_by_cmark(text));
  }
}

TEST_CASE("the look ahead and the parser see the same blocks of code and HTML", "[property]") {
  constexpr std::array kMore = {
      "文",        "text ",    "```",       "~~~",    "````",      "# 题",    "#",      "<div>",
      "</div>",    "<b>",      "<b x='>'>", "<!-- a", "-->",       "<?php",   "?>",     "<pre>",
      "</pre>",    "<script>", "<!A ",      "x>",     "| a | b |", "``` `x`", "    深", "<a>b",
      "<![CDATA[", "]]>",      "1. ",       "- ",     ""};
  constexpr std::array kAlone = {"",    "",     "",    "",          "---", "===", "***", "- - -",
                                 "```", "~~~~", "<b>", "|---|---|", "-|-", "-",   "1.",  "<div"};
  compare_blocks(kMore, kAlone, config::Dialect::gfm);
}

TEST_CASE("they do so among boxes of our own", "[property]") {
  constexpr std::array kMore = {"文",    "text ",    "```",    "~~~", "# 题",      "##",
                                "<div>", "::: tip ", "    深", "- ",  ":::: tip ", "| a |",
                                "=== ",  "!!! ",     "::",     "> "};
  constexpr std::array kAlone = {
      "",           "",         "",        ":::", "::::", "!!! note", "??? a \"题\"",
      "=== \"签\"", "::a{b=c}", "@[a](b)", "---", "```",  "|---|",    "!!!"};
  compare_blocks(kMore, kAlone, config::Dialect::keben);
}

TEST_CASE("words come out as the code, formulas and prose that they stand in, and hidden ones not",
          "[property]") {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    const LiteralDocument written = literal_document(seed);
    INFO("seed " << seed << "\n" << written.source);
    const WordsByKind words = words_of(written.source);
    CHECK(words.code == written.code);
    CHECK(words.formulas == written.formulas);
    CHECK(words.prose == written.prose);
  }
}

TEST_CASE("what is literal stands in the text's order, as do tags, whatever the text",
          "[property]") {
  constexpr std::array kShreds = {"`",
                                  "``",
                                  "```",
                                  "$",
                                  "$$",
                                  "\\(",
                                  "\\)",
                                  "\\[",
                                  "\\]",
                                  "<b>",
                                  "<!--",
                                  "-->",
                                  "<!-->",
                                  "<?",
                                  "?>",
                                  "<a b=\"",
                                  "\">",
                                  "[",
                                  "](",
                                  "](/a ",
                                  "{",
                                  "}",
                                  "{%",
                                  "%}",
                                  "{{<",
                                  ">}}",
                                  "{{/*",
                                  "*/}}",
                                  "{#",
                                  "#}",
                                  "{/*",
                                  "*/}",
                                  "%%",
                                  "\n",
                                  "\n\n",
                                  "    ",
                                  "> ",
                                  "- ",
                                  "1. ",
                                  "|",
                                  "# ",
                                  "---",
                                  "文",
                                  "\n|-|\n",
                                  "::: a\n",
                                  ":::\n",
                                  "!!! a\n",
                                  "[a]: /b ",
                                  "<code>",
                                  "</code>",
                                  "<pre>",
                                  "<div>",
                                  "http://a.b/",
                                  "[//]: # (",
                                  "{% raw %}",
                                  "{% endraw %}",
                                  "{% comment %}",
                                  "{% endcomment %}",
                                  "{% highlight %}",
                                  "{% endhighlight %}",
                                  "\\",
                                  "[^a]: "};
  const auto in_order = [](const auto& parts, std::size_t size) {
    std::size_t done = 0;
    for (const auto& each : parts) {
      if (each.first < done || each.end < each.first || each.end > size) return false;
      done = each.end;
    }
    return true;
  };
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    Random random(seed);
    std::string text;
    for (std::uint32_t shreds = random.below(40); shreds > 0; --shreds)
      text += kShreds[random.below(kShreds.size())];
    for (const markdown::Writing writing : {markdown::Writing::plain, markdown::Writing::mdx}) {
      const markdown::Literals literals = markdown::find_literals(text, writing);
      INFO("seed " << seed << "\n" << text);
      CHECK(in_order(literals.spans, text.size()));
      CHECK(in_order(literals.tags, text.size()));
    }
  }
}
