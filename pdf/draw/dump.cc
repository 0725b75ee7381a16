#include "pdf/draw/dump.h"

#include <array>
#include <charconv>

#include "base/overload.h"

namespace keben::pdf::draw {
namespace {

std::string hundredths(Pt length) {
  char buffer[32];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, length.v, std::chars_format::fixed, 2);
  std::string out(buffer, end);
  return out == "-0.00" ? "0.00" : out;
}

std::string at(Point p) {
  return hundredths(p.x) + "," + hundredths(p.y);
}
std::string area(Rect r) {
  return at({r.x, r.y}) + " " + hundredths(r.width) + "x" + hundredths(r.height);
}

std::string colour(Ink ink) {
  if (ink == Ink{}) return {};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = " #";
  for (const std::uint8_t part : {ink.r, ink.g, ink.b}) {
    out += digits[part >> 4];
    out += digits[part & 15];
  }
  return out;
}

std::string line_of(const Item& item, const std::vector<Struct>& structure) {
  std::string out = item.tag.v == 0 ? "artifact"
                                    : std::string(name_of(structure[item.tag.v].role)) + "#" +
                                          std::to_string(item.tag.v);
  std::visit(Overload{
                 [&](const Glyphs& g) {
                   out += " glyphs face=" + std::to_string(g.face.v) +
                          " size=" + hundredths(g.size) + " " + at(g.at) +
                          " reach=" + std::to_string(g.glyphs.empty() ? 0 : g.glyphs.back().x.v) +
                          colour(g.ink) + " \"" + g.text + "\"";
                 },
                 [&](const Fill& f) { out += " fill " + area(f.area) + colour(f.ink); },
                 [&](const Rule& r) {
                   out += (r.dot.v > 0 ? " dots " : " rule ") + at(r.from) + " " + at(r.to) + " " +
                          hundredths(r.thickness) + colour(r.ink);
                 },
                 [&](const Picture& p) {
                   out += " picture " + std::to_string(p.picture.v) + " " + area(p.area);
                 },
             },
             item.is);
  return out;
}

}  // namespace

std::string_view name_of(Role role) {
  constexpr std::array<std::string_view, 35> names = {
      "",        "Document", "Part",   "Art",     "Sect", "Div",  "BlockQuote",
      "Caption", "TOC",      "TOCI",   "H1",      "H2",   "H3",   "H4",
      "H5",      "H6",       "P",      "L",       "LI",   "Lbl",  "LBody",
      "Table",   "TR",       "TH",     "TD",      "Span", "Note", "Reference",
      "Code",    "Link",     "Figure", "Formula", "Ruby", "RB",   "RT"};
  return names[static_cast<std::size_t>(role)];
}

std::string dump(const DisplayList& list) {
  std::string out = "size " + hundredths(list.width) + "x" + hundredths(list.height) + "\n";
  for (const Page& page : list.pages) {
    out += "page " + page.label + "\n";
    for (const Anchor& anchor : page.anchors)
      out += "  anchor " + anchor.name + " " + hundredths(anchor.y) + "\n";
    for (const Item& item : page.items)
      out += "  " + line_of(item, list.structure) + "\n";
    for (const LinkArea& link : page.links) {
      out += "  link " + area(link.area) + " " +
             (link.address.empty() ? "#" + link.anchor : link.address) + "\n";
    }
  }
  for (const Bookmark& b : list.bookmarks) {
    out += "bookmark " + std::to_string(b.level) + " #" + b.anchor + " \"" + b.title + "\"\n";
  }
  return out;
}

}  // namespace keben::pdf::draw
