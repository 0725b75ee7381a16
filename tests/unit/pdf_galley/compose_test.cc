#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "tests/unit/pdf_galley/composed.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::galley;
using namespace keben::test;

TEST_CASE("a chapter that begins with a heading keeps the white above it", "[pdf_galley][6.3]") {
  const Galley galley = composed(essay("a.md", "题", {heading(2, "小节"), paragraph("正文。")}));
  REQUIRE(galley.pieces.size() > 2);
  CHECK(galley.pieces[0].space);
  CHECK(text_of(galley.pieces[1]) == "小节");
}

TEST_CASE("an essay of several opens with its title, and what differs from the whole",
          "[pdf_galley]") {
  model::Document document = essay("a.md", "一行该有多长", {paragraph("正文。")});
  document.meta.published = model::Date{2025, 5, 10};
  document.meta.people = {{"乙"}};
  model::Meta whole;
  whole.people = {{"甲"}};
  Diagnostics log;
  Galley galley = composed(document, log, &whole);
  std::vector<std::string> texts;
  Pt depth;
  for (const Piece& piece : galley.pieces) {
    if (!text_of(piece).empty()) texts.push_back(text_of(piece));
    if (text_of(piece) == "正文。") break;
    CHECK(piece.after == kForbidden);  // and holds to the text
    depth += piece.height;
  }
  CHECK(texts == std::vector<std::string>{"一行该有多长", "乙\u30002025年5月10日", "正文。"});
  CHECK(depth.v / 17 == Approx(std::round(depth.v / 17)));  // the text stands on the grid

  whole.people = document.meta.people;
  galley = composed(document, log, &whole);
  CHECK(std::any_of(galley.pieces.begin(), galley.pieces.end(),
                    [](const Piece& p) { return text_of(p) == "2025年5月10日"; }));
}

TEST_CASE("a heading, its white and the next line hold together", "[pdf_galley][7.2]") {
  const Galley galley = composed(
      essay("a.md", "题", {heading(2, "小节"), paragraph("一行。"), paragraph("又一行。")}));
  const auto first = std::find_if(galley.pieces.begin(), galley.pieces.end(),
                                  [](const Piece& p) { return text_of(p) == "一行。"; });
  REQUIRE(first != galley.pieces.end());
  for (auto piece = galley.pieces.begin() + 1; piece <= first; ++piece)  // behind its white
    CHECK(piece->after >= kForbidden);
  CHECK((first + 1)->after < kForbidden);
}

TEST_CASE("what follows a heading adds no white of its own", "[pdf_galley][6.3]") {
  model::Quote quote;
  quote.children = {paragraph("引文一段。")};
  const Galley galley =
      composed(essay("a.md", "题", {heading(2, "小节"), model::Block{{}, std::move(quote)}}));
  REQUIRE(galley.pieces.size() > 3);
  CHECK_FALSE(galley.pieces[2].space);  // the heading's own
  CHECK(text_of(galley.pieces[3]) == "引文一段。");
}

TEST_CASE("a missing picture shows its address, and its caption once", "[pdf_galley][faults]") {
  const Galley galley = composed(essay("a.md", "题", {figure("missing.png", "一图", "一图")}));
  std::string all;
  for (const Piece& piece : galley.pieces)
    all += text_of(piece);
  CHECK(all.find("missing.png") != std::string::npos);
  CHECK(all.find("一图") != std::string::npos);
  CHECK(all.find("一图") == all.rfind("一图"));
}

TEST_CASE("a marked line of code is tinted behind all its parts, and behind no other",
          "[pdf_galley][input]") {
  std::string long_line;
  while (long_line.size() < 400)
    long_line += "wrapped words ";
  model::CodeBlock code{{}, {}, {}, "plain\n" + long_line + "\n\nlast\n"};
  code.marked = {{model::MarkedLines::Mark::picked, 2, 3}};
  const Galley galley = composed(essay("a.md", "题", {model::Block{{}, code}}));
  std::size_t tinted = 0;
  for (const Piece& piece : galley.pieces) {
    const bool tint =
        !piece.items.empty() && std::holds_alternative<draw::Fill>(piece.items.front().is);
    const std::string text = text_of(piece);
    if (text == "plain" || text == "last") CHECK_FALSE(tint);
    if (text.find("wrapped") != std::string::npos) CHECK(tint);
    tinted += tint;
  }
  CHECK(tinted > 3);  // the long line's parts, and the empty line
}

TEST_CASE("a picture in a line is a figure with its description, in its link where it has one",
          "[pdf_galley][accessibility]") {
  const Galley galley = composed(essay(
      "a.md", "题",
      {paragraph({text("印"), image("甲.png", "一方朱印"),
                  link("https://example.org/", {text("又"), image("乙.png", "一方白印")})})}));
  std::vector<draw::Struct> figures;
  for (const Piece& piece : galley.pieces) {
    for (const draw::Item& item : piece.items) {
      if (std::holds_alternative<draw::Picture>(item.is))
        figures.push_back(galley.structure[item.tag.v]);
    }
  }
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].role == draw::Role::figure);
  CHECK(figures[0].alternative == "一方朱印");
  CHECK(galley.structure[figures[0].parent.v].role == draw::Role::paragraph);
  CHECK(figures[1].alternative == "一方白印");
  CHECK(galley.structure[figures[1].parent.v].role == draw::Role::link);
}

