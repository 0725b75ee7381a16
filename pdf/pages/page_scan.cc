#include "pdf/pages/detail/page_scan.h"

#include <algorithm>

namespace keben::pdf::pages {
namespace {

using galley::BreakCost;
using galley::kForbidden;
using galley::Piece;

// typesetting.md 7.3; what notes and figures cost is ours.
constexpr std::int64_t kShortPage = 300, kFarShort = 300, kSplitNote = 500, kSplitBadly = 6000,
                       kMovedNote = 10'000, kMovedBehind = 4000, kRestNotBegun = 30'000,
                       kWaiting = 100;
constexpr std::int64_t kScantEnd = 600;  // the last page holds but few lines
constexpr int kLeastAtEnd = 4;
constexpr int kFewShort = 4;  // lines

constexpr double kLinesAfterHeading = 2;  // also where the figure between them has to wait

/// 300·k² for a few lines; past those the page is plainly short, and each line more costs the same.
/// So one very short page is better than two that are half short: a reader sees one place where
/// something did not fit.
std::int64_t shortness(int lines) {
  const std::int64_t few = std::min(lines, kFewShort);
  return kShortPage * few * few + kFarShort * (lines - few);
}

}  // namespace

/// Figures that wait stand at the page's head, in their order, as many as there is room for.
std::uint32_t PageScan::put_waiting(const PageStart& start, Filled& page) const {
  const std::uint32_t passed = tray_.floating_before(tray_.place_of(start.piece));
  for (; page.set < passed; ++page.set) {
    const galley::Floating& figure = galley_.floating[page.set];
    if (page.set > start.set && !fits(figure, page, start)) break;
    for (std::uint32_t p = figure.first; p < figure.end; ++p) {
      page.depth.add(tray_[p]);
      feet_.add_marked(tray_[p], page.marked);
    }
  }
  return page.set - start.set;
}

/// The white behind a figure may hang over the page's foot.
bool PageScan::fits(const galley::Floating& figure, Filled page, const PageStart& start) const {
  for (std::uint32_t p = figure.first; p < figure.end; ++p) {
    if (p + 1 == figure.end && tray_[p].space) break;
    page.depth.add(tray_[p]);
    feet_.add_marked(tray_[p], page.marked);
  }
  if (page.over()) return false;
  return feet_.set(start.carried, page.marked, page.most - page.depth.used()).carried.empty();
}

void PageScan::run(const PageStart& start, Pt depth, const Replacement* with) {
  ends_.clear();
  far_.reset();
  scan(start, depth, with);
  if (far_) add_end(far_->next, far_->after, start, far_->page);
}

void PageScan::scan(const PageStart& start, Pt depth, const Replacement* with) {
  Filled page{depth, PageDepth(page_), {}, start.set};
  std::uint32_t piece = Tray::instead(start.piece, with);
  bool bare = put_waiting(start, page) == 0;
  if (!bare) offer(piece, 0, start, page);
  if (const auto* head = repeated_head(galley_, start.piece)) page.depth.add_head(head->height);
  Pt hold;            // no page ends before that depth
  bool kept = false;  // the text before must be followed
  std::uint32_t figure = tray_.floating_begun(tray_.place_of(start.piece));
  stopped_at_ = tray_.end();
  while (piece != tray_.end()) {
    if (figure < galley_.floating.size() && galley_.floating[figure].first == piece) {
      const galley::Floating& pieces = galley_.floating[figure];
      if (page.set < figure || (!bare && !fits(pieces, page, start))) {
        if (kept) hold = page.depth.used() + page_.leading * kLinesAfterHeading;
        piece = Tray::instead(pieces.end, with);
        ++figure;
        continue;
      }
      page.set = ++figure;
    }
    const Piece& p = tray_[piece];
    stopped_at_ = tray_.place_of(piece);
    if (p.part && page.set < tray_.floating_before(stopped_at_)) return;
    page.depth.add(p);
    feet_.add_marked(p, page.marked);
    if (page.over() && !bare && !p.space) return;
    bare = bare && p.space;
    if (!p.space) kept = p.after >= kForbidden;
    piece = tray_.after(piece, with);
    const bool last = piece == tray_.end();
    const bool held = kept || p.space || page.depth.used() + kHair < hold;
    if (last || !held) offer(piece, p.after, start, page);
  }
  stopped_at_ = tray_.end();
}

/// An end far up a page without notes counts only where no fuller one follows: then it is looked
/// at more closely.
void PageScan::offer(std::uint32_t next, BreakCost after, const PageStart& start,
                     const Filled& page) {
  const bool notes = !start.carried.empty() || !page.marked.empty();
  if (!notes && lines_in(page.most - page.depth.used()) > kMostShort) {
    far_ = Far{next, after, page};
    return;
  }
  far_.reset();
  add_end(next, after, start, page);
}

int PageScan::lines_in(Pt white) const {
  return static_cast<int>(std::max(Pt{}, white) / page_.leading + kHair.v);
}

void PageScan::add_end(std::uint32_t next, BreakCost after, const PageStart& start,
                       const Filled& page) {
  const Pt left = page.most - page.depth.used();
  PageEnd end{.piece = next, .set = page.set, .cost = after};
  // Notes take half the page at most, but for the last.
  end.foot = feet_.set(start.carried, page.marked,
                       next == tray_.end() ? left : std::min(left, page.most / 2));
  const Foot& foot = end.foot;
  if (!foot.carried.empty()) end.cost += kSplitNote;
  if (foot.splits_badly(galley_)) end.cost += kSplitBadly;
  if (!start.carried.empty() && foot.set.empty()) end.cost += kRestNotBegun;
  if (foot.moves_a_note_on()) end.cost += foot.splits_a_note() ? kMovedBehind : kMovedNote;
  end.lines_short = lines_in(left - foot.height);
  const std::uint32_t follows = tray_.skip_space(next);
  const std::uint32_t passed = tray_.floating_before(tray_.place_of(follows));
  const std::uint32_t waiting = passed - std::min(passed, page.set);
  end.cost += kWaiting * waiting;
  const bool last = follows == tray_.end() && waiting == 0 && foot.carried.empty();
  const bool scant = start.piece != 0 && end.lines_short > page_.lines - kLeastAtEnd;
  end.cost += !last ? shortness(end.lines_short) : scant ? kScantEnd : 0;
  if (!ends_.empty() && ends_.back().lines_short > kMostShort) ends_.clear();
  ends_.push_back(std::move(end));
}

PageEnd PageScan::forced(const PageStart& start) const {
  Filled page{page_.leading * page_.lines, PageDepth(page_), {}, start.set};
  if (const auto* head = repeated_head(galley_, start.piece)) page.depth.add_head(head->height);
  std::uint32_t piece = start.piece, end = piece;
  Filled filled = page;
  for (bool bare = true; piece != tray_.end();) {
    page.depth.add(tray_[piece]);
    if (page.over() && !bare) break;
    feet_.add_marked(tray_[piece], page.marked);
    bare = bare && tray_[piece].space;
    const bool may_end = tray_[piece].after < galley::kInseparable;
    piece = tray_.after(piece, nullptr);
    if (may_end) end = piece, filled = page;
  }
  if (end == start.piece) end = piece, filled = page;
  const std::uint32_t begun = tray_.floating_begun(tray_.place_of(end));
  const Pt left = filled.most - filled.depth.used();
  return {.piece = end,
          .set = std::max(start.set, begun),
          .cost = kForbidden - 1,
          .foot = feet_.set(start.carried, filled.marked, std::min(filled.most / 2, left))};
}

}  // namespace keben::pdf::pages
