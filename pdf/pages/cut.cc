// Where pages end.

#include <algorithm>
#include <cmath>
#include <optional>

#include "pdf/pages/detail/page_depth.h"
#include "pdf/pages/make_up.h"

namespace keben::pdf::pages {
namespace {

using galley::BreakCost;
using galley::kForbidden;
using galley::Piece;

constexpr std::int64_t kShortPage = 300, kUnlikeFacing = 100, kSplitNote = 500,
                       kLonelyLine = 1'000'000;
constexpr int kFewShort = 4;  // lines
constexpr std::int64_t kTooHigh = 1'000'000'000;
constexpr std::uint32_t kLinesToSplit = 2;  // of a note, on either side
constexpr int kMostShort =
    9;  // lines; a page that short is looked at only where nothing fuller exists
constexpr double kHair = 0.01;  // of a point, against rounding

using NotePlace = Cut::NotePlace;

/// A page may begin at piece `piece`, with `carried` still to be set: the rest of a note, and the
/// notes that stand behind it.
struct Node {
  std::int64_t cost = 0;
  std::uint32_t piece = 0;
  std::vector<NotePlace> carried = {};
  std::int32_t previous = -1;
  std::uint32_t pages = 0;
  int lines_short = 0;  // of the page that ends here
};

class Cutter {
 public:
  Cutter(const galley::Galley& galley, const style::Geometry& page) : galley_(galley), page_(page) {
    find_brought_notes();
  }

  std::vector<Cut> run() {
    const auto n = static_cast<std::uint32_t>(galley_.pieces.size());
    at_.resize(n + 1);
    nodes_.push_back({.piece = skip_space(0)});
    if (n == 0 || nodes_[0].piece >= n) return {};
    at_[nodes_[0].piece].push_back(0);
    for (std::uint32_t piece = 0; piece < n; ++piece) {
      for (std::size_t k = 0; k < at_[piece].size(); ++k)
        pages_from(at_[piece][k]);
    }
    // What is carried past the last piece fills pages of its own.
    std::int32_t best = -1;
    for (const std::int32_t node : at_[n]) {
      if (best < 0 || at(node).cost < at(best).cost) best = node;
    }
    return trace(best);
  }

 private:
  const Node& at(std::int32_t node) const { return nodes_[static_cast<std::size_t>(node)]; }

  std::uint32_t skip_space(std::uint32_t piece) const {
    while (piece < galley_.pieces.size() && galley_.pieces[piece].space)
      ++piece;
    return piece;
  }

  /// The notes of a page, set as far as they fit: which lines, how high, and what is left.
  struct Notes {
    std::vector<std::pair<NotePlace, std::uint32_t>> set;
    Pt height;
    std::vector<NotePlace> carried = {};
    bool split = false;
  };

  /// A note brings those that only it, or another that it brings, refers to: they stand behind it.
  void find_brought_notes() {
    std::vector<bool> placed(galley_.notes.size(), false);
    for (const Piece& piece : galley_.pieces) {
      for (const galley::NoteMark& mark : piece.marks)
        placed[mark.note] = true;
    }
    const std::vector<bool> in_text = placed;
    brought_.resize(galley_.notes.size());
    for (std::uint32_t note = 0; note < galley_.notes.size(); ++note) {
      if (!in_text[note]) continue;
      std::vector<std::uint32_t>& brought = brought_[note] = {note};
      for (std::size_t i = 0; i < brought.size(); ++i) {
        for (const Piece& line : galley_.notes[brought[i]].pieces) {
          for (const galley::NoteMark& mark : line.marks) {
            if (!placed[mark.note]) brought.push_back(mark.note);
            placed[mark.note] = true;
          }
        }
      }
    }
  }

  static void add_once(std::vector<std::uint32_t>& notes, std::uint32_t note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }

  /// The notes that a piece's marks bring to its page; one that is marked twice stands there once.
  void add_marked(const Piece& piece, std::vector<std::uint32_t>& marked) const {
    for (const galley::NoteMark& mark : piece.marks) {
      for (const std::uint32_t note : brought_[mark.note])
        add_once(marked, note);
    }
  }

  Notes set_notes(const std::vector<NotePlace>& carried, const std::vector<std::uint32_t>& marked,
                  Pt room) const {
    Notes out;
    std::vector<NotePlace> wanted = carried;
    for (const std::uint32_t note : marked) {
      const bool carried_here =
          std::any_of(carried.begin(), carried.end(),
                      [&](const NotePlace& place) { return place.note == note; });
      if (!carried_here) wanted.push_back({note, 0});
    }
    if (wanted.empty()) return out;
    out.height = kNoteSpace.at(page_.body);
    for (const NotePlace place : wanted) {
      if (!out.carried.empty()) {  // an earlier note filled the page: this one moves on with it
        out.carried.push_back(place);
        out.split = true;
        continue;
      }
      const std::vector<Piece>& lines = galley_.notes[place.note].pieces;
      std::uint32_t line = place.line;
      while (line < lines.size() && out.height + lines[line].height <= room + Pt{kHair})
        out.height += lines[line++].height;
      if (line > place.line) out.set.push_back({place, line});
      if (line == lines.size()) continue;
      out.carried.push_back({place.note, line});
      out.split = true;
    }
    return out;
  }

  bool splits_badly(const Notes& notes) const {
    if (notes.carried.empty()) return false;
    const NotePlace rest = notes.carried.front();
    const std::size_t lines = galley_.notes[rest.note].pieces.size();
    return rest.line < kLinesToSplit || lines - rest.line < kLinesToSplit;
  }

  void pages_from(std::int32_t from) {
    const Node start = at(from);
    const Pt most = page_.leading * page_.lines;
    const PageStart page_start = page_start_of(galley_, start.piece);
    PageDepth depth(page_, page_start.repeated);
    std::vector<std::uint32_t> marked;
    bool found = false;
    std::optional<Option> fullest;
    const auto n = static_cast<std::uint32_t>(galley_.pieces.size());
    for (std::uint32_t piece = start.piece; piece < n; ++piece) {
      const Piece& p = galley_.pieces[piece];
      depth.add(p);
      add_marked(p, marked);
      const bool first = piece == start.piece;
      if (depth.used() > most + Pt{kHair} && !first) break;
      if (p.after >= kForbidden && piece + 1 < n) continue;
      if (p.space && piece + 1 < n)
        continue;  // the white after a block ends no page; the block did
      const Pt room =
          std::max(most - depth.used(), most / 2 - Pt{kHair} > depth.used() ? most / 2 : Pt{0});
      const Notes notes = set_notes(start.carried, marked, room);
      if (!first && (notes.split || splits_badly(notes)) && found) continue;
      const Option option{piece + 1, p.after, depth.used() + notes.height, notes};
      fullest = option;
      const int lines_short = static_cast<int>((most - option.height).v / page_.leading.v + kHair);
      if (lines_short <= kMostShort || piece + 1 == n) {
        end_page(from, option, lines_short);
        found = true;
      }
    }
    if (found) return;
    if (fullest)
      return end_page(from, *fullest,
                      static_cast<int>((most - fullest->height).v / page_.leading.v));
    force(from);
  }

  struct Option {
    std::uint32_t end;
    BreakCost after;
    Pt height;
    Notes notes;
  };

  /// Nothing may end this page: the first pieces that hold together are higher than it is. As much
  /// as fits is taken.
  void force(std::int32_t from) {
    const Node start = at(from);
    const Pt most = page_.leading * page_.lines;
    PageDepth depth(page_, page_start_of(galley_, start.piece).repeated);
    std::vector<std::uint32_t> marked;
    std::uint32_t end = start.piece;
    while (end < galley_.pieces.size()) {
      depth.add(galley_.pieces[end]);
      if (depth.used() > most + Pt{kHair} && end > start.piece) break;
      add_marked(galley_.pieces[end], marked);
      ++end;
    }
    const Notes notes = set_notes(start.carried, marked, most / 2);
    end_page(from, {end, static_cast<BreakCost>(kTooHigh - 1), depth.used(), notes}, 0);
  }