TEST_CASE("each note of the text is set once, for the foot of a page", "[pdf_galley][7.5]") {
  const model::Note note{{}, "a", {paragraph("注文。")}, 0};
  const Galley galley =
      composed(essay("a.md", "题", {paragraph({text("正文"), note_mark(0), text("。")})}, {note}));
  REQUIRE(galley.notes.size() == 1);
  CHECK(text_of(galley.notes[0].pieces.front()).find("注文。") != std::string::npos);
  std::size_t marks = 0;
  for (const Piece& piece : galley.pieces)
    marks += piece.marks.size();
  CHECK(marks == 1);
}

TEST_CASE("a line that nothing saves from wide gaps is told of, once a paragraph",
          "[pdf_galley][5.3]") {
  const std::string hanzi = "一二三四五六七八九十一二三四五六七";
  Diagnostics quiet, log;
  composed(essay("a.md", "题", {paragraph(hanzi + "八九十一二三四五六七八九十。")}), quiet);
  CHECK(quiet.all().empty());
  composed(essay("a.md", "题", {paragraph(hanzi + "Abcdefghijklmnopqrstuvwxyz0123456789。")}), log);
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "line-loose");
  CHECK(log.all()[0].severity == Severity::note);
}

TEST_CASE("a bullet keeps its distance from the text in the faces of every region",
          "[pdf_galley][6.5]") {
  for (const model::Language& language : {kChinese, model::Language{"ja", model::Convention::ja},
                                          model::Language{"ko", model::Convention::ko}}) {
    model::List list;
    list.items = {{{}, {}, {paragraph("項目")}}};
    model::Document document = essay("a.md", "题", {model::Block{{}, list}});
    document.meta.language = language;
    const Galley galley = composed(document);
    double bullet_ends = 0, text_begins = 0;
    for (const Piece& piece : galley.pieces) {
      for (const draw::Item& item : piece.items) {
        const auto* run = std::get_if<draw::Glyphs>(&item.is);
        if (!run) continue;
        if (run->text == "•") {
          const fonts::InkBox ink = faces()[{run->face.v}].ink({run->glyphs[0].glyph});
          bullet_ends = (run->at.x + ink.right.at(run->size)).v;
        } else if (run->text == "項目") {
          text_begins = run->at.x.v;
        }
      }
    }
    INFO(language.tag);
    CHECK(bullet_ends > 0);
    CHECK(text_begins - bullet_ends > 10.5 * 0.4);
  }
}

TEST_CASE("Korean is emphasised by dots over its syllables", "[pdf_galley][8.1]") {
  model::Document document =
      essay("a.md", "题",
            {paragraph(model::Inlines{styled(model::Style::emphasis, {text("강조, 글")})})});
  document.meta.language = {"ko", model::Convention::ko};
  const Galley galley = composed(document);
  std::size_t dots = 0;
  for (const Piece& piece : galley.pieces) {
    for (const draw::Item& item : piece.items) {
      const auto* rule = std::get_if<draw::Rule>(&item.is);
      dots += rule && rule->dot.v > 0;
    }
  }
  CHECK(dots == 3);
}

TEST_CASE("however deep lists stand in one another, their words have room", "[pdf_galley][6.5]") {
  model::Block inner = paragraph("最深处的几个字");
  for (int depth = 0; depth < 60; ++depth) {
    model::List list;
    list.items.push_back({{}, {}, {std::move(inner)}});
    inner = model::Block{{}, std::move(list)};
  }
  const Galley galley = composed(essay("a.md", "题", {std::move(inner)}));
  const style::Geometry page = style::geometry_of({}, config::Purpose::print);
  Pt farthest;
  std::string words;
  for (const Piece& piece : galley.pieces) {
    words += text_of(piece);
    for (const draw::Item& item : piece.items) {
      if (const auto* run = std::get_if<draw::Glyphs>(&item.is))
        farthest = std::max(farthest, run->at.x);
    }
  }
  CHECK(farthest + page.body * 6.0 < page.measure());
  CHECK(words.find("最深处的") != std::string::npos);
}

TEST_CASE(
    "a character that no face has is told with its line, in code, cards and descriptions, too",
    "[pdf_galley][messages]") {
  const auto line_of = [](model::Block block) {
    block.at = {5, 9, 1, 1};
    Diagnostics log;
    composed(essay("a.md", "题", {paragraph("文。"), std::move(block)}), log);
    REQUIRE(log.all().size() >= 1);
    CHECK(log.all()[0].code == "glyph-missing");
    return log.all()[0].at.first_line;
  };
  CHECK(line_of({{}, model::CodeBlock{{}, {}, {}, "a\nb\n\uE108\n"}}) == 8);  // behind its fence
  CHECK(line_of({{}, model::CodeBlock{{}, {}, {}, "a\nb\nc\nd\n\uE109\n"}}) == 9);  // indented
  CHECK(line_of({{}, model::CodeBlock{{}, {}, "\uE10A", "a\n"}}) == 5);
  CHECK(line_of({{}, model::MathBlock{"x\n\uE10B"}}) == 7);
  CHECK(line_of({{}, model::LinkCard{{{}, "https://example.org/", {}}, "\uE10C"}}) == 5);
  CHECK(line_of(figure("missing.png", "\uE10D")) == 5);
}

TEST_CASE("what an essay's title lacks is told at the title, or at the beginning of its file",
          "[pdf_galley][messages]") {
  model::Document document = essay("a.md", "题\uE10E", {paragraph("文。")});
  const model::Meta whole;
  Diagnostics log;
  composed(document, log, &whole);
  REQUIRE_FALSE(log.all().empty());
  CHECK(log.all()[0].at.first_line == 1);
  document.meta.title_at = {3, 3, 8, 9};
  Diagnostics placed;
  composed(document, placed, &whole);
  REQUIRE_FALSE(placed.all().empty());
  CHECK(placed.all()[0].at == document.meta.title_at);
}
