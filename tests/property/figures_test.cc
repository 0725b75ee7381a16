// Wherever a figure stands and however it comes to a page: its caption is on that page, right
// below.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <map>

#include "tests/property/both_books.h"
#include "tests/property/on_paper.h"
#include "tests/property/random.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::pdf::draw;
using property::Random;

namespace {

class FigureAuthor {
 public:
  explicit FigureAuthor(std::uint64_t seed) : random_(seed) {}

  model::Document write() {
    model::Blocks blocks;
    for (int i = random_.between(3, 8); i > 0; --i) {
      for (int lines = random_.between(0, 12); lines > 0; --lines)
        blocks.push_back(test::paragraph(hanzi(random_.between(1, 80))));
      blocks.push_back(within(random_.between(0, 3), figure()));
    }
    return test::essay("figures.md", "图", std::move(blocks), std::move(notes_));
  }

 private:
  std::string hanzi(int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
      out += i % 9 == 8 ? "，" : "字";
    return out;
  }

  model::Block figure() {
    model::Figure out;
    for (int i = random_.one_in(4) ? random_.between(2, 5) : 1; i > 0; --i) {
      const char* source = random_.one_in(5)   ? "missing.png"
                           : random_.one_in(3) ? "strip.png"
                                               : "p.png";
      out.images.push_back(std::get<model::Image>(test::image(source, "述").is));
      out.images.back().width.unit = model::SizeHint::Unit::pt;
      out.images.back().width.value = static_cast<float>(random_.between(20, 900));
    }
    out.caption = {
        test::text(hanzi(random_.one_in(3) ? random_.between(20, 100) : random_.between(1, 15)))};
    return {{}, std::move(out)};
  }

  model::Block within(int depth, model::Block block) {
    if (depth == 0) return block;
    model::Blocks inner;
    if (random_.one_in(2)) inner.push_back(test::heading(random_.between(1, 4), "一节之题"));
    if (random_.one_in(2)) inner.push_back(test::paragraph(hanzi(random_.between(1, 60))));
    inner.push_back(within(depth - 1, std::move(block)));
    if (random_.one_in(2)) inner.push_back(test::paragraph(hanzi(random_.between(1, 60))));
    switch (random_.below(6)) {
      case 0:
        return {{}, model::Quote{std::move(inner), {}}};
      case 1:
        return {{}, model::List{model::List::Mark::period, 1, true, {{{}, {}, std::move(inner)}}}};
      case 2:
        return {{}, model::Admonition{model::Admonition::Kind::tip, "tip", {}, std::move(inner)}};
      case 3:
        return {{}, model::Division{model::Align::center, std::move(inner)}};
      case 4:
        notes_.push_back({{}, "n", std::move(inner), 0});
        return test::paragraph(
            {test::text("注"), test::note_mark(static_cast<std::uint32_t>(notes_.size() - 1))});
      default:
        return {{}, model::Details{{test::text("提要")}, std::move(inner)}};
    }
  }

  Random random_;
  std::vector<model::Note> notes_;
};

/// Where the marks of an element lie: the first and the last page, and there from where to where.
struct Extent {
  std::size_t first_page = 0, last_page = 0;
  Pt top, bottom;
};

std::map<std::uint32_t, Extent> extents(const DisplayList& list) {
  std::map<std::uint32_t, Extent> out;
  for (std::size_t n = 0; n < list.pages.size(); ++n) {
    for (const Item& item : list.pages[n].items) {
      if (!item.tag.v) continue;
      Pt top, bottom;
      if (const auto* picture = std::get_if<Picture>(&item.is)) {
        top = picture->area.y, bottom = picture->area.y + picture->area.height;
      } else if (const auto* run = std::get_if<Glyphs>(&item.is)) {
        top = run->at.y - run->size, bottom = run->at.y;
      }
      const auto [at, fresh] = out.try_emplace(item.tag.v, Extent{n, n, top, bottom});
      if (fresh) continue;
      if (n == at->second.first_page) at->second.top = std::min(at->second.top, top);
      at->second.bottom = n == at->second.last_page ? std::max(at->second.bottom, bottom) : bottom;
      at->second.last_page = n;
    }
  }
  return out;
}

/// The captions that stand elsewhere, each as its page and what is wrong with it.
std::vector<std::string> torn(const DisplayList& list, std::size_t& seen) {
  const std::map<std::uint32_t, Extent> at = extents(list);
  std::map<std::uint32_t, std::uint32_t> last_figure;  // by division
  std::vector<std::string> out;
  for (std::uint32_t i = 1; i < list.structure.size(); ++i) {
    const Struct& element = list.structure[i];
    if (element.role == Role::figure) last_figure[element.parent.v] = i;
    if (element.role != Role::caption || !at.count(i)) continue;
    const Extent& caption = at.at(i);
    const Extent& figure = at.at(last_figure.at(element.parent.v));
    const Pt gap = caption.top - figure.bottom;
    ++seen;
    std::string wrong;
    if (caption.first_page != figure.last_page) wrong = "on another page";
    if (caption.last_page != caption.first_page) wrong = "on two pages";
    if (gap < Pt{} || gap > Pt{16}) wrong = "not right below";
    if (!wrong.empty()) out.push_back("page " + list.pages[figure.last_page].label + ": " + wrong);
  }
  return out;
}

}  // namespace

TEST_CASE("every caption stands on its figure's page, right below it", "[property][7.6]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  std::size_t seen = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const model::Collection book = test::book_of(FigureAuthor(seed).write());
    for (const char* name : {"A5", "A4", "6in"}) {
      const auto books = property::both_books(book, *faces, *config::parse_page_size(name));
      INFO("seed " << seed << " on " << name);
      CHECK(torn(books.pages, seen) == std::vector<std::string>{});
      CHECK(property::off_the_page(books.pages, *faces) == std::vector<std::string>{});
    }
  }
  CHECK(seen > 1000);
}
