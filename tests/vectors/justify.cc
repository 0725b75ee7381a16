// justify: the lines that a paragraph is set in, with widths that every machine agrees on.
#include "base/utf8.h"
#include "pdf/lines/breaks.h"
#include "pdf/shape/shape.h"
#include "tests/vectors/row.h"

namespace keben::vectors {
namespace {

/// Letters and digits are half an em wide, spaces a quarter, all else as it is set.
void even_out(pdf::shape::ShapedParagraph& paragraph) {
  using pdf::shape::Cell;
  for (pdf::shape::Box& box : paragraph.boxes) {
    if (box.first != Cell::letter && box.first != Cell::digit && box.first != Cell::other) continue;
    const std::string_view text = std::string_view(paragraph.source.text)
                                      .substr(box.first_byte, box.end_byte - box.first_byte);
    box.width = Mil{500} * static_cast<std::int32_t>(utf8::count(text));
  }
}

}  // namespace

Verdict judge_justify(const Row& row, const fonts::Catalog& faces) {
  pdf::shape::Shaper shaper(faces);
  Diagnostics log;
  pdf::shape::StyledText text;
  text.styles.emplace_back();
  text.append(row[3], 0);
  const Mil measure = in_mil(Em{std::stod(row[2])});
  auto paragraph = shaper.shape(std::move(text), style_in(row[1]), measure, log);
  even_out(paragraph);
  const auto breaks =
      pdf::lines::break_justified(paragraph, pdf::lines::Sums(paragraph), {measure, measure});
  std::string got;
  std::uint32_t first = 0;
  for (const std::uint32_t end : breaks->ends) {
    if (!got.empty()) got += '|';
    const std::uint32_t from = paragraph.boxes[first].first_byte,
                        to = paragraph.boxes[end - 1].end_byte;
    got += paragraph.source.text.substr(from, to - from);
    first = end;
  }
  if (got == row[4]) return {};
  return row[0] + ": got " + got;
}

}  // namespace keben::vectors
