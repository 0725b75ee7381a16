// Where pages end.
//
// A page is scanned from each place where one may begin, and each good end found is a step of the
// programme. Where even the best of them is bad, the scan is run once more for a page that is a
// line deeper and once for one less deep: if that would end well, a paragraph on it is set again to
// make it so. Only then is a paragraph's text shaped and broken anew, and a book costs little more
// than its first setting.

#include <algorithm>

#include "pdf/pages/detail/page_scan.h"

namespace keben::pdf::pages {
namespace {

constexpr std::int64_t kUnlikeFacing = 100, kLonelyLine = 1'000'000;  // typesetting.md 7.3
constexpr std::int64_t kNotesAlone = 5000;  // on pages of their own, behind the text
constexpr std::int64_t kMostForNotes = 10'000;

// A page is worth a paragraph set again where its best end costs this much, and where the pages
// before it are not much worse than others that reach as far.
constexpr std::int64_t kBadEnd = 200, kNearBest = 250;
constexpr int kPagesBack = 1;  // beyond the one before, that may give a line as well

/// A place where a page may begin, with the best way there; and the page that ends there.
struct Node {
  PageStart start;
  std::int64_t cost = 0;
  std::int32_t previous = -1;
  std::uint32_t pages = 0;
  int lines_short = 0;
  std::uint32_t end = 0;          // white before this start included
  std::uint32_t replacement = 0;  // piece that a paragraph set again begins with, or 0
  bool followed = false;          // the pages from here have been tried
  std::int32_t beside = -1;       // another that begins at the same place
  std::vector<std::pair<NotePlace, std::uint32_t>> notes = {};
};

class Cutter {
 public:
  Cutter(galley::Galley& galley, const style::Geometry& page, const Reset& reset)
      : galley_(galley), page_(page), tray_(galley, reset), scan_(galley, page, tray_) {}

  std::vector<Cut> run() {
    const std::uint32_t n = tray_.end();
    const std::uint32_t first = tray_.skip_space(0);
    if (first == n) return {};
    at_.resize(n + 1, -1);
    nodes_.push_back({.start = {.piece = first}});
    at_[first] = 0;
    for (std::uint32_t place = first; place <= n;) {
      const std::int32_t node = to_follow(place);
      next_place_ = node < 0 ? place + 1 : place;
      if (node >= 0) pages_from(node);
      place = next_place_;
    }
    // What is carried past the last piece fills pages of its own.
    std::int32_t best = -1;
    for (std::int32_t node = at_[n]; node >= 0; node = at(node).beside) {
      if (is_done(at(node)) && (best < 0 || at(node).cost < at(best).cost)) best = node;
    }
    return trace(best);
  }

 private:
  const Node& at(std::int32_t node) const { return nodes_[static_cast<std::size_t>(node)]; }
  Pt depth() const { return page_.leading * page_.lines; }
  bool is_done(const Node& node) const {
    return node.start.piece == tray_.end() && node.start.set >= galley_.floating.size();
  }

  std::int32_t to_follow(std::uint32_t place) const {
    for (std::int32_t node = at_[place]; node >= 0; node = at(node).beside) {
      if (!at(node).followed && !is_done(at(node))) return node;
    }
    return -1;
  }

  void pages_from(std::int32_t from) {
    nodes_[static_cast<std::size_t>(from)].followed = true;
    const Node start = at(from);
    scan_.run(start.start, depth(), nullptr);
    if (scan_.ends().empty())  // what holds together is higher than the page
      return end_page(from, start, scan_.forced(start.start), nullptr);
    const std::int64_t best = take_ends(from, start, nullptr);
    if (tray_.can_set_again() && best >= kBadEnd && is_near_best(start))
      set_again(from, start, best) || set_pages_before_again(start, best);
  }

  /// Takes the ends that leave the page full enough, or the fullest; returns the least cost.
  std::int64_t take_ends(std::int32_t from, const Node& start, const Replacement* with) {
    std::int64_t best = galley::kForbidden;
    for (const PageEnd& end : scan_.ends()) {
      const bool short_with = with && end.lines_short > kMostShort && end.piece != tray_.end();
      if (short_with) continue;
      best = std::min(best, end.cost);
      end_page(from, start, end, with);
    }
    return best;
  }

  bool is_near_best(const Node& start) const {
    const std::uint32_t place = tray_.place_of(start.start.piece);
    const std::uint32_t far =
        std::min(tray_.end(), place + static_cast<std::uint32_t>(page_.lines));
    for (std::uint32_t p = place; p <= far; ++p) {
      for (std::int32_t other = at_[p]; other >= 0; other = at(other).beside) {
        if (at(other).cost + kNearBest < start.cost) return false;
      }
    }
    return true;
  }

  // --- a paragraph in a line less or more (typesetting.md 7.4) ---

