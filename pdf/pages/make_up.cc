#include "pdf/pages/make_up.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "pdf/galley/paragraph.h"
#include "pdf/pages/detail/beginnings.h"
#include "pdf/pages/detail/page_depth.h"

namespace keben::pdf::pages {
namespace {

using galley::Piece;

constexpr Em kNoteRule{7.5};  // a quarter of a measure of 30 em
constexpr Pt kNoteRuleThickness{0.4};
constexpr double kFrameOverhang = 0.3;  // of an em

/// What a page calls each of its notes.
using NoteNumbers = std::map<std::uint32_t, int>;

/// Fills one page. What it takes from the galley is moved: a piece stands on one page, but for
/// tables' heads and notes, which any page that has their mark may show.
class PageMaker {
 public:
  PageMaker(galley::Galley& galley, const style::Stylesheet& sheet, const fonts::Catalog& faces,
            NoteNumbers& promised)
      : galley_(galley), sheet_(sheet), faces_(faces), promised_(promised) {}

  MadeUpPage make(const Cut& cut) {
    number_notes(cut);
    place(cut.waited);
    const std::uint32_t first = cut.text.empty() ? 0 : cut.text.front().first;
    if (const galley::TableHead* head = repeated_head(galley_, first)) {
      Pt y = depth_.used();
      for (const Piece& piece : head->pieces) {
        put(Piece(piece), y);
        y += piece.height;
      }
      depth_.add_head(head->height);
    }
    place(cut.text);
    frames(first);
    for (const Placed& placed : placed_)
      put(std::move(galley_.pieces[placed.piece]), placed.top);
    notes(cut);
    return std::move(page_);
  }

 private:
  struct Placed {
    std::uint32_t piece;
    Pt top, bottom;
  };

  void place(const std::vector<Cut::Span>& spans) {
    for (const Cut::Span span : spans) {
      for (std::uint32_t p = span.first; p < span.end; ++p) {
        const Pt top = depth_.top_of(galley_.pieces[p]);
        depth_.add(galley_.pieces[p]);
        placed_.push_back({p, top, depth_.used()});
      }
    }
  }

  /// Notes are numbered anew on each page, in the order in which the page shows them, and behind
  /// those that a page before has numbered but that only begin here.
  void number_notes(const Cut& cut) {
    int next = 1;
    const auto keep = [&](NotePlace place) {
      const auto promised = promised_.find(place.note);
      if (promised == promised_.end()) return;
      numbers_.insert(*promised);
      if (place.line == 0) next = std::max(next, promised->second + 1);
    };
    const auto number = [&](NotePlace place) {
      if (numbers_.try_emplace(place.note, next).second) ++next;
    };
    for (const auto& [from, end] : cut.notes)
      keep(from);
    for (const NotePlace place : cut.carried)
      keep(place);
    for (const auto& [from, end] : cut.notes)
      number(from);
    for (const NotePlace place : cut.carried)
      number(place);
    promised_.clear();
    for (const NotePlace place : cut.carried)
      promised_.insert(*numbers_.find(place.note));
  }

  /// ① … ⑳ ㉑ … ㉟ ㊱ … ㊿; a page holds fewer notes than that.
  static char32_t circled(int number) {
    if (number <= 20) return U'①' + static_cast<char32_t>(number - 1);
    if (number <= 35) return U'㉑' + static_cast<char32_t>(number - 21);
    return U'㊱' + static_cast<char32_t>(std::min(number, 50) - 36);
  }

  void put_number(draw::Item& item, std::uint32_t note) const {
    const auto number = numbers_.find(note);
    auto* glyphs = std::get_if<draw::Glyphs>(&item.is);
    if (number == numbers_.end() || !glyphs || glyphs->glyphs.empty()) return;
    const char32_t sign = circled(number->second);
    glyphs->text.clear();
    utf8::append(glyphs->text, sign);
    glyphs->glyphs[0].glyph = faces_[{glyphs->face.v}].cell(sign).glyph.v;
    glyphs->glyphs[0].text_end = static_cast<std::uint16_t>(glyphs->text.size());
  }

