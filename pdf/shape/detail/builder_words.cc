// Words: stretches of letters that HarfBuzz shapes, one box each, or several where hyphens may
// divide them.
#include <algorithm>

#include "pdf/shape/detail/builder.h"

namespace keben::pdf::shape {
namespace {

/// A face may have a cluster's base and lack what is on it; glyph 0 is never drawn.
bool lacks_glyphs(const ShapedWord& word) {
  return std::any_of(word.glyphs.begin(), word.glyphs.end(),
                     [](const ShapedGlyph& g) { return g.glyph.v == 0; });
}

}  // namespace

/// Whether a reading begins or ends before character `i`: it stands over boxes of its own.
bool Shaper::Builder::reading_turns(std::size_t i) const {
  const std::vector<Reading>& readings = out_.source.readings;
  const std::uint32_t byte = all_[i].byte;
  const auto ends = [](const Reading& reading, std::uint32_t at) { return reading.end < at; };
  const auto next = std::lower_bound(readings.begin(), readings.end(), byte, ends);
  if (next == readings.end()) return false;
  return next->end == byte || next->first == byte;
}

/// Whether character `i` goes on the word before it: same style, no space, no break allowed
/// between. An address is one word, divided afterwards.
bool Shaper::Builder::goes_on(std::size_t i) const {
  const Character& c = all_[i];
  const bool unbroken =
      opportunities_[i - 1].at == Gap::Break::never || style_of(i).kind == RunKind::address;
  return c.style == all_[i - 1].style && c.level == all_[i - 1].level && !reading_turns(i) &&
         unbroken && !is_space(c.code_point) && !vanishes(c.code_point) &&
         (!stands_alone(c.cell) || !c.cluster_start) && c.cell != Cell::wide_space &&
         c.cell != Cell::solidus && !(c.cluster_start && is_picture(i));
}

std::size_t Shaper::Builder::word(std::size_t first) {
  std::size_t end = first + 1;
  if (all_[first].cell != Cell::solidus) {
    while (end < all_.size() && goes_on(end))
      ++end;
  }
  // One face a word; where it lacks a letter, the word is cut into stretches of clusters with one
  // face each.
  for (std::size_t i = first; i < end;) {
    const fonts::FaceId own = faces_[all_[first].style].latin;
    const fonts::FaceId face = face_for(i, own);
    std::size_t stop = i + 1;
    while (stop < end && (!all_[stop].cluster_start || face_for(stop, own) == face))
      ++stop;
    if (!shaper_.faces_[face].has(all_[i].shown)) {
      stop = missing(i, std::min(end, cluster_end(i)));
    } else {
      shaped(i, stop, face, features_of(i, stop), false, all_[i].cell, all_[stop - 1].cell);
    }
    i = stop;
  }
  return end;
}

bool Shaper::Builder::holds_western_quote(std::size_t first, std::size_t end) const {
  return std::any_of(all_.begin() + static_cast<std::ptrdiff_t>(first),
                     all_.begin() + static_cast<std::ptrdiff_t>(end), [](const Character& c) {
                       return c.western_quote || c.code_point == U'…' || c.code_point == U'—';
                     });
}

Features Shaper::Builder::features_of(std::size_t first, std::size_t end) const {
  return holds_western_quote(first, end) ? Features::proportional : Features::none;
}

/// The open gap gets a hyphen where a line ends there.
void Shaper::Builder::offer_hyphen(fonts::FaceId face, std::size_t i) {
  pending_hyphen_ = shaper_.faces_[face].cell(U'-');
  pending_hyphen_.advance = scaled(pending_hyphen_.advance, style_of(i).scale);
}

/// A box of glyphs from HarfBuzz, or several where a line may end within it; one that is wider than
/// the line is cut by clusters, with places to break in need.
std::size_t Shaper::Builder::shaped(std::size_t first, std::size_t end, fonts::FaceId face,
                                    Features features, bool han, Cell left, Cell right) {
  const RunStyle& run = style_of(first);
  const Course course = han ? Course::han : course_of(first);
  const ShapedWord& word =
      shaper_.words_.shape(face, shown(first, end), features, course, language_of(run));
  if (course == Course::by_letters && divide(first, end, face, word)) return end;
  const bool too_wide = scaled(word.width, run.scale) > measure_ && end - first > 1;
  if (too_wide || lacks_glyphs(word)) return cut(first, end, face, features);
  if (style_.tabular && course == Course::by_letters) {
    const ShapedWord columns = in_columns(word, first, shaper_.faces_[face]);
    add_glyphs(add_box(first, end, face, left, right, {}), columns, first);
    return end;
  }
  add_glyphs(add_box(first, end, face, left, right, {}), word, first);
  return end;
}

/// A word whose digits all stand in cells as wide as the widest of them: not every face has figures
/// for tables (typesetting.md 3.9).
ShapedWord Shaper::Builder::in_columns(const ShapedWord& word, std::size_t first,
                                       const fonts::Face& face) const {
  Mil cell;
  for (char32_t digit = U'0'; digit <= U'9'; ++digit)
    cell = std::max(cell, face.cell(digit).advance);
  ShapedWord out = word;
  Mil pen;
  for (std::size_t g = 0; g < word.glyphs.size(); ++g) {
    const char32_t c = all_[first + word.glyphs[g].text_end - 1].shown;
    const bool digit = c >= U'0' && c <= U'9';
    const Mil next = g + 1 < word.glyphs.size() ? word.glyphs[g + 1].x : word.width;
    const Mil advance = digit ? face.cell(c).advance : next - word.glyphs[g].x;
    out.glyphs[g].x = digit ? pen + Mil{(cell - advance).v / 2} : pen;
    pen += digit ? cell : advance;
  }
  out.width = pen;
  return out;
}

/// Where a word may be divided: text by hyphens, an address where its rules say.
std::vector<Shaper::Builder::Place> Shaper::Builder::places_in(std::size_t first, std::size_t end,
                                                               fonts::FaceId face) const {
  std::vector<Place> places;
  const RunStyle& run = style_of(first);
  if (run.kind == RunKind::address) {
    for (std::size_t i = first; i + 1 < end; ++i) {
      const Opportunity& o = opportunities_[i];
      if (o.at != Gap::Break::never || o.rescue)
        places.push_back({static_cast<std::uint32_t>(i + 1 - first), o});
    }
  } else if (style_.hyphenate && run.kind == RunKind::text && shaper_.faces_[face].has(U'-')) {
    for (const HyphenPoint& point : hyphen_points(shown(first, end), language_of(run)))
      places.push_back({point.after, {Gap::Break::allowed, false, point.penalty}, true});
  }
  return places;
}

/// A piece that is wider than the line may be broken in need behind any of its clusters.
void Shaper::Builder::add_places_in_need(std::size_t first, const ShapedWord& word,
                                         std::vector<Place>& places) const {
  std::vector<Place> out;
  std::uint32_t done = 0;
  std::size_t glyph = 0;
  for (const Place& place : places) {
    const std::size_t begin = glyph;
    while (glyph < word.glyphs.size() && word.glyphs[glyph].text_end <= place.after)
      ++glyph;
    const Mil right = glyph < word.glyphs.size() ? word.glyphs[glyph].x : word.width;
    const Mil width = begin < word.glyphs.size() ? right - word.glyphs[begin].x : Mil{0};
    const bool too_wide = scaled(width, style_of(first).scale) > measure_;
    for (std::size_t g = begin; too_wide && g < glyph; ++g) {
      const std::uint32_t after = word.glyphs[g].text_end;
      if (after > done && after < place.after && all_[first + after].cluster_start)
        out.push_back({after, {Gap::Break::never, true, 0}});
      done = std::max(done, after);
    }
    out.push_back(place);
    done = place.after;
  }
  places = std::move(out);
}

/// Boxes of a word's pieces with a place to break between each two. The word was shaped as a whole,
/// so undivided it looks as if there were no pieces; a place inside a ligature is none.
bool Shaper::Builder::divide(std::size_t first, std::size_t end, fonts::FaceId face,
                             const ShapedWord& word) {
  const RunStyle& run = style_of(first);
  const bool whole = run.kind != RunKind::address && !style_.hyphenate;
  if (whole || lacks_glyphs(word)) return false;
  std::vector<Place> places = places_in(first, end, face);
  auto glyph_before = word.glyphs.begin();
  std::erase_if(places, [&](const Place& place) {
    while (glyph_before != word.glyphs.end() && glyph_before->text_end < place.after)
      ++glyph_before;
    return glyph_before == word.glyphs.end() || glyph_before->text_end != place.after;
  });
  if (places.empty()) return false;
  places.push_back({static_cast<std::uint32_t>(end - first)});
  add_places_in_need(first, word, places);
  std::size_t glyph = 0;
  std::uint32_t done = 0, begin = 0;
  for (const Place& place : places) {
    const std::size_t from = first + done, to = first + place.after;
    Box& box = add_box(from, to, face, all_[from].cell, all_[to - 1].cell, {});
    const Mil left = glyph == 0 ? Mil{0} : word.glyphs[glyph].x;
    for (; glyph < word.glyphs.size() && word.glyphs[glyph].text_end <= place.after; ++glyph) {
      const ShapedGlyph& g = word.glyphs[glyph];
      add_glyph(box, g.glyph, scaled(g.x - left, run.scale), scaled(g.rise, run.scale) + run.rise,
                byte_after(first + g.text_end - 1));
      out_.glyphs.back().opens = g.text_end > begin && letter_behind_letter(first + begin);
      begin = g.text_end;
    }
    const Mil right = glyph < word.glyphs.size() ? word.glyphs[glyph].x : word.width;
    box.width = scaled(right - left, run.scale);
    done = place.after;
    if (to == end) break;
    pending_ = place.opportunity;
    if (place.hyphen) offer_hyphen(face, to - 1);
  }
  return true;
}

std::size_t Shaper::Builder::cut(std::size_t first, std::size_t end, fonts::FaceId face,
                                 Features features) {
  for (std::size_t i = first; i < end;) {
    const std::size_t stop = std::min(end, cluster_end(i));
    if (stop < end && opportunities_[stop - 1].at == Gap::Break::never)
      opportunities_[stop - 1].rescue = true;
    const ShapedWord& word = shaper_.words_.shape(face, shown(i, stop), features, course_of(i),
                                                  language_of(style_of(i)));
    if (lacks_glyphs(word)) {
      i = missing(i, stop);
      continue;
    }
    add_glyphs(add_box(i, stop, face, all_[i].cell, all_[i].cell, {}), word, i);
    i = stop;
  }
  return end;
}

}  // namespace keben::pdf::shape
