#include "unicode/line_break.h"

#include <catch2/catch.hpp>
#include <functional>

#include "base/utf8.h"

using namespace keben;
using namespace keben::unicode;

namespace {

/// The class that a typesetter gives a code point instead of the database's; here for a paragraph
/// in simplified Chinese (typesetting.md 2.2, in part).
LineClass chinese(char32_t c, LineClass from_database) {
  if (c == U'“' || c == U'‘') return LineClass::op_wide;
  if (c == U'”' || c == U'’' || c == U'·' || c == U'／') return LineClass::cl;
  if (c >= U'０' && c <= U'９') return LineClass::nu;
  return from_database;
}
LineClass as_it_is(char32_t, LineClass from_database) {
  return from_database;
}

/// The text with ÷ where a line may end, ! where it must, and nothing between other code points.
std::string broken(std::string_view text,
                   const std::function<LineClass(char32_t, LineClass)>& change = as_it_is,
                   Numbers numbers = Numbers::whole) {
  const std::u32string points = utf8::to_utf32(text);
  std::vector<LineClass> classes;
  for (const char32_t c : points)
    classes.push_back(change(c, line_class(c)));
  std::vector<Break> after(classes.size());
  find_breaks(classes, after, numbers);
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    utf8::append(out, points[i]);
    if (after[i] != Break::prohibited) out += after[i] == Break::allowed ? "÷" : "!";
  }
  return out;
}

}  // namespace

TEST_CASE("hanzi break anywhere, but not before a mark or after an opening one", "[unicode]") {
  CHECK(broken("甲（乙）丙，《丁》。") == "甲÷（乙）÷丙，÷《丁》。!");
  CHECK(broken("真？！他") == "真？！÷他!");
  CHECK(broken("人々と") == "人々÷と!");
}

TEST_CASE("quotes of a Chinese paragraph open and close once their classes say so", "[unicode]") {
  CHECK(broken("他说“走”了") == "他÷说“走”了!");  // QU holds on both sides
  CHECK(broken("他说“走”了", chinese) == "他÷说÷“走”÷了!");
  CHECK(broken("他说‘走’“了”", chinese) == "他÷说÷‘走’÷“了”!");
}

TEST_CASE("full-width digits stay together once they are digits", "[unicode]") {
  CHECK(broken("共１２３人") == "共÷１÷２÷３÷人!");
  CHECK(broken("共１２３人", chinese) == "共÷１２３÷人!");
}

TEST_CASE("an interpunct or a solidus made CL does not begin a line", "[unicode]") {
  CHECK(broken("卡尔·马克思", chinese) == "卡÷尔·÷马÷克÷思!");
  CHECK(broken("甲／乙", chinese) == "甲／÷乙!");
}

TEST_CASE("a small kana is a nonstarter until the caller makes it an ideograph", "[unicode][lb1]") {
  CHECK(broken("コーヒー") == "コー÷ヒー!");
  const auto normal = [](char32_t, LineClass c) { return c == LineClass::cj ? LineClass::id : c; };
  CHECK(broken("コーヒー", normal) == "コ÷ー÷ヒ÷ー!");
}

TEST_CASE("a number keeps its sign, its separators and its unit", "[unicode][lb25]") {
  CHECK(broken("占50%多") == "占÷50%÷多!");
  CHECK(broken("价￥1,299.00元") == "价÷￥1,299.00÷元!");
  CHECK(broken("约-3.5℃时") == "约-3.5℃÷时!");
  CHECK(broken("时10:30到") == "时÷10:30÷到!");
  CHECK(broken("2024-10-19在") == "2024-10-19÷在!");
  CHECK(broken("(12)%") == "(12)%!");
}

TEST_CASE("a prefix holds an opening bracket only where a digit follows", "[unicode][lb25]") {
  CHECK(broken("$(12)") == "$(12)!");
  CHECK(broken("$(a)") == "$÷(a)!");
  CHECK(broken("$(\u0301"
               "1)") ==
        "$(\u0301"
        "1)!");                         // marks do not hide the bracket
  CHECK(broken("$( 1)") == "$÷( 1)!");  // a space ends the expression
  CHECK(broken("$(a)$(1)") == "$÷(a)÷$(1)!");
  CHECK(broken("$(a)1") == "$÷(a)1!");  // a digit that comes later closes no gap behind it
}

