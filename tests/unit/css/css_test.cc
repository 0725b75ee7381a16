#include <catch2/catch.hpp>

#include "css/parts.h"
#include "css/tokens.h"

using namespace keben;
using namespace keben::css;

namespace {

/// Names, strings and urls of a text, in brackets by their kind.
std::string tokens(std::string_view css) {
  std::string out;
  Tokenizer tokenizer(css);
  while (const auto token = tokenizer.next()) {
    using Kind = Token::Kind;
    switch (token->kind) {
      case Kind::ident:
        out += "i<" + token->value + ">";
        break;
      case Kind::function:
        out += "f<" + token->value + ">";
        break;
      case Kind::at_keyword:
        out += "@<" + token->value + ">";
        break;
      case Kind::hash:
        out += "#<" + token->value + ">";
        break;
      case Kind::string:
        out += "s<" + token->value + ">";
        break;
      case Kind::url:
        out += "u<" + token->value + ">";
        break;
      case Kind::bad_string:
        out += "!s";
        break;
      case Kind::bad_url:
        out += "!u";
        break;
      case Kind::number:
      case Kind::white_space:
      case Kind::comment:
      case Kind::open:
      case Kind::close:
      case Kind::semicolon:
      case Kind::colon:
      case Kind::comma:
      case Kind::other:
        out += token->source;
        break;
    }
  }
  return out;
}

/// What a stylesheet asks for, one after another; `?` where only the page tells.
std::string asked(std::string_view css) {
  std::string out;
  for (const Part& part : parts_of(css, Form::stylesheet)) {
    for (const Reference& reference : part.references)
      out += (reference.address.empty() ? "?" : reference.address) + " ";
  }
  return out;
}

Fault fault_of(std::string_view css) {
  for (const Part& part : parts_of(css, Form::stylesheet))
    if (part.fault != Fault::none) return part.fault;
  return Fault::none;
}

}  // namespace

TEST_CASE("a name is what its escapes say", "[css][css-syntax-4.3.7]") {
  CHECK(tokens("u\\72l(a)") == "u<a>");
  CHECK(tokens("\\55 RL(a)") == "u<a>");
  CHECK(tokens("\\000075\n\\72 l(a)") == "u<a>");
  CHECK(tokens("@\\69mport") == "@<import>");
  CHECK(tokens("#Group\\ 1") == "#<Group 1>");
  CHECK(tokens("\\汉字") == "i<汉字>");
  CHECK(tokens("\\0 \\110000 \\d800 x") == "i<\uFFFD\uFFFD\uFFFDx>");
}

TEST_CASE("an address is one with quotation marks and without", "[css][css-syntax-4.3.6]") {
  CHECK(tokens("url( a )") == "u<a>");
  CHECK(tokens("url(\"a\")") == "f<url>s<a>)");
  CHECK(tokens("url(a b)c") == "!ui<c>");
  CHECK(tokens("url(a\\)b)") == "u<a)b>");
  CHECK(tokens("url(data:image/png;base64,AAAA)") == "u<data:image/png;base64,AAAA>");
  CHECK(tokens("urlx(a)") == "f<urlx>i<a>)");
}

TEST_CASE("what stands in strings and comments is no name", "[css][css-syntax-4.3.5]") {
  CHECK(tokens("\"url(a)\"") == "s<url(a)>");
  CHECK(tokens("'a\\'b\\\nc\\26 '") == "s<a'bc&>");
  CHECK(tokens("/* \" */i") == "/* \" */i<i>");
  CHECK(tokens("'a\nb") == "!s\ni<b>");
  CHECK(tokens("u/**/rl(a)") == "i<u>/**/f<rl>i<a>)");
}

TEST_CASE("the tokens together are the text", "[css]") {
  const std::string text =
      "@charset \"utf-8\";\r\n<!-- a:hover{b:-1.5e+3px url( 'c' ) #d,50% !important}\\\n--> \\";
  std::string out;
  Tokenizer tokenizer(text);
  while (const auto token = tokenizer.next())
    out += token->source;
  CHECK(out == text);
  out.clear();
  for (const Part& part : parts_of(text, Form::stylesheet))
    out += part.source;
  CHECK(out == text);
}

