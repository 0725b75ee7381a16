#include <catch2/catch.hpp>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;
using Catch::Contains;

namespace {

TableCell cell(const char* words) {
  return {{}, *words ? Inlines{text(words)} : Inlines{}, 1, 1};
}

}  // namespace

TEST_CASE("head cells have a scope, cells their column's alignment", "[xhtml][epub-25]") {
  CHECK(body_of({{{},
                  Table{{Align::left, Align::right},
                        {{cell("甲"), cell("")}},
                        {{cell("一"), cell("二")}},
                        {text("题")}}}}) ==
        "<div class=\"table\"><table>\n"
        "<caption>题</caption>\n"
        "<thead><tr><th scope=\"col\">甲</th><td class=\"right\"></td></tr></thead>\n"
        "<tbody>\n<tr><td>一</td><td class=\"right\">二</td></tr>\n</tbody></table></div>\n");
}

TEST_CASE("a head of nothing but empty cells is no head", "[xhtml]") {
  CHECK_THAT(body_of({{{}, Table{{Align::none}, {{cell("")}}, {{cell("一")}}, {}}}}),
             !Contains("thead") && Contains("<td>一</td>"));
}

TEST_CASE("a cell over two columns shifts the alignment of those after it", "[xhtml]") {
  TableCell wide = cell("宽");
  wide.columns = 2;
  const Table table{{Align::none, Align::none, Align::center},
                    {},
                    {{wide, cell("三")}, {cell("一"), cell("二"), cell("三")}},
                    {}};
  CHECK_THAT(body_of({{{}, table}}),
             Contains("<td colspan=\"2\">宽</td><td class=\"center\">三</td>"));
}

TEST_CASE("spans are what they come to in the table, and alignment is the column's", "[xhtml]") {
  TableCell tall = cell("甲");
  tall.rows = 65'534;
  TableCell wide = cell("合");
  wide.columns = 1000;
  const Table table{{Align::none, Align::right, Align::none},
                    {},
                    {{tall, cell("1"), cell("a")}, {cell("2"), cell("b")}, {wide}},
                    {}};
  CHECK_THAT(body_of({{{}, table}}),
             Contains("<tr><td rowspan=\"3\">甲</td><td class=\"right\">1</td><td>a</td></tr>\n"
                      "<tr><td class=\"right\">2</td><td>b</td></tr>\n"
                      "<tr><td class=\"right\" colspan=\"2\">合</td></tr>"));
}

TEST_CASE("more columns than a small screen takes are noted", "[xhtml][epub-25]") {
  const auto notes = [](std::size_t columns) {
    const Table table{std::vector<Align>(columns), {}, {TableRow(columns, cell("一"))}, {}};
    return render(Blocks{{{}, table}}).log.count(Severity::note);
  };
  CHECK(notes(4) == 0);
  CHECK(notes(5) == 1);
}