  /// 300·k² for a few lines; past those the page is plainly short, and each line more is the same
  /// again. So one very short page is better than two that are half short: a reader sees one place
  /// where a figure did not fit.
  static std::int64_t shortness(int lines) {
    const std::int64_t few = std::min(lines, kFewShort);
    return kShortPage * (few * few + (lines - few));
  }

  void end_page(std::int32_t from, const Option& option, int lines_short) {
    const Node start = at(from);
    const auto n = static_cast<std::uint32_t>(galley_.pieces.size());
    const std::uint32_t next = skip_space(option.end);
    const bool last = next >= n && option.notes.carried.empty();
    Node node{.cost = start.cost,
              .piece = std::min(next, n),
              .carried = option.notes.carried,
              .previous = from,
              .pages = start.pages + 1,
              .lines_short = std::max(0, lines_short)};
    if (!last) {
      node.cost += option.after + shortness(node.lines_short);
      // Facing pages, verso and recto, should be of one depth.
      if (start.pages % 2 == 1 && start.lines_short != node.lines_short) node.cost += kUnlikeFacing;
    } else if (option.end - start.piece == 1 && start.pages > 0 &&
               galley_.pieces[start.piece].height < page_.leading * 2.0) {
      node.cost += kLonelyLine;
    }
    if (option.notes.split) node.cost += kSplitNote;
    std::vector<std::int32_t>& here = at_[node.piece];
    for (const std::int32_t known : here) {
      Node& other = nodes_[static_cast<std::size_t>(known)];
      if (other.carried != node.carried) continue;
      if (node.cost <= other.cost)  // of two alike the one whose earlier pages are fuller, met last
        other = node,
        cuts_[static_cast<std::size_t>(known)] = {start.piece, option.end, option.notes.set};
      return;
    }
    nodes_.push_back(node);
    cuts_.resize(nodes_.size());
    cuts_.back() = {start.piece, option.end, option.notes.set};
    here.push_back(static_cast<std::int32_t>(nodes_.size() - 1));
  }

  std::vector<Cut> trace(std::int32_t node) {
    std::vector<Cut> out;
    if (node >= 0) add_pages_of_notes(at(node).carried, out);
    for (; node > 0; node = at(node).previous)
      out.push_back(cuts_[static_cast<std::size_t>(node)]);
    std::reverse(out.begin(), out.end());
    return out;
  }

  /// Pages that hold nothing but the rest of notes; in reverse, as trace collects.
  void add_pages_of_notes(std::vector<NotePlace> carried, std::vector<Cut>& out) const {
    std::vector<Cut> extra;
    const auto n = static_cast<std::uint32_t>(galley_.pieces.size());
    while (!carried.empty()) {
      const Notes notes = set_notes(carried, {}, page_.leading * page_.lines);
      if (notes.set.empty()) break;
      extra.push_back({n, n, notes.set});
      carried = notes.carried;
    }
    out.insert(out.end(), extra.rbegin(), extra.rend());
  }

  const galley::Galley& galley_;
  const style::Geometry& page_;
  std::vector<Node> nodes_;
  std::vector<Cut> cuts_{Cut{}};
  std::vector<std::vector<std::uint32_t>> brought_;  // by note of the text: it, and what it brings
  std::vector<std::vector<std::int32_t>> at_;        // nodes by piece
};

}  // namespace

std::vector<Cut> cut_into_pages(const galley::Galley& galley, const style::Geometry& page) {
  return Cutter(galley, page).run();
}

}  // namespace keben::pdf::pages