TEST_CASE("whatever a stylesheet asks for is found, and nothing else", "[css]") {
  CHECK(asked("@import 'a'; @import url(b) print; @\\69mport \"c\";") == "a b c ");
  CHECK(asked("p{background:URL(a) , url( \"b\" )}") == "a b ");
  CHECK(asked("p{b:u\\72l(a);c:s\\72 c('b')}") == "a b ");
  CHECK(asked("p{b:image-set('a' 1x, url(b) 2x, 'c' type('image/png'))}") == "a b c ");
  CHECK(asked("p{b:-webkit-image-set(\"a\" 1x)}") == "a ");
  CHECK(asked("p{b:image('a')}@font-face{src:local('b'),url(c)}") == "a c ");
  CHECK(asked("p{b:src(var(--x));c:attr(title url);d:attr(title)}") == "? ? ");
  CHECK(asked("@namespace url(http://a);@namespace b \"http://c\";") == "");
  CHECK(asked("p{content:'url(a)'}/* url(b) */@charset 'c';[href='d']{}") == "");
}

TEST_CASE("parts are declarations, rules' beginnings and their ends", "[css]") {
  std::string shown;
  for (const Part& part : parts_of("@media print{a:hover{b:c;d:e}}@layer x;", Form::stylesheet))
    shown += std::string(part.source) + "|" + part.name + "|";
  CHECK(shown == "@media print{|media|a:hover{||b:c;|b|d:e|d|}||}||@layer x;|layer|");
  const std::vector<Part> style = parts_of("fill: url(#a); COLOR:red", Form::declarations);
  REQUIRE(style.size() == 2);
  CHECK(style[0].value == " url(#a)");
  CHECK(style[1].name == "color");
  CHECK(style[1].fault == Fault::none);
}

TEST_CASE("a semicolon in brackets ends nothing", "[css][css-syntax-5.4]") {
  const auto parts = parts_of("a{b:f(c;d{e};g);h:i}", Form::stylesheet);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].source == "b:f(c;d{e};g);");
}

TEST_CASE("what no browser reads is named", "[css]") {
  CHECK(fault_of("p{color:red") == Fault::block_open);
  CHECK(fault_of("p{color:/*}*/") == Fault::block_open);
  CHECK(fault_of("p{}}") == Fault::block_unopened);
  CHECK(fault_of("p{color}") == Fault::no_declaration);
  CHECK(fault_of("p{color:}") == Fault::no_declaration);
  CHECK(fault_of("p{*zoom:1}") == Fault::no_declaration);
  CHECK(fault_of("p{a b:c}") == Fault::no_declaration);
  CHECK(fault_of("p{content:'a\n}") == Fault::string_open);
  CHECK(fault_of("p{a:b(c}") == Fault::bracket_open);
  CHECK(fault_of("p{a:b(c;d:e)}") == Fault::bracket_open);
  CHECK(fault_of("p{a:b)}") == Fault::bracket_open);
  CHECK(fault_of("{a:b}") == Fault::selector_missing);
  CHECK(fault_of("p,{a:b}") == Fault::selector_missing);
  CHECK(fault_of("p @x{a:b}") == Fault::no_rule);
  CHECK(fault_of("p <!-- {a:b}") == Fault::no_rule);
  CHECK(fault_of("p{a:@b}") == Fault::no_declaration);
  CHECK(fault_of("p{a{b:c}}") == Fault::rule_nested);
  CHECK(fault_of("words") == Fault::no_rule);
  CHECK(fault_of("@media x{words;}") == Fault::no_rule);
  CHECK(fault_of("/* a") == Fault::comment_open);
  for (const char* fine : {"", "p{}", "p{a:b}", "<!-- p{a:b;;} -->", "@x;", "@x{a{b:c}}",
                           "p{--x:1;color:var(--x)!important}", "\uFEFFp{}"})
    CHECK(fault_of(fine) == Fault::none);
}

TEST_CASE("a fault's line is that of its words", "[css]") {
  const auto parts = parts_of("p {\n  a: b;\r\n  /* c\n */ d\f}", Form::stylesheet);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].line == 2);
  CHECK(parts[2].line == 4);
  CHECK(parts[3].line == 5);
}

TEST_CASE("a stylesheet is read in linear time", "[css][time]") {
  for (const char* piece : {"(", "{", "}", "\\", "url(", "'", "/*", "@", "a:b;", "\"\n"}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i)
      text += piece;
    CHECK_FALSE(parts_of(text, Form::stylesheet).empty());
  }
}
