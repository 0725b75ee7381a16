#include "outline/chapters.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/overload.h"
#include "base/utf8.h"
#include "model/walk.h"

namespace keben::outline {
namespace {

using namespace model;

constexpr std::size_t kLongestXhtml = 260'000;  // bytes
constexpr std::size_t kBookChapter = 4'000;     // characters

/// What a block will weigh as XHTML, roughly, and how many characters a reader sees of it.
struct Weight {
  std::size_t bytes = 0;
  std::size_t characters = 0;
};

/// Tags and attributes of one block and of one inline, from a look at our own output.
constexpr std::size_t kBlockMarkup = 16;
constexpr std::size_t kInlineMarkup = 12;

class Scale {
 public:
  Weight weigh(const Block& block) {
    total_ = {};
    const std::span<const Block> only(&block, 1);
    for_each_block(
        only, [this](const Block& b) { add(b); },
        [this](const Inlines& inlines) {
          for_each_inline(inlines, [this](const Inline& node) { add(node); });
        });
    return total_;
  }

 private:
  void add(const Block& block) {
    total_.bytes += kBlockMarkup;
    if (const auto* code = std::get_if<CodeBlock>(&block.is)) text(code->text);
    if (const auto* math = std::get_if<MathBlock>(&block.is)) text(math->tex);
  }

  void add(const Inline& node) {
    if (const auto* plain = std::get_if<Text>(&node.is)) {
      text(plain->text);
    } else {
      total_.bytes += kInlineMarkup;
      if (const auto* code = std::get_if<CodeSpan>(&node.is)) text(code->text);
      if (const auto* math = std::get_if<Math>(&node.is)) text(math->tex);
    }
  }

  void text(const std::string& words) {
    total_.bytes += words.size();
    total_.characters += utf8::count(words);
  }

  Weight total_;
};

/// Cuts at block boundaries where a heading stands.
class Cutter {
 public:
  Cutter(const Document& document, const std::vector<FoundHeading>& found) {
    Scale scale;
    bytes_before_.push_back(0);
    for (const Block& block : document.blocks)
      bytes_before_.push_back(bytes_before_.back() + scale.weigh(block).bytes);
    for (const FoundHeading& f : found) {
      if (f.opens && has_words(*f.heading)) openers_.push_back(f);
    }
  }

  bool has_several_h1() const {
    return std::count_if(openers_.begin(), openers_.end(),
                         [](const FoundHeading& f) { return f.heading->level == 1; }) > 1;
  }

  Chapter whole() const { return {0, bytes_before_.size() - 1, opener_at(0)}; }

  /// The chapter cut before each heading of `level` in it.
  std::vector<Chapter> cut(const Chapter& chapter, int level) const {
    std::vector<Chapter> out{chapter};
    for (const FoundHeading& f : inside(chapter)) {
      if (f.heading->level != level) continue;
      out.back().end_block = f.block;
      out.push_back({f.block, chapter.end_block, f.heading->id});
    }
    return out;
  }

  /// The chapter cut at its highest level for as long as a piece is too long and has headings left.
  void cut_while_long(const Chapter& chapter, std::vector<Chapter>& out) const {
    const std::span<const FoundHeading> headings = inside(chapter);
    const std::size_t bytes = bytes_before_[chapter.end_block] - bytes_before_[chapter.first_block];
    if (bytes <= kLongestXhtml || headings.empty()) {
      out.push_back(chapter);
      return;
    }
    const auto highest = std::min_element(
        headings.begin(), headings.end(),
        [](const auto& a, const auto& b) { return a.heading->level < b.heading->level; });
    for (const Chapter& piece : cut(chapter, highest->heading->level))
      cut_while_long(piece, out);
  }

 private:
  /// A file that begins with an empty heading would have no name in any table of contents.
  static bool has_words(const Heading& heading) {
    return plain_text(heading.content).find_first_not_of(" \n\t") != std::string::npos;
  }

  std::optional<HeadingId> opener_at(std::size_t block) const {
    if (openers_.empty() || openers_.front().block != block) return std::nullopt;
    return openers_.front().heading->id;
  }

  /// The headings in a chapter after the block that opens it.
  std::span<const FoundHeading> inside(const Chapter& chapter) const {
    const auto before = [](const FoundHeading& f, std::size_t block) { return f.block < block; };
    const auto first =
        std::lower_bound(openers_.begin(), openers_.end(), chapter.first_block + 1, before);
    return {first, std::lower_bound(first, openers_.end(), chapter.end_block, before)};
  }

