// Each setting that an author may choose (config/typesetting.h), by what it does to lines.
#include "config/typesetting.h"

#include <catch2/catch.hpp>

#include "pdf/lines/breaks.h"
#include "pdf/lines/set_line.h"
#include "pdf/shape/shape.h"
#include "pdf/style/stylesheet.h"

using namespace keben;
using namespace keben::pdf;

namespace {

/// A paragraph with its lines, set on a page whose author chose `settings`: "key=value key=value".
class Set {
 public:
  Set(const std::string& settings, const std::string& text, double measure,
      const std::string& language = "zh-CN") {
    config::PdfOptions options;
    std::string_view rest = settings;
    while (!rest.empty()) {
      const std::string_view one = rest.substr(0, rest.find(' '));
      const std::size_t equals = one.find('=');
      REQUIRE(config::set(options.typesetting, one.substr(0, equals), one.substr(equals + 1)));
      rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    }
    style_ = style::make_stylesheet(options, {}, *model::parse_language(language)).body;
    shape::StyledText source;
    source.styles.push_back({});
    source.append(text, 0);
    Diagnostics log;
    const Mil all{static_cast<std::int32_t>(measure * 1000)};
    paragraph_ = shape::Shaper(faces()).shape(std::move(source), style_, all, log);
    const lines::Sums sums(paragraph_);
    const Mil indent{static_cast<std::int32_t>(style_.first_indent.v * 1000)};
    lines::LineSetter setter(paragraph_, sums);
    std::uint32_t first = 0;
    const lines::Breaks breaks = *lines::break_justified(paragraph_, sums, {all - indent, all});
    for (const std::uint32_t end : breaks.ends) {
      lines_.push_back(
          setter.set(first, end, first == 0 ? all - indent : all, lines::Filling::justified));
      first = end;
    }
  }

  /// The lines' text, parted by strokes.
  std::string text() const {
    std::string out;
    for (const lines::SetLine& line : lines_)
      out += (out.empty() ? "" : "|") + line.text;
    return out;
  }
  const lines::SetLine& line(std::size_t n) const { return lines_.at(n); }
  Em indent() const { return style_.first_indent; }

 private:
  static const fonts::Catalog& faces() {
    static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
    return catalog;
  }

  style::ParagraphStyle style_;
  shape::ShapedParagraph paragraph_;
  std::vector<lines::SetLine> lines_;
};

/// How wide a text is on one line, in thousandths of an em.
int width(const std::string& settings, const std::string& text,
          const std::string& language = "zh-CN") {
  return Set(settings, text, 40, language).line(0).width.v;
}

}  // namespace

TEST_CASE("kinsoku=none lets lines begin with any mark", "[pdf_lines][2.3]") {
  const std::string text = "一二三四五六，七八九十。";
  CHECK(Set("indent=0 kinsoku=none", text, 6).text() == "一二三四五六|，七八九十。");
  CHECK(Set("indent=0", text, 6).text() == "一二三四五|六，七八九十。");
}

TEST_CASE("kinsoku=gb keeps a solidus from a line's end, and basic does not", "[pdf_lines][2.3]") {
  const std::string text = "甲乙丙丁戊／己庚辛壬癸。";
  CHECK(Set("indent=0 kinsoku=basic", text, 6).text() == "甲乙丙丁戊／|己庚辛壬癸。");
  CHECK(Set("indent=0 kinsoku=gb", text, 6).text() !=
        Set("indent=0 kinsoku=basic", text, 6).text());
}

TEST_CASE("kinsoku=strict keeps a dash from a line's beginning", "[pdf_lines][2.3]") {
  const std::string text = "一二三四五六——七八九十一二三。";
  CHECK(Set("indent=0 kinsoku=gb", text, 6).text() == "一二三四五六|——七八九十|一二三。");
  CHECK(Set("indent=0 kinsoku=strict", text, 6).text().find("|——") == std::string::npos);
}

TEST_CASE("marks=kaiming and banjiao make marks half an em wide, none leaves them an em",
          "[pdf_lines][3.4]") {
  const std::string text = "文，文。文（文）。文";
  CHECK(width("marks=quanjiao", text) == 9500);
  CHECK(width("marks=kaiming", text) == 8500);  // only the stops are an em
  CHECK(width("marks=banjiao", text) == 7500);
  CHECK(width("marks=none", text) == 10'000);
}

TEST_CASE("adjacent=tight leaves nothing between two marks", "[pdf_lines][3.3]") {
  const std::string text = "（文）（文）文，“文”文";
  CHECK(width("adjacent=half", text) == 10'500);
  CHECK(width("adjacent=tight", text) == 9500);
  CHECK(width("adjacent=tight", "文，（文）文", "zh-TW") == 5250);
}

TEST_CASE("first=keep leaves an opening mark its blank on the first line alone",
          "[pdf_lines][3.5]") {
  const std::string text = "“一二三四五。”六七八“九十";
  const Set trimmed("indent=2", text, 10), kept("indent=2 first=keep", text, 10);
  CHECK(trimmed.line(0).runs[0].left == Mil{0});
  CHECK(kept.line(0).runs[0].left == Mil{500});
  CHECK(kept.line(1).runs[0].left == Mil{0});
}

TEST_CASE("hang=allow-end sets a comma outside the measure where its line would be too full",
          "[pdf_lines][3.7]") {
  const std::string text = "一二三四五六，七八九十一二，三四五。";
  const Set hung("indent=0 hang=allow-end", text, 6);
  CHECK(hung.text() == "一二三四五六，|七八九十一二，|三四五。");
  CHECK(hung.line(0).width == Mil{6500});
  CHECK(hung.line(0).glyphs[5].x == Mil{5000});
  // Not where it would follow another mark, and not where the line may shrink.
  CHECK(Set("indent=0 hang=allow-end", "一二三四五六」，七八九十。", 6).line(0).width <= Mil{6000});
  CHECK(Set("indent=0 hang=allow-end", "一二，三四五六，七八九十。", 7).line(0).width == Mil{7000});
}

TEST_CASE("a hanging comma of Taiwan takes its blank outside with it", "[pdf_lines][3.7]") {
  const Set hung("indent=0 hang=allow-end", "一二三四五六，七八九十一二，三四五。", 6, "zh-TW");
  CHECK(hung.line(0).text == "一二三四五六，");
  CHECK(hung.line(0).width == Mil{6750});  // the one before it was squeezed
}

TEST_CASE("autospace=narrow is an eighth of an em, none only what was typed", "[pdf_lines][4]") {
  const int solid = width("autospace=none", "用AI写");
  CHECK(width("autospace=normal", "用AI写") == solid + 500);
  CHECK(width("autospace=narrow", "用AI写") == solid + 250);
  CHECK(width("autospace=none", "用 AI写") > solid + 150);
}

TEST_CASE("hyphens=none divides no word", "[pdf_lines][2.8]") {
  const std::string text = "我们把这一种办法叫做transformation。";
  CHECK(Set("indent=0", text, 14).text().find("\u00AD") != std::string::npos);
  CHECK(Set("indent=0 hyphens=none", text, 14).text().find("\u00AD") == std::string::npos);
}

TEST_CASE("indent is that of a paragraph's first line, in any language", "[pdf_lines][6.1]") {
  CHECK(Set("indent=0", "文", 10).indent() == Em{0});
  CHECK(Set("indent=1", "文", 10).indent() == Em{1});
  CHECK(Set("indent=2", "word", 10, "en").indent() == Em{2});
  CHECK(Set("indent=auto", "文", 10).indent() == Em{2});
  CHECK(Set("", "文", 10, "ja").indent() == Em{1});
}
