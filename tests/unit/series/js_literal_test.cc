#include "series/detail/js_literal.h"

#include <catch2/catch.hpp>

#include <string>

#include "base/overload.h"

using namespace keben;
using series::exported_literal;

namespace {

std::string spelled(const markdown::Value& value) {
  return std::visit(Overload{
                        [](const std::string& text) { return "'" + text + "'"; },
                        [](const markdown::Values& list) {
                          std::string out = "[";
                          for (const markdown::Value& one : list)
                            out += spelled(one) + " ";
                          return out + "]";
                        },
                        [](const markdown::Fields& map) {
                          std::string out = "{";
                          for (const markdown::Field& one : map)
                            out += one.key + ":" + spelled(one.value) + " ";
                          return out + "}";
                        },
                    },
                    value.is);
}

std::string read(const std::string& source) {
  const auto value = exported_literal(source, {}, 64);
  return value ? spelled(*value) : "nothing";
}

}  // namespace

TEST_CASE("what is exported as a literal is read, by each way of exporting", "[series][js]") {
  CHECK(read("export default ['a', \"b\", `c`];") == "['a' 'b' 'c' ]");
  CHECK(read("module.exports = { a: ['b'], 'c d': {e: 'f',}, };") == "{a:['b' ] c d:{e:'f' } }");
  CHECK(read("import x from 'y'\nconst s: Config<{a: 'b'}> = ['a']\n\nexport default s\n") ==
        "['a' ]");
  CHECK(read("const items = ['b'];\nexport default defineConfig({ a: items } as const);") ==
        "{a:['b' ] }");
  CHECK(read("// export default ['no'];\n/* module.exports = ['no'] */\nexport default ['yes'] "
             "satisfies A;") == "['yes' ]");
}

TEST_CASE("code inside a literal is passed over, and is an empty map", "[series][js]") {
  CHECK(read("export default { a: f('x'), b: () => { return '}' }, c() { return 1 }, ...d, "
             "[e]: 'f', g, h: 'i' };") == "{a:{} b:{} h:'i' }");
  CHECK(read("export default ['a' + b, `c${d}`, cond ? 'e' : 'f', 'g'];") == "[{} {} {} 'g' ]");
}

TEST_CASE("what is computed, or does not match its brackets, is nothing", "[series][js]") {
  for (const char* source :
       {"export default make(['a']);", "export default ['a'].map(f);", "export default 'a';",
        "export default function () { return ['a'] }", "const a = ['a'];", "export default ['a'",
        "export default {a: 'b]}", "export default [}", "", "export default", "module.exports",
        "const a = [a, a]; export default a;", "export default b"}) {
    INFO(source);
    CHECK(read(source) == "nothing");
  }
  CHECK(read("export default " + std::string(100, '[') + std::string(100, ']')) == "nothing");
  std::string grown = "const a0 = ['x'];";
  for (int i = 1; i < 40; ++i) {
    const std::string last = "a" + std::to_string(i - 1);
    grown += "const a" + std::to_string(i) + " = [" + last + ", " + last + "];";
  }
  CHECK(read(grown + "export default a39;") == "nothing");
}

TEST_CASE("calls within calls are as deep as brackets may be", "[series][js][hostile]") {
  std::string opened = "export default ";
  for (int i = 0; i < 40'000; ++i)
    opened += "with(";
  CHECK(read(opened) == "nothing");
  CHECK(read(opened + "{a: 'b'}" + std::string(40'000, ')')) == "nothing");
  CHECK(read("export default with(with({a: 'b'}))") == "{a:'b' }");
}

TEST_CASE("any end of a file is an end", "[series][js]") {
  const std::string source =
      "import {a} from 'b';\nconst c: D = [{text: '甲', link: `/a`, f() { return [\"}\"]; }}];\n"
      "export default defineConfig({ themeConfig: { sidebar: c, g: h ? 'i' : [j] }, k: (l) => m "
      "});\n";
  for (std::size_t n = 0; n <= source.size(); ++n)
    static_cast<void>(read(source.substr(0, n)));
  for (std::size_t n = 0; n <= source.size(); ++n)
    static_cast<void>(read(source.substr(n)));
  CHECK(read(source) == "{themeConfig:{sidebar:[{text:'甲' link:'/a' } ] g:{} } k:{} }");
}