  void put(Piece&& piece, Pt y) {
    const std::size_t first = page_.items.size();
    for (draw::Item& item : piece.items) {
      galley::move_down(item, y);
      page_.items.push_back(std::move(item));
    }
    for (const galley::NoteMark& mark : piece.marks)
      put_number(page_.items[first + mark.item], mark.note);
    for (draw::LinkArea& link : piece.links) {
      link.area.y += y;
      page_.links.push_back(std::move(link));
    }
    for (draw::Anchor& anchor : piece.anchors)
      page_.anchors.push_back({std::move(anchor.name), anchor.y + y});
    piece.items = {};
    piece.links = {};
  }

  /// Panels and bars, outermost first (frames are numbered before those inside them), each round
  /// the pieces that it holds on this page; open where the page cuts it.
  void frames(std::uint32_t first) {
    std::map<std::uint32_t, std::pair<Pt, Pt>> spans;
    for (const Placed& placed : placed_) {
      for (std::uint32_t f = galley_.pieces[placed.piece].frame; f != 0;
           f = galley_.frames[f].parent) {
        const auto [at, fresh] = spans.try_emplace(f, placed.top, placed.bottom);
        if (!fresh) at->second.second = placed.bottom;
      }
    }
    for (const auto& [frame, span] : spans) {
      // Where a page cuts it, it begins a little above its first line.
      const bool cut_open = first > 0 && is_within(first, frame) && is_within(first - 1, frame);
      const Pt above = cut_open ? sheet_.page.body * kFrameOverhang : Pt{0};
      draw_frame(galley_.frames[frame], span.first - above, span.second);
    }
  }

  bool is_within(std::uint32_t piece, std::uint32_t frame) const {
    std::uint32_t f = galley_.pieces[piece].frame;
    while (f != 0 && f != frame)
      f = galley_.frames[f].parent;
    return f == frame;
  }

  void draw_frame(const galley::Frame& frame, Pt top, Pt bottom) {
    if (frame.panel) {
      page_.items.push_back(
          {{},
           draw::Fill{{frame.left, top, frame.width, bottom - top}, galley::ink_of(*frame.panel)}});
    }
    if (frame.bar) {
      page_.items.push_back({{},
                             draw::Fill{{frame.left, top, frame.bar_width, bottom - top},
                                        galley::ink_of(*frame.bar)}});
    }
  }

  /// The notes' last line stands level with the page's last line.
  void notes(const Cut& cut) {
    if (cut.notes.empty()) return;
    Pt height;
    for (const auto& [from, end] : cut.notes) {
      for (std::uint32_t line = from.line; line < end; ++line)
        height += galley_.notes[from.note].pieces[line].height;
    }
    const Pt hanging = sheet_.note.leading - sheet_.note.size;
    Pt y = sheet_.page.depth() - height + hanging;
    const Pt rule_y = y - sheet_.page.body * 0.55;
    page_.items.push_back(
        {{},
         draw::Rule{
             {Pt{0}, rule_y}, {kNoteRule.at(sheet_.page.body), rule_y}, kNoteRuleThickness}});
    for (const auto& [from, end] : cut.notes) {
      for (std::uint32_t line = from.line; line < end; ++line) {
        const Piece& piece = galley_.notes[from.note].pieces[line];
        const std::size_t first = page_.items.size();
        put(Piece(piece), y);
        if (line == 0) put_number(page_.items[first], from.note);
        y += piece.height;
      }
    }
  }

  galley::Galley& galley_;
  const style::Stylesheet& sheet_;
  const fonts::Catalog& faces_;
  MadeUpPage page_;
  PageDepth depth_{sheet_.page};
  std::vector<Placed> placed_;
  NoteNumbers numbers_;
  NoteNumbers& promised_;  // by the page before, to notes that go on from there
};

}  // namespace

std::vector<MadeUpPage> make_up(galley::Galley& galley, const style::Stylesheet& sheet,
                                const fonts::Catalog& faces, const Reset& reset) {
  std::vector<MadeUpPage> out;
  auto landmark = galley.landmarks.begin();
  NoteNumbers promised;
  Beginnings beginnings(galley);
  for (const Cut& cut : cut_into_pages(galley, sheet.page, reset)) {
    out.push_back(PageMaker(galley, sheet, faces, promised).make(cut));
    out.back().begins = beginnings.of(cut);
    out.back().opens = out.size() == 1;
    for (; landmark != galley.landmarks.end() && landmark->piece < cut.end; ++landmark)
      out.back().landmarks.push_back(*landmark);
  }
  return out;
}

}  // namespace keben::pdf::pages