  std::vector<std::size_t> bytes_before_;  // of each block, and the sum at the end
  std::vector<FoundHeading> openers_;
};

/// Calls `f` for each note reference in some blocks.
template <class F>
void for_each_reference(std::span<const Block> blocks, const F& f) {
  for_each_block(
      blocks, [](const Block&) {},
      [&](const Inlines& inlines) {
        for_each_inline(inlines, [&](const Inline& node) {
          if (const auto* reference = std::get_if<NoteReference>(&node.is)) f(reference->note);
        });
      });
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

/// How many bytes at the beginning are a number: Arabic, full-width, Roman or Chinese numerals.
std::size_t numeral_length(std::string_view text) {
  constexpr std::u32string_view kNumerals =
      U"0123456789０１２３４５６７８９IVXLCⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
      U"〇零一二三四五六七八九十百千两上中下";
  std::size_t at = 0;
  while (at < text.size()) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (kNumerals.find(d.code_point) == std::u32string_view::npos) break;
    at = d.next;
  }
  return at;
}

/// 第三章, 第 12 回, 第一部分, Chapter IV, 제1장.
bool calls_itself_chapter(std::string_view heading) {
  const auto skip_space = [](std::string_view text) {
    const std::size_t at = text.find_first_not_of(' ');
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
  };
  if (starts_with(heading, "Chapter ") || starts_with(heading, "CHAPTER "))
    return numeral_length(skip_space(heading.substr(8))) > 0;
  if (!starts_with(heading, "第") && !starts_with(heading, "제")) return false;
  const std::string_view rest = skip_space(heading.substr(std::string_view("第").size()));
  const std::size_t numeral = numeral_length(rest);
  const std::string_view unit = skip_space(rest.substr(numeral));
  return numeral > 0 &&
         (starts_with(unit, "章") || starts_with(unit, "回") || starts_with(unit, "卷") ||
          starts_with(unit, "部") || starts_with(unit, "장"));
}

}  // namespace

std::vector<Chapter> cut_chapters(const Document& document, const std::vector<FoundHeading>& found,
                                  bool only) {
  const Cutter cutter(document, found);
  std::vector<Chapter> pieces{cutter.whole()};
  if (only && cutter.has_several_h1()) pieces = cutter.cut(pieces[0], 1);
  std::vector<Chapter> out;
  for (const Chapter& piece : pieces)
    cutter.cut_while_long(piece, out);
  return out;
}

std::vector<std::size_t> chapters_of_notes(const Document& document,
                                           const std::vector<Chapter>& chapters) {
  std::vector<std::optional<std::size_t>> first(document.notes.size());
  std::vector<NoteId> open;  // assigned, but not yet looked into
  for (std::size_t c = 0; c < chapters.size(); ++c) {
    const auto assign = [&](NoteId note) {
      if (note.v >= first.size() || first[note.v]) return;
      first[note.v] = c;
      open.push_back(note);
    };
    const std::span<const Block> blocks(document.blocks);
    for_each_reference(
        blocks.subspan(chapters[c].first_block, chapters[c].end_block - chapters[c].first_block),
        assign);
    while (!open.empty()) {
      const NoteId note = open.back();
      open.pop_back();
      for_each_reference(document.notes[note.v].children, assign);
    }
  }
  std::vector<std::size_t> out;
  for (const std::optional<std::size_t>& chapter : first)
    out.push_back(chapter.value_or(chapters.size() - 1));
  return out;
}

std::size_t characters_in(const Document& document) {
  Scale scale;
  std::size_t out = 0;
  for (const Block& block : document.blocks)
    out += scale.weigh(block).characters;
  return out;
}

bool chapters_open_pages(const Document& document, const DocumentOutline& outline) {
  std::size_t headed = 0, named = 0;
  for (const Chapter& chapter : outline.chapters) {
    if (!chapter.heading || outline.headings[chapter.heading->v].rank > 1) continue;
    ++headed;
    named += calls_itself_chapter(outline.headings[chapter.heading->v].text);
  }
  if (headed < 2) return false;
  if (named * 2 >= headed) return true;
  return characters_in(document) >= kBookChapter * headed;
}

}  // namespace keben::outline
