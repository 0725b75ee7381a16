#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "tests/unit/pdf_galley/composed.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::galley;
using namespace keben::test;

namespace {

model::TableCell cell(std::string words, std::uint16_t columns = 1, std::uint16_t rows = 1) {
  return {
      {}, words.empty() ? model::Inlines{} : model::Inlines{text(std::move(words))}, columns, rows};
}

/// As many columns, heads 列1 …, and as many rows of cells 甲1 ….
model::Table wide_table(std::size_t columns, std::size_t rows) {
  model::Table out;
  out.columns.resize(columns);
  out.head.emplace_back();
  for (std::size_t c = 0; c < columns; ++c)
    out.head[0].push_back(cell("列" + std::to_string(c)));
  for (std::size_t r = 0; r < rows; ++r) {
    out.body.emplace_back();
    for (std::size_t c = 0; c < columns; ++c)
      out.body.back().push_back(cell("甲" + std::to_string(r * columns + c)));
  }
  return out;
}

Galley table_alone(model::Table table, Diagnostics& log, const config::PdfOptions& options = {}) {
  return composed(essay("t.md", "表", {{{7, 9, 1, 1}, std::move(table)}}), log, nullptr, options);
}
Galley table_alone(model::Table table) {
  Diagnostics log;
  return table_alone(std::move(table), log);
}

/// Where each text stands: its left edge, and its place from the galley's top.
std::map<std::string, draw::Point> places_of(const Galley& galley) {
  std::map<std::string, draw::Point> out;
  Pt top;
  for (const Piece& piece : galley.pieces) {
    for (const draw::Item& item : piece.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (run && item.tag.v) out.try_emplace(run->text, draw::Point{run->at.x, top + run->at.y});
    }
    top += piece.height;
  }
  return out;
}

std::vector<draw::Rule> rules_of(const Piece& piece) {
  std::vector<draw::Rule> out;
  for (const draw::Item& item : piece.items) {
    if (const auto* rule = std::get_if<draw::Rule>(&item.is)) out.push_back(*rule);
  }
  return out;
}

}  // namespace

TEST_CASE("cells stand under their columns where one reaches down to them", "[pdf_galley][7.7]") {
  model::Table table;
  table.columns.resize(3);
  table.head = {{cell("年"), cell("上"), cell("下")}};
  table.body = {{cell("甲", 1, 2), cell("一"), cell("二")},
                {cell("三"), cell("四")},
                {cell("合", 2), cell("五")}};
  const Galley galley = table_alone(std::move(table));
  auto at = places_of(galley);
  CHECK(at["甲"].x == at["年"].x);
  CHECK(at["甲"].y == at["一"].y);
  CHECK(at["三"].x == at["上"].x);
  CHECK(at["四"].x == at["下"].x);
  CHECK(at["五"].x == at["下"].x);
  CHECK(at["合"].x == at["年"].x);
  CHECK(at["三"].y > at["一"].y);
  std::size_t tall = 0;
  for (const draw::Struct& element : galley.structure)
    tall += element.role == draw::Role::data_cell && element.rows == 2 && element.columns == 1;
  CHECK(tall == 1);
}

TEST_CASE("rows that a cell spans are on one page, and so are the pieces that they are of",
          "[pdf_galley][7.7]") {
  model::Table table;
  for (int group = 0; group < 20; ++group) {
    table.body.push_back({cell("组", 1, 3), cell("一")});
    table.body.push_back({cell("二")});
    table.body.push_back({cell("三")});
  }
  const Galley galley = table_alone(std::move(table));
  std::size_t groups = 0;
  for (const Piece& piece : galley.pieces) {
    const std::string words = text_of(piece);
    if (words.empty()) continue;
    CHECK(words == "组一二三");
    ++groups;
  }
  CHECK(groups == 20);
}

TEST_CASE("a table that is too wide is set in parts, with nothing lost and nothing outside",
          "[pdf_galley][7.7]") {
  Diagnostics log;
  config::PdfOptions options;
  options.page = *config::parse_page_size("6in");
  const Galley galley = table_alone(wide_table(38, 3), log, options);
  const Pt measure = style::geometry_of(options.page, options.purpose).measure();
  std::map<std::string, int> said, again;
  for (const Piece& piece : galley.pieces) {
    for (const draw::Item& item : piece.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (!run) continue;
      CHECK(run->at.x >= Pt{});
      CHECK(run->at.x < measure);
      ++(item.tag.v ? said : again)[run->text];
    }
  }
  CHECK(said.size() == 38 * 4);
  for (const auto& [text, count] : said)
    CHECK(count == 1);
  // Each further part has the word, and the first column once more.
  const int parts = again["续表"];
  CHECK(parts > 3);
  CHECK(again["列0"] == parts);
  CHECK(again["甲38"] == parts);
  CHECK(again.size() == 5);
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "table-too-wide");
  CHECK(log.all()[0].at.first_line == 7);
  CHECK(log.all()[0].text.en.find("in " + std::to_string(parts + 1) + " parts") !=
        std::string::npos);
}

