#include "tests/property/random_document.h"

#include <array>
#include <iterator>

#include "base/utf8.h"
#include "tests/property/random.h"
#include "tests/support/build.h"

namespace keben::property {
namespace {

using namespace model;

constexpr int kDeepest = 3;

class Author {
 public:
  explicit Author(std::uint64_t seed) : random_(seed), hanzi_(random_.below(kHanzi)) {}

  Document write() {
    constexpr std::array kLanguages = {Convention::hans, Convention::hant_tw, Convention::ja,
                                       Convention::western};
    constexpr std::array kTags = {"zh-CN", "zh-Hant-TW", "ja", "en"};
    Blocks blocks = some_blocks(random_.between(1, 3), 0);
    Document out = test::essay("random.md", words(), std::move(blocks), std::move(notes_));
    const std::uint32_t language = random_.below(kLanguages.size());
    out.meta.language = {kTags[language], kLanguages[language]};
    return out;
  }

 private:
  // --- Words ---

  /// The hanzi of Unicode 1.1, in an order that shows each once before any returns.
  static constexpr std::uint32_t kFirst = 0x4E00, kHanzi = 0x9FA6 - 0x4E00, kStride = 7919;

  std::string words(int least = 1, int most = 9) {
    constexpr std::array kBetween = {"，", "。", "“", "”", "（", "）", " word ", "——", "3.5", " "};
    std::string out;
    for (int i = random_.between(least, most); i > 0; --i) {
      hanzi_ = (hanzi_ + kStride) % kHanzi;
      utf8::append(out, kFirst + hanzi_);
      if (random_.one_in(7)) out += kBetween[random_.below(kBetween.size())];
    }
    return out;
  }

  // --- Inlines ---

  Inlines some_inlines(int depth) {
    Inlines out{test::text(words())};
    for (int i = random_.between(0, 5); i > 0; --i)
      out.push_back(any_inline(depth));
    return out;
  }

  Inline any_inline(int depth) {
    switch (random_.below(depth < kDeepest ? 10 : 7)) {
      case 0:
        return test::text(words(5, 40));
      case 1:
        return {{}, CodeSpan{words()}};
      case 2:
        return {{}, HardBreak{}};
      case 3:
        return test::image(picture(), words());
      case 4:
        return {{}, Math{"x^2 + \\text{" + words() + "}", random_.one_in(3)}};
      case 5:
        return {{}, ruby()};
      case 6:
        return note_mark();
      case 7:
        return link(depth);
      case 8:
        return {{}, Foreign{random_.one_in(2) ? "ja" : "fr", some_inlines(depth + 1)}};
      default:
        return test::styled(static_cast<Style>(random_.below(10)), some_inlines(depth + 1));
    }
  }

  /// Links hold none themselves, as in HTML.
  Inline link(int depth) {
    if (in_link_) return test::text(words());
    in_link_ = true;
    Inlines children = some_inlines(depth + 1);
    in_link_ = false;
    return test::link(address(), std::move(children));
  }

  std::string picture() { return random_.one_in(3) ? "missing.png" : "picture.png"; }
  std::string address() { return random_.one_in(2) ? "https://example.org/" : "#nowhere"; }

  Ruby ruby() {
    Ruby out;
    for (int i = random_.between(1, 3); i > 0; --i) {
      std::string base = words(1, 2);
      out.pairs.push_back({std::move(base), random_.one_in(3) ? words(1, 2) : "dú"});
    }
    return out;
  }

  /// A new note, or one that is there; a note may refer to notes, and those to none.
  Inline note_mark() {
    if (note_depth_ == 2) return test::text(words());
    const auto count = static_cast<std::uint32_t>(notes_.size());
    if (count > 0 && random_.one_in(2)) return test::note_mark(random_.below(count));
    notes_.push_back({{}, "note", {}, 0});
    ++note_depth_;
    Blocks children = some_blocks(random_.between(1, 2), kDeepest);
    --note_depth_;
    notes_[count].children = std::move(children);
    return test::note_mark(count);
  }

  // --- Blocks ---

  Blocks some_blocks(int count, int depth) {
    Blocks out;
    for (int i = 0; i < count; ++i)
      out.push_back({{}, any_block(depth)});
    return out;
  }

  Blocks inner_blocks(int depth) { return some_blocks(random_.between(1, 3), depth + 1); }

