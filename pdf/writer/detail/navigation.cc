#include "pdf/writer/detail/navigation.h"

#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

/// A destination that keeps the reader's zoom and left edge, a little above the place (§12.3.2.2).
std::string destination(const Place& place, Pt page_height, const std::vector<Object>& pages) {
  const Pt above = std::max(Pt{0}, place.y - Pt{12});
  return "[" + ObjectFile::reference(pages[place.page]) + "/XYZ null " +
         number(page_height - above) + " null]";
}

struct OutlineItem {
  Object object;
  std::string body;
  std::size_t parent, first = 0, last = 0, previous = 0, next = 0;  // 0: none; items count from 1
  int descendants = 0;
};

/// Items with their neighbours, from the flat list of levels; [0] is the root.
std::vector<OutlineItem> outline_items(ObjectFile& file, const draw::DisplayList& list,
                                       const Places& places, const std::vector<Object>& pages) {
  std::vector<OutlineItem> items{{file.dictionary(), "/Type/Outlines", 0}};
  std::vector<std::size_t> open{0};
  for (const draw::Bookmark& bookmark : list.bookmarks) {
    const auto place = places.find(bookmark.anchor);
    if (place == places.end()) continue;
    const auto depth = static_cast<std::size_t>(bookmark.level);
    if (open.size() > depth) open.resize(depth);
    const std::size_t parent = open.back(), self = items.size();
    items.push_back({file.dictionary(),
                     "/Title" + text_string(bookmark.title) + "/Dest" +
                         destination(place->second, list.height, pages),
                     parent});
    items[self].previous = items[parent].last;
    if (items[parent].last) items[items[parent].last].next = self;
    if (!items[parent].first) items[parent].first = self;
    items[parent].last = self;
    open.push_back(self);
  }
  return items;
}

void add_outline(ObjectFile& file, const draw::DisplayList& list, const Places& places,
                 const std::vector<Object>& pages) {
  if (list.bookmarks.empty()) return;
  std::vector<OutlineItem> items = outline_items(file, list, places, pages);
  for (std::size_t i = items.size(); i-- > 1;)
    items[items[i].parent].descendants += 1 + items[i].descendants;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto link = [&](const char* key, std::size_t to) {
      if (to) items[i].body += key + ObjectFile::reference(items[to].object);
    };
    if (i > 0) items[i].body += "/Parent " + ObjectFile::reference(items[items[i].parent].object);
    link("/First ", items[i].first);
    link("/Last ", items[i].last);
    link("/Prev ", items[i].previous);
    link("/Next ", items[i].next);
    // Only the outermost level is open at first: a negative count is a closed branch (§12.3.3).
    if (items[i].descendants) {
      items[i].body +=
          "/Count " + std::to_string(i == 0 ? items[i].descendants : -items[i].descendants);
    }
    file.set(items[i].object, items[i].body + "\n");
  }
  file.catalog("/Outlines " + ObjectFile::reference(items[0].object) +
               "\n/PageMode /UseOutlines\n");
}

void add_labels(ObjectFile& file, const std::vector<draw::LabelRange>& ranges) {
  if (ranges.empty()) return;
  std::string out = "/PageLabels <</Nums [";
  for (const draw::LabelRange& range : ranges) {
    out += std::to_string(range.first) + (range.roman ? " <</S/r/St " : " <</S/D/St ") +
           std::to_string(range.start) + ">> ";
  }
  file.catalog(out + "]>>\n");
}

}  // namespace

Places places_of(const draw::DisplayList& list) {
  Places out;
  for (std::uint32_t page = 0; page < list.pages.size(); ++page) {
    for (const draw::Anchor& anchor : list.pages[page].anchors)
      out.try_emplace(anchor.name, Place{page, anchor.y});
  }
  return out;
}

std::string link_body(const draw::LinkArea& link, Pt page_height, const Places& places) {
  std::string body = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
  const draw::Rect& r = link.area;
  body += number(r.x) + " " + number(page_height - r.y - r.height) + " " + number(r.x + r.width) +
          " " + number(page_height - r.y) + "]";
  if (!link.address.empty()) return body + "/A<</S/URI/URI" + literal_string(link.address) + ">>";
  if (!places.count(link.anchor)) return {};
  return body + "/Dest" + literal_string(link.anchor);
}

void add_navigation(ObjectFile& file, const draw::DisplayList& list, const Places& places,
                    const std::vector<Object>& pages) {
  add_outline(file, list, places, pages);
  add_labels(file, list.labels);
  if (places.empty()) return;
  std::string names = "/Names[";
  for (const auto& [name, place] : places)
    names += literal_string(name) + destination(place, list.height, pages) + "\n";
  const Object tree = file.dictionary(names + "]\n");
  file.catalog("/Names <</Dests " + ObjectFile::reference(tree) + ">>\n");
}

}  // namespace keben::pdf::writer
