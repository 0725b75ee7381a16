#include "tests/property/random_table.h"

#include "base/utf8.h"
#include "tests/property/random.h"
#include "tests/support/build.h"

namespace keben::property {
namespace {

using namespace model;

class TableAuthor {
 public:
  explicit TableAuthor(std::uint64_t seed) : random_(seed), hanzi_(random_.below(kHanzi)) {}

  Document write() {
    Blocks blocks{test::paragraph(words(5, 60))};
    if (random_.one_in(2)) blocks.push_back(test::heading(2, words(2, 8)));
    for (int i = random_.between(1, 2); i > 0; --i) {
      blocks.push_back(within(random_.between(0, 3), table()));
      blocks.push_back(test::paragraph(words(5, 60)));
    }
    Document out = test::essay("tables.md", words(2, 4), std::move(blocks), std::move(notes_));
    if (random_.one_in(4)) out.meta.language = {"en", Convention::western};
    return out;
  }

 private:
  static constexpr std::uint32_t kFirst = 0x4E00, kHanzi = 0x9FA6 - 0x4E00, kStride = 7919;

  std::string words(int least, int most) {
    std::string out;
    for (int i = random_.between(least, most); i > 0; --i) {
      hanzi_ = (hanzi_ + kStride) % kHanzi;
      utf8::append(out, kFirst + hanzi_);
      if (random_.one_in(9)) out += random_.one_in(2) ? "，" : " word ";
    }
    return out;
  }

  // --- Cells ---

  Inlines content() {
    switch (random_.below(14)) {
      case 0:
        return {};
      case 1:
        return {test::text(words(20, 80))};
      case 2:
        return {test::text(words(1, 2) + " " + std::string(20 + random_.below(60), 'w'))};
      case 3: {
        const std::string address =
            "https://example.org/" + std::string(random_.below(90), 'a') + "/b?c=d";
        return {test::link(address, {test::text(address)})};
      }
      case 4:
        return {{{}, CodeSpan{"very_long_name_of_a_function(" + words(1, 3) + ")\n  return;"}}};
      case 5:
        return {{{}, Math{"x^2 + \\text{" + words(1, 3) + "} = \\frac{1}{2}", random_.one_in(2)}}};
      case 6:
        return {test::text(words(1, 3)),
                test::image(random_.one_in(3) ? "missing.png" : "strip.png", words(1, 3))};
      case 7:
        return {test::text("• " + words(1, 5)), {{}, HardBreak{}}, test::text("• " + words(1, 5))};
      case 8:
        if (in_note_) return {test::text(words(1, 4))};
        notes_.push_back({{}, "note", {test::paragraph(words(3, 40))}, 0});
        return {test::text(words(1, 3)),
                test::note_mark(static_cast<std::uint32_t>(notes_.size() - 1))};
      case 9:
        return {test::styled(Style::strong, {test::text(words(1, 4))})};
      default:
        return {test::text(words(1, 4))};
    }
  }

  std::uint16_t span() {
    constexpr std::uint16_t kSpans[] = {0, 2, 2, 2, 3, 5, 40, 65'534};
    return random_.one_in(6) ? kSpans[random_.below(8)] : std::uint16_t{1};
  }

  TableCell cell(bool spans) {
    TableCell out{{}, content(), 1, 1};
    if (spans) out.columns = span(), out.rows = span();
    return out;
  }

  TableRow row(int columns, bool spans) {
    TableRow out;
    const int cells = spans && random_.one_in(4) ? random_.between(0, columns) : columns;
    for (int i = 0; i < cells; ++i)
      out.push_back(cell(spans));
    return out;
  }

  Block table() {
    Table out;
    const int columns = random_.one_in(3) ? random_.between(1, 200) : random_.between(1, 12);
    const bool spans = random_.one_in(2);
    for (int i = 0; i < columns; ++i)
      out.columns.push_back(static_cast<Align>(random_.below(4)));
    if (random_.one_in(3)) out.caption = {test::text(words(2, 30))};
    for (int i = random_.between(0, 2); i > 0; --i)
      out.head.push_back(row(columns, spans));
    for (int i = random_.between(1, columns > 30 ? 4 : 12); i > 0; --i)
      out.body.push_back(row(columns, spans));
    if (random_.one_in(5)) out.body.back().push_back({{}, {test::text(words(800, 1500))}, 1, 1});
    return {{}, std::move(out)};
  }

  // --- What holds them ---

  Block within(int depth, Block block) {
    if (depth == 0) return block;
    Blocks inner{test::paragraph(words(1, 30)), within(depth - 1, std::move(block))};
    switch (random_.below(5)) {
      case 0:
        return {{}, Quote{std::move(inner), {}}};
      case 1:
        return {{}, List{List::Mark::bullet, 1, false, {{{}, {}, std::move(inner)}}}};
      case 2:
        return {{}, Admonition{Admonition::Kind::note, "note", {}, std::move(inner)}};
      case 3:
        if (!in_note_) return in_a_note(std::move(inner));
        [[fallthrough]];
      default:
        return {{}, Details{{test::text(words(1, 5))}, std::move(inner)}};
    }
  }

  Block in_a_note(Blocks inner) {
    in_note_ = true;
    notes_.push_back({{}, "note", std::move(inner), 0});
    return test::paragraph(
        {test::text(words(3, 9)), test::note_mark(static_cast<std::uint32_t>(notes_.size() - 1))});
  }

  Random random_;
  std::uint32_t hanzi_;
  std::vector<Note> notes_;
  bool in_note_ = false;
};

}  // namespace

Document random_tables(std::uint64_t seed) {
  return TableAuthor(seed).write();
}

}  // namespace keben::property
