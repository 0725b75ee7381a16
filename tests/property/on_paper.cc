#include "tests/property/on_paper.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/overload.h"
#include "base/utf8.h"
#include "unicode/cjk.h"

namespace keben::property {
namespace {

using namespace pdf::draw;

/// Where something lies, and what.
struct Mark {
  Pt left, top, right, bottom;
  std::string what;
};

template <class F>
void for_each_mark(const Page& page, const fonts::Catalog& faces, F f) {
  for (const Item& item : page.items) {
    std::visit(Overload{
                   [&](const Glyphs& run) {
                     for (const PlacedGlyph& glyph : run.glyphs) {
                       const fonts::InkBox ink = faces[{run.face.v}].ink({glyph.glyph});
                       if (ink.right <= ink.left) continue;  // nothing to see
                       // Of rare hanzi the ink may reach a little out of the cell.
                       const Mil right =
                           std::min(ink.right, faces[{run.face.v}].advance({glyph.glyph}));
                       const Pt x = run.at.x + glyph.x.at(run.size),
                                y = run.at.y - glyph.rise.at(run.size);
                       f(Mark{x + std::max(ink.left, Mil{}).at(run.size), y - ink.top.at(run.size),
                              x + right.at(run.size), y - ink.bottom.at(run.size), run.text});
                     }
                   },
                   [&](const Fill& fill) {
                     f(Mark{fill.area.x, fill.area.y, fill.area.x + fill.area.width,
                            fill.area.y + fill.area.height, "fill"});
                   },
                   [&](const Rule& rule) {
                     f(Mark{rule.from.x, rule.from.y, rule.to.x, rule.to.y, "rule"});
                   },
                   [&](const Picture& picture) {
                     f(Mark{picture.area.x, picture.area.y, picture.area.x + picture.area.width,
                            picture.area.y + picture.area.height, "picture"});
                   },
               },
               item.is);
  }
}

template <class F>
std::vector<std::string> marks_that(const DisplayList& list, const fonts::Catalog& faces, F wrong) {
  std::vector<std::string> out;
  for (const Page& page : list.pages) {
    for_each_mark(page, faces, [&](const Mark& mark) {
      if (!wrong(mark)) return;
      std::string where;
      for (const Pt side : {mark.left, mark.top, mark.right, mark.bottom})
        where += " " + std::to_string(std::lround(side.v));
      out.push_back("page " + page.label + ":" + where + " " + mark.what);
    });
  }
  return out;
}

}  // namespace

std::vector<std::string> off_the_page(const DisplayList& list, const fonts::Catalog& faces) {
  return marks_that(list, faces, [&](const Mark& mark) {
    return mark.left < Pt{} || mark.right > list.width || mark.top < Pt{} ||
           mark.bottom > list.height;
  });
}

std::vector<std::string> off_the_measure(const DisplayList& list, const fonts::Catalog& faces,
                                         Pt measure) {
  constexpr Pt kHair{0.1};
  const Pt left = (list.width - measure) / 2 - kHair, right = (list.width + measure) / 2 + kHair;
  return marks_that(list, faces,
                    [&](const Mark& mark) { return mark.left < left || mark.right > right; });
}

std::vector<std::string> overlapping(const DisplayList& list) {
  std::vector<std::string> out;
  for (const Page& page : list.pages) {
    std::map<long, std::vector<std::pair<Point, Pt>>> rows;  // by height
    constexpr double kRow = 8;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<Glyphs>(&item.is);
      if (!run) continue;
      std::size_t first = 0;
      for (const PlacedGlyph& glyph : run->glyphs) {
        const std::size_t at = std::exchange(first, glyph.text_end);
        if (at >= run->text.size() || !unicode::is_hanzi(utf8::decode(run->text, at).code_point))
          continue;
        const Point here{run->at.x + glyph.x.at(run->size), run->at.y - glyph.rise.at(run->size)};
        const long row = std::lround(here.y / Pt{kRow});
        for (long near = row - 1; near <= row + 1; ++near) {
          for (const auto& [there, size] : rows[near]) {
            const Pt reach = std::min(size, run->size) * 0.5;
            const bool on = std::abs((here.x - there.x).v) < reach.v &&
                            std::abs((here.y - there.y).v) < reach.v;
            if (on) out.push_back("page " + page.label + ": " + run->text);
          }
        }
        rows[row].push_back({here, run->size});
      }
    }
  }
  return out;
}

}  // namespace keben::property