  bool set_again(std::int32_t from, const Node& start, std::int64_t best) {
    const std::uint32_t first = tray_.place_of(start.start.piece), stopped = scan_.stopped_at();
    for (const int lines : {-1, 1}) {
      std::vector<std::uint32_t> paragraphs;
      if (lines > 0) {  // one whose last line stood alone on the next page has two there
        const auto [begin, end] = tray_.resettable_within(first, stopped + 1);
        if (begin < end && galley_.resettable[end - 1].end == stopped + 1)
          paragraphs.push_back(end - 1);
      }
      scan_.run(start.start, depth() - page_.leading * lines, nullptr);
      const PageEnd* least = least_end();
      if (least && least->cost + kBadEnd <= best)
        add_longest_first(first, tray_.place_of(least->piece), paragraphs);
      for (const std::uint32_t p : paragraphs) {
        if (!may_be_set_again(p, lines)) continue;
        const Replacement* with = tray_.set_again(p, lines);
        if (!with) continue;
        scan_.run(start.start, depth(), with);
        if (take_ends(from, start, with) + with->cost < best) return true;
      }
    }
    return false;
  }

  /// Where no paragraph of a page helps, one of a page before may: this page then begins a line
  /// later or sooner.
  bool set_pages_before_again(const Node& start, std::int64_t best) {
    for (const int lines : {-1, 1}) {
      const std::uint32_t wanted = moved(start, lines);
      if (wanted == tray_.end()) continue;
      scan_.run({wanted, start.start.set, start.start.carried}, depth(), nullptr);
      const PageEnd* least = least_end();
      if (least && least->cost + kBadEnd <= best &&
          reach(wanted, start.previous, lines, kPagesBack))
        return true;
    }
    return false;
  }

  /// The piece with which a page would begin if that before it had a line less or more; or the end
  /// where that is not plain to see.
  std::uint32_t moved(const Node& start, int lines) const {
    const std::uint32_t here = start.start.piece;
    if (start.previous < 0 || start.replacement || here + 1 >= tray_.end()) return tray_.end();
    return lines < 0 ? here + 1 : here - 1;
  }

  /// Makes a page from `from` end before the piece `wanted`: by one of its paragraphs, or by those
  /// of the pages before it.
  bool reach(std::uint32_t wanted, std::int32_t from, int lines, int pages_back) {
    const Node start = at(from);
    const std::uint32_t first = tray_.place_of(start.start.piece);
    std::vector<std::uint32_t> paragraphs;
    add_longest_first(first, std::min(wanted, wanted + static_cast<std::uint32_t>(lines)),
                      paragraphs);
    for (const std::uint32_t p : paragraphs) {
      if (!may_be_set_again(p, lines)) continue;
      const Replacement* with = tray_.set_again(p, lines);
      if (!with) continue;
      scan_.run(start.start, depth(), with);
      if (const PageEnd* end = good_end_at(wanted)) return end_page(from, start, *end, with), true;
    }
    if (pages_back == 0) return false;
    const std::uint32_t sooner = moved(start, lines);
    if (sooner == tray_.end()) return false;
    scan_.run({sooner, start.start.set, start.start.carried}, depth(), nullptr);
    return good_end_at(wanted) && reach(sooner, start.previous, lines, pages_back - 1);
  }

  const PageEnd* good_end_at(std::uint32_t wanted) const {
    for (const PageEnd& end : scan_.ends()) {
      if (tray_.skip_space(end.piece) == wanted && end.cost < kBadEnd) return &end;
    }
    return nullptr;
  }

  const PageEnd* least_end() const {
    const auto least =
        std::min_element(scan_.ends().begin(), scan_.ends().end(),
                         [](const PageEnd& a, const PageEnd& b) { return a.cost < b.cost; });
    return least == scan_.ends().end() ? nullptr : &*least;
  }

  bool may_be_set_again(std::uint32_t paragraph, int lines) const {
    const galley::Resettable& text = galley_.resettable[paragraph];
    return lines < 0 ? text.shorter : text.longer;
  }

