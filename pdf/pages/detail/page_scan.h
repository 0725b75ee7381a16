// One page, from where it begins: every place where it may end, and what each would cost.
#pragma once

#include <optional>
#include <vector>

#include "pdf/pages/detail/foot.h"
#include "pdf/pages/detail/page_depth.h"
#include "pdf/pages/detail/tray.h"

namespace keben::pdf::pages {

/// Where a page begins, and what it has to take over from those before: the rest of a note with the
/// notes behind it, and figures that wait, from number `set` on.
struct PageStart {
  std::uint32_t piece = 0;
  std::uint32_t set = 0;
  std::vector<NotePlace> carried = {};
  bool operator==(const PageStart&) const = default;
};

/// Lines; a page that is short by more is looked at only where nothing fuller exists.
inline constexpr int kMostShort = 9;

/// Where a page may end.
struct PageEnd {
  std::uint32_t piece = 0;  // that follows it, white included
  std::uint32_t set = 0;    // figures so far
  std::int64_t cost = 0;
  int lines_short = 0;
  Foot foot = {};
};

class PageScan {
 public:
  PageScan(const galley::Galley& galley, const style::Geometry& page, const Tray& tray)
      : galley_(galley), page_(page), tray_(tray), feet_(galley, page) {}

  /// The ends of a page of that depth, ever fuller; none where what holds together is deeper.
  void run(const PageStart& start, Pt depth, const Replacement* with);
  const std::vector<PageEnd>& ends() const { return ends_; }
  /// The place of the first piece for which there was no room.
  std::uint32_t stopped_at() const { return stopped_at_; }

  /// As much as fits, whatever holds together.
  PageEnd forced(const PageStart& start) const;

  const Feet& feet() const { return feet_; }

 private:
  /// A page while it fills.
  struct Filled {
    Pt most;
    PageDepth depth;
    std::vector<std::uint32_t> marked = {};  // notes
    std::uint32_t set = 0;                   // figures

    bool over() const { return depth.used() > most + kHair; }
  };
  struct Far {
    std::uint32_t next;
    galley::BreakCost after;
    Filled page;
  };
  static constexpr Pt kHair{0.01};  // against rounding

  void scan(const PageStart& start, Pt depth, const Replacement* with);
  int lines_in(Pt white) const;
  std::uint32_t put_waiting(const PageStart& start, Filled& page) const;
  bool fits(const galley::Floating& figure, Filled page, const PageStart& start) const;
  void offer(std::uint32_t next, galley::BreakCost after, const PageStart& start,
             const Filled& page);
  void add_end(std::uint32_t next, galley::BreakCost after, const PageStart& start,
               const Filled& page);

  const galley::Galley& galley_;
  const style::Geometry& page_;
  const Tray& tray_;
  Feet feet_;
  std::vector<PageEnd> ends_;
  std::optional<Far> far_;
  std::uint32_t stopped_at_ = 0;
};

}  // namespace keben::pdf::pages