TEST_CASE("words that are divided are told with their place, and those that are not are not",
          "[pdf_galley][7.7]") {
  model::Table table = wide_table(3, 1);
  table.body[0][1] = cell(std::string(80, 'w'));
  Diagnostics log;
  table_alone(table, log);
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "table-too-wide");
  CHECK(log.all()[0].at.first_line == 7);
  CHECK(log.all()[0].text.en.find("divided") != std::string::npos);
  Diagnostics quiet;
  table_alone(wide_table(9, 1), quiet);
  CHECK(quiet.all().empty());
}

TEST_CASE(
    "the parts of a table are elements of one: its rows in their order, each with all its cells",
    "[pdf_galley][accessibility]") {
  const Galley galley = table_alone(wide_table(38, 2));
  std::vector<std::uint32_t> rows;
  std::map<std::uint32_t, int> cells;
  for (std::uint32_t i = 1; i < galley.structure.size(); ++i) {
    const draw::Struct& element = galley.structure[i];
    if (element.role == draw::Role::table_row) rows.push_back(i);
    if (element.role == draw::Role::header_cell || element.role == draw::Role::data_cell)
      ++cells[element.parent.v];
  }
  REQUIRE(rows.size() == 3);
  for (const std::uint32_t row : rows)
    CHECK(cells[row] == 38);
}

TEST_CASE("a heading over several columns has a rule of their width under it",
          "[pdf_galley][7.7]") {
  model::Table table;
  table.head = {{cell("年", 1, 2), cell("入", 2)}, {cell("上"), cell("下")}};
  table.body = {{cell("甲"), cell("一"), cell("二")}};
  const Galley galley = table_alone(std::move(table));
  auto at = places_of(galley);
  const auto head = std::find_if(galley.pieces.begin(), galley.pieces.end(),
                                 [](const Piece& piece) { return text_of(piece) == "年入上下"; });
  REQUIRE(head != galley.pieces.end());
  const std::vector<draw::Rule> rules = rules_of(*head);
  REQUIRE(rules.size() == 3);  // that one, the table's first and the head's
  CHECK(rules[0].from.x > at["年"].x);
  CHECK(rules[0].from.x < at["上"].x);
  CHECK(rules[0].to.x > at["下"].x);
  CHECK(rules[0].from.y > rules[1].from.y);
  CHECK(rules[0].from.y < rules[2].from.y);
}

TEST_CASE("pages repeat no head that would take more than a third of them", "[pdf_galley][7.7]") {
  model::Table table = wide_table(2, 3);
  const Galley small = table_alone(table);
  CHECK(small.heads[1].pieces.size() == 2);
  std::string words;
  for (int i = 0; i < 400; ++i)
    words += "长";
  table.head[0][1] = cell(words);
  const Galley tall = table_alone(table);
  CHECK(tall.heads[1].pieces.size() == 1);  // 续表 alone
  CHECK(text_of(tall.heads[1].pieces[0]) == "续表");
}

TEST_CASE("a head that is shown again has no marks of notes", "[pdf_galley][7.7]") {
  model::Table table = wide_table(2, 3);
  table.head[0][1].content.push_back(note_mark(0));
  Diagnostics log;
  const Galley galley = composed(
      essay("t.md", "表", {{{}, std::move(table)}}, {{{}, "a", {paragraph("注。")}, 0}}), log);
  REQUIRE(galley.heads.size() == 2);
  CHECK(text_of(galley.heads[1].pieces[1]) == "列0列1");
  CHECK(galley.heads[1].pieces[1].marks.empty());
}

TEST_CASE("what begins with a later part stands behind the table's text",
          "[pdf_galley][page-list]") {
  const Galley galley = table_alone(wide_table(38, 2));
  bool behind = false;
  for (const Piece& piece : galley.pieces) {
    if (text_of(piece) == "续表") behind = true;
    const bool at_end = piece.begins.characters == edition::TextPlace::kBehind;
    if (!piece.space) CHECK(at_end == behind);
  }
  CHECK(behind);
}

TEST_CASE("a table of no cells still says its caption", "[pdf_galley][7.7]") {
  model::Table table;
  table.caption = {text("空表")};
  const Galley galley = table_alone(std::move(table));
  REQUIRE_FALSE(galley.pieces.empty());
  CHECK(text_of(galley.pieces[0]) == "空表");
}