  /// The longest bears it best: there it shows least.
  void add_longest_first(std::uint32_t first, std::uint32_t reach,
                         std::vector<std::uint32_t>& paragraphs) const {
    const auto known = static_cast<std::ptrdiff_t>(paragraphs.size());
    const auto [begin, end] = tray_.resettable_within(first, reach);
    for (std::uint32_t p = begin; p < end; ++p)
      paragraphs.push_back(p);
    const auto length = [&](std::uint32_t p) {
      return galley_.resettable[p].end - galley_.resettable[p].first;
    };
    std::stable_sort(paragraphs.begin() + known, paragraphs.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
  }

  // --- the programme ---

  void end_page(std::int32_t from, const Node& start, const PageEnd& end, const Replacement* with) {
    Node node{.start = {tray_.skip_space(end.piece), end.set, end.foot.carried},
              .cost = start.cost + end.cost + (with ? with->cost : 0),
              .previous = from,
              .pages = start.pages + 1,
              .lines_short = end.lines_short,
              .end = end.piece,
              .replacement = with ? with->pieces.first : 0,
              .notes = end.foot.set};
    if (is_done(node)) {
      if (!node.start.carried.empty()) node.cost += kNotesAlone;
      if (start.pages > 0 && is_lonely(start.start.piece, end.piece)) node.cost += kLonelyLine;
    } else if (start.pages % 2 == 0 && start.pages > 0 && start.lines_short != end.lines_short) {
      node.cost += kUnlikeFacing;  // a flow opens on a recto: its second page faces its third
    }
    keep(std::move(node));
  }

  /// Whether a way to the same piece is surely no worse: with notes left over it would have to be
  /// cheaper by all that they may still cost.
  static bool outdoes(const Node& a, const Node& b) {
    return a.start.piece == b.start.piece && a.start.set == b.start.set &&
           a.cost + (a.start.carried.empty() ? 0 : kMostForNotes) <= b.cost;
  }

  void keep(Node node) {
    const std::uint32_t place = tray_.place_of(node.start.piece);
    std::int32_t* link = &at_[place];
    for (; *link >= 0; link = &nodes_[static_cast<std::size_t>(*link)].beside) {
      Node& other = nodes_[static_cast<std::size_t>(*link)];
      if (other.start == node.start) {
        // Of two alike the one whose earlier pages are fuller, which is met last.
        node.followed = other.followed && node.cost == other.cost;
        node.beside = other.beside;
        if (!node.followed && node.cost < other.cost) next_place_ = std::min(next_place_, place);
        if (node.cost <= other.cost) other = std::move(node);
        return;
      }
      if (outdoes(other, node)) return;
      if (outdoes(node, other)) other.followed = true;  // no need to
    }
    next_place_ = std::min(next_place_, place);
    *link = static_cast<std::int32_t>(nodes_.size());
    nodes_.push_back(std::move(node));
  }

  bool is_lonely(std::uint32_t first, std::uint32_t end) const {
    return first != end && tray_.after(first, nullptr) == end &&
           tray_[first].height < page_.leading * 2.0;
  }

  // --- the result ---

  std::vector<Cut> trace(std::int32_t node) {
    std::vector<Cut> out;
    if (node >= 0) add_pages_of_notes(at(node).start.carried, out);
    for (; node > 0; node = at(node).previous)
      out.push_back(cut_of(at(at(node).previous).start, at(node)));
    std::reverse(out.begin(), out.end());
    return out;
  }

  /// Walks a page once more, now that its end is known.
  Cut cut_of(const PageStart& start, const Node& page) const {
    Cut cut{.first = tray_.place_of(start.piece), .end = tray_.place_of(page.end)};
    cut.notes = page.notes;
    cut.carried = page.start.carried;
    const std::uint32_t passed = tray_.floating_before(cut.first);
    for (std::uint32_t f = start.set; f < std::min(page.start.set, passed); ++f)
      cut.waited.push_back({galley_.floating[f].first, galley_.floating[f].end});
    const Replacement* with = page.replacement ? &tray_.replacement(page.replacement) : nullptr;
    std::uint32_t piece = Tray::instead(start.piece, with);
    while (piece != page.end) {
      const auto figure = tray_.floating_at(piece);
      if (figure && *figure >= page.start.set) {
        piece = Tray::instead(galley_.floating[*figure].end, with);
        continue;
      }
      if (cut.text.empty() || cut.text.back().end != piece) cut.text.push_back({piece, piece});
      cut.text.back().end = piece + 1;
      piece = tray_.after(piece, with);
    }
    return cut;
  }

  /// Pages that hold nothing but the rest of notes; in reverse, as trace collects.
  void add_pages_of_notes(std::vector<NotePlace> carried, std::vector<Cut>& out) const {
    std::vector<Cut> extra;
    const std::uint32_t n = tray_.end();
    while (!carried.empty()) {
      Foot foot = scan_.feet().set(carried, {}, depth());
      if (foot.set.empty()) {  // a line higher than the page
        foot.set.push_back({carried.front(), carried.front().line + 1});
        const bool ends =
            ++foot.carried.front().line == galley_.notes[carried.front().note].pieces.size();
        if (ends) foot.carried.erase(foot.carried.begin());
      }
      extra.push_back({.first = n, .end = n, .notes = foot.set});
      carried = foot.carried;
    }
    out.insert(out.end(), extra.rbegin(), extra.rend());
  }

  galley::Galley& galley_;
  const style::Geometry& page_;
  Tray tray_;
  PageScan scan_;
  std::vector<Node> nodes_;
  std::vector<std::int32_t> at_;  // by place: the first of the nodes there, or -1
  std::uint32_t next_place_ = 0;  // to go on from
};

}  // namespace

std::vector<Cut> cut_into_pages(galley::Galley& galley, const style::Geometry& page,
                                const Reset& reset) {
  return Cutter(galley, page, reset).run();
}

}  // namespace keben::pdf::pages