TEST_CASE("whole numbers and pairs differ where a separator stands outside a number", "[unicode]") {
  CHECK(broken("甲,1", as_it_is, Numbers::whole) == "甲,÷1!");
  CHECK(broken("甲,1", as_it_is, Numbers::pairwise) == "甲,1!");
  CHECK(broken("$(a)", as_it_is, Numbers::pairwise) == "$(a)!");
  CHECK(broken("(a)%", as_it_is, Numbers::whole) == "(a)÷%!");
  CHECK(broken("(a)%", as_it_is, Numbers::pairwise) == "(a)%!");
}

TEST_CASE("words and their marks stay whole", "[unicode]") {
  CHECK(broken("don’t go") == "don’t ÷go!");
  CHECK(broken("用C++写") == "用÷C+÷+写!");  // as the standard has it; the typesetter changes it
  CHECK(broken("abc\u200Bdef") == "abc\u200B÷def!");
  CHECK(broken("甲\u00A0乙") == "甲\u00A0乙!");
  CHECK(broken("e\u0301\u0302a") == "e\u0301\u0302a!");
}

TEST_CASE("line ends of every kind are mandatory, CR LF is one", "[unicode][lb4]") {
  CHECK(broken("a\r\nb") == "a\r\n!b!");
  CHECK(broken("a\nb\u2028\u0085c") == "a\n!b\u2028!\u0085!c!");
}

TEST_CASE("pictures, flags and skin tones stay whole", "[unicode][lb30]") {
  CHECK(broken("看👨‍👩‍👧国") == "看÷👨‍👩‍👧÷国!");
  CHECK(broken("看🇨🇳🇯🇵国") == "看÷🇨🇳÷🇯🇵÷国!");
  CHECK(broken("看👍🏽国") == "看÷👍🏽÷国!");
  CHECK(broken("\U0001FC00\U0001F3FB") == "\U0001FC00\U0001F3FB!");  // an emoji to come (LB30b)
}

TEST_CASE("narrow brackets hold words, East Asian ones do not", "[unicode][lb30]") {
  CHECK(broken("f(x)y") == "f(x)y!");
  CHECK(broken("f（x）y") == "f÷（x）÷y!");
}

TEST_CASE("Thai breaks at spaces only, and its vowel signs are marks", "[unicode][lb1]") {
  CHECK(broken("ไทยที่ ดี") == "ไทยที่ ÷ดี!");
  CHECK(resolve(line_class(U'ไ')) == LineClass::al);
  CHECK(resolve(line_class(U'ี')) == LineClass::cm);
}

TEST_CASE("no text has no gaps, one character has the end", "[unicode][lb3]") {
  CHECK(broken("").empty());
  CHECK(broken("字") == "字!");
  CHECK(broken("\u0301") == "\u0301!");
}

TEST_CASE("a text judged as it stands gives the gaps of its classes", "[unicode]") {
  const std::vector<Break> after = find_breaks("好。好");
  CHECK(after == std::vector{Break::prohibited, Break::allowed, Break::mandatory});
  CHECK(line_classes("好。") == std::vector{LineClass::id, LineClass::cl});
}

TEST_CASE("a million spaces or accents after a bracket are one pass", "[unicode][time]") {
  for (const LineClass filler : {LineClass::sp, LineClass::cm, LineClass::ri, LineClass::nu}) {
    std::vector<LineClass> classes(2'000'000, filler);
    classes.front() = LineClass::op;
    classes.back() = LineClass::al;
    std::vector<Break> after(classes.size());
    find_breaks(classes, after);
    CHECK(after[classes.size() - 2] ==
          (filler == LineClass::ri ? Break::allowed : Break::prohibited));
  }
}