  decltype(Block::is) any_block(int depth) {
    switch (random_.below(depth < kDeepest ? 15 : 8)) {
      case 0:
        return CodeBlock{"cpp", {}, random_.one_in(2) ? words() : "", code()};
      case 1:
        return MathBlock{"y = \\text{" + words() + "}"};
      case 2:
        return ThematicBreak{};
      case 3:
        return LinkCard{{{}, "https://example.org/card", {}}, words()};
      case 4:
        return figure();
      case 5:
        return table();
      case 6:
        return heading(depth);
      case 8:
        return quote(depth);
      case 9:
        return list(depth);
      case 10:
        return admonition(depth);
      case 11: {
        Inlines summary = some_inlines(1);
        return Details{std::move(summary), inner_blocks(depth)};
      }
      case 12:
        return definitions(depth);
      case 13:
        return tabs(depth);
      case 14:
        return Division{static_cast<Align>(random_.below(4)), inner_blocks(depth)};
      default:
        return Paragraph{some_inlines(0), static_cast<Align>(random_.below(4))};
    }
  }

  std::string code() {
    std::string out;
    for (int i = random_.between(1, 6); i > 0; --i)
      out += "  // " + words(1, 60) + "\n";
    return out;
  }

  Heading heading(int depth) {
    return {{}, random_.between(1, 6), {}, some_inlines(std::max(depth, 2))};
  }

  Figure figure() {
    Figure out;
    for (int i = random_.between(1, 3); i > 0; --i)
      out.images.push_back(std::get<Image>(test::image(picture(), words()).is));
    if (random_.one_in(4)) out.link = LinkTarget{{}, "https://example.org/figure", {}};
    if (random_.one_in(2)) out.caption = some_inlines(2);
    return out;
  }

  /// Of up to nine columns; a row's first cell may be as wide as two.
  Table table() {
    Table out;
    if (random_.one_in(2)) out.caption = some_inlines(2);
    const int columns = random_.between(1, 9);
    for (int i = 0; i < columns; ++i)
      out.columns.push_back(static_cast<Align>(random_.below(4)));
    const auto row = [&] {
      TableRow cells;
      const bool wide = columns > 1 && random_.one_in(4);
      for (int i = wide ? 1 : 0; i < columns; ++i)
        cells.push_back({{}, some_inlines(2), 1, 1});
      if (wide) cells.front().columns = 2;
      return cells;
    };
    out.head.push_back(row());
    for (int i = random_.between(0, 4); i > 0; --i)
      out.body.push_back(row());
    return out;
  }

  Quote quote(int depth) {
    Quote out{inner_blocks(depth), {}};
    if (random_.one_in(2)) out.attribution = some_inlines(2);
    return out;
  }

  List list(int depth) {
    List out{
        static_cast<List::Mark>(random_.below(3)), 1 + random_.below(20), random_.one_in(2), {}};
    for (int i = random_.between(1, 4); i > 0; --i) {
      ListItem item;
      if (random_.one_in(4)) item.checked = random_.one_in(2);
      item.children = inner_blocks(depth);
      out.items.push_back(std::move(item));
    }
    return out;
  }

  Admonition admonition(int depth) {
    Admonition out{static_cast<Admonition::Kind>(random_.below(9)), "box", {}, {}};
    if (random_.one_in(2)) out.title = some_inlines(2);
    out.children = inner_blocks(depth);
    return out;
  }

  DefinitionList definitions(int depth) {
    DefinitionList out;
    for (int i = random_.between(1, 3); i > 0; --i) {
      DefinitionList::Entry entry;
      entry.terms.push_back(some_inlines(2));
      if (random_.one_in(3)) entry.terms.push_back(some_inlines(2));
      entry.definitions.push_back(inner_blocks(depth));
      out.entries.push_back(std::move(entry));
    }
    return out;
  }

  Tabs tabs(int depth) {
    Tabs out;
    for (int i = random_.between(1, 3); i > 0; --i) {
      Inlines title = some_inlines(2);
      out.tabs.push_back({std::move(title), inner_blocks(depth)});
    }
    return out;
  }

  Random random_;
  std::uint32_t hanzi_;
  std::vector<Note> notes_;
  int note_depth_ = 0;
  bool in_link_ = false;
};

}  // namespace

Document random_document(std::uint64_t seed) {
  return Author(seed).write();
}

}  // namespace keben::property
