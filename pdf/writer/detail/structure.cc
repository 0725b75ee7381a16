#include "pdf/writer/detail/structure.h"

#include <cstddef>
#include <iterator>

#include "pdf/draw/dump.h"
#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {

namespace {
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
constexpr std::uint32_t kDocument = 1;
}  // namespace

StructureTree::StructureTree(ObjectFile& file, const std::vector<draw::Struct>& structure)
    : file_(file),
      structure_(structure),
      cells_of_row_(structure.size()),
      elements_(structure.size()) {
  for (std::uint32_t i = 1; i < structure.size(); ++i) {
    const draw::Role role = structure[i].role;
    if (role == draw::Role::data_cell || role == draw::Role::header_cell) {
      cells_of_row_[structure[i].parent.v].push_back(i);
    }
  }
}

void StructureTree::attach(std::uint32_t element) {
  if (elements_[element].attached) return;
  elements_[element].attached = true;
  elements_[element].object = file_.dictionary();
  if (element != kDocument) {
    const std::uint32_t parent = structure_[element].parent.v;
    attach(parent);
    // A row's cells come all at once, in order; the row may have attached this one just now.
    const bool cell = !cells_of_row_[parent].empty();
    if (!cell) {
      std::vector<Kid>& kids = elements_[parent].kids;
      kids.insert(kids.begin() + place_among(kids, element),
                  {Kid::Kind::element, kNowhere, element});
    }
  }
  for (const std::uint32_t cell : cells_of_row_[element]) {
    elements_[element].kids.push_back({Kid::Kind::element, kNowhere, cell});
    attach(cell);
  }
}

/// Behind all; in an article before what follows it in the text and came to a page first, where it
/// is a figure that waited for the next page's head, and so in a table that is set in parts, where
/// a later one brings the first cells of a row. Notes stand where their page ends.
std::ptrdiff_t StructureTree::place_among(const std::vector<Kid>& kids,
                                          std::uint32_t element) const {
  const auto is_note = [this](std::uint32_t one) {
    return structure_[one].role == draw::Role::note;
  };
  auto place = std::ssize(kids);
  const draw::Role parent = structure_[structure_[element].parent.v].role;
  const bool in_order = parent == draw::Role::article || parent == draw::Role::table;
  if (!in_order || is_note(element)) return place;
  for (auto i = place; i-- > 0 && kids[static_cast<std::size_t>(i)].kind == Kid::Kind::element;) {
    const std::uint32_t before = kids[static_cast<std::size_t>(i)].value;
    if (is_note(before)) continue;
    if (before < element) break;
    place = i;
  }
  return place;
}

void StructureTree::add_page(std::uint32_t page, const std::vector<draw::StructId>& owners) {
  if (marked_.size() <= page) marked_.resize(page + 1);
  for (const draw::StructId owner : owners) {
    attach(owner.v);
    const auto mcid = static_cast<std::uint32_t>(marked_[page].size());
    marked_[page].push_back(owner.v);
    elements_[owner.v].kids.push_back({Kid::Kind::content, page, mcid});
  }
}

void StructureTree::place_page(std::uint32_t page, Object object) {
  if (pages_.size() <= page) pages_.resize(page + 1);
  pages_[page] = object;
}

std::uint32_t StructureTree::add_annotation(draw::StructId element, std::uint32_t page,
                                            Object annotation) {
  attach(element.v);
  const auto index = static_cast<std::uint32_t>(annotations_.size());
  annotations_.push_back({annotation, element.v});
  elements_[element.v].kids.push_back({Kid::Kind::annotation, page, index});
  return static_cast<std::uint32_t>(marked_.size()) + index;
}

std::string StructureTree::kids_of(const Element& element, std::uint32_t own_page) const {
  std::string out = "[";
  for (const Kid& kid : element.kids) {
    if (out.size() > 1) out += ' ';
    switch (kid.kind) {
      case Kid::Kind::element:
        out += ObjectFile::reference(elements_[kid.value].object);
        break;
      case Kid::Kind::content:
        if (kid.page == own_page) {
          put(out, std::int64_t{kid.value});
        } else {
          out += "<</Type/MCR/Pg " + ObjectFile::reference(pages_[kid.page]) + "/MCID ";
          put(out, std::int64_t{kid.value});
          out += ">>";
        }
        break;
      case Kid::Kind::annotation:
        out += "<</Type/OBJR/Obj " + ObjectFile::reference(annotations_[kid.value].object) +
               "/Pg " + ObjectFile::reference(pages_[kid.page]) + ">>";
        break;
    }
  }
  return out + "]";
}

namespace {

/// What a cell heads and spans (ISO 32000-1 §14.8.5.7), and where a block's lines stand
/// (§14.8.5.4.3).
std::string attributes_of(const draw::Struct& element) {
  std::string table, layout;
  if (element.role == draw::Role::header_cell)
    table += element.heads_row ? "/Scope/Row" : "/Scope/Column";
  if (element.rows > 1) table += "/RowSpan " + std::to_string(element.rows);
  if (element.columns > 1) table += "/ColSpan " + std::to_string(element.columns);
  if (element.align == draw::TextAlign::center) layout = "/TextAlign/Center";
  if (element.align == draw::TextAlign::end) layout = "/TextAlign/End";
  std::string out;
  if (!table.empty()) out += "<</O/Table" + table + ">>";
  if (!layout.empty()) out += "<</O/Layout" + layout + ">>";
  return out.empty() ? out : "/A[" + out + "]";
}

}  // namespace

std::string StructureTree::body_of(std::uint32_t index) const {
  const Element& element = elements_[index];
  const draw::Struct& is = structure_[index];
  std::uint32_t own_page = kNowhere;
  for (const Kid& kid : element.kids) {
    if (kid.kind == Kid::Kind::content && own_page == kNowhere) own_page = kid.page;
  }
  std::string body = "/S/" + std::string(draw::name_of(is.role)) + "/P " +
                     ObjectFile::reference(elements_[is.parent.v].object);
  if (own_page != kNowhere) body += "/Pg " + ObjectFile::reference(pages_[own_page]);
  if (!element.kids.empty()) body += "/K" + kids_of(element, own_page);
  if (!is.alternative.empty()) body += "/Alt" + text_string(is.alternative);
  if (!is.language.empty()) body += "/Lang" + literal_string(is.language);
  body += attributes_of(is);
  return body + "\n";
}

std::string StructureTree::parent_tree() const {
  std::string out = "/Nums [";
  for (std::size_t page = 0; page < marked_.size(); ++page) {
    put(out, static_cast<std::int64_t>(page));
    out += " [";
    for (const std::uint32_t element : marked_[page])
      out += ObjectFile::reference(elements_[element].object) + " ";
    out += "]\n";
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    put(out, static_cast<std::int64_t>(marked_.size() + i));
    out += " " + ObjectFile::reference(elements_[annotations_[i].element].object) + "\n";
  }
  return out + "]\n";
}

void StructureTree::finish() {
  attach(kDocument);
  const Object root = file_.dictionary();
  for (std::uint32_t i = 1; i < elements_.size(); ++i) {
    if (!elements_[i].attached) continue;
    if (i == kDocument) {
      file_.set(elements_[i].object, "/S/Document/P " + ObjectFile::reference(root) + "/K" +
                                         kids_of(elements_[i], kNowhere) + "\n");
    } else {
      file_.set(elements_[i].object, body_of(i));
    }
  }
  const Object parents = file_.dictionary(parent_tree());
  file_.set(root, "/Type/StructTreeRoot/K " + ObjectFile::reference(elements_[kDocument].object) +
                      "/ParentTree " + ObjectFile::reference(parents) + "/ParentTreeNextKey " +
                      std::to_string(marked_.size() + annotations_.size()) + "\n");
  file_.catalog("/StructTreeRoot " + ObjectFile::reference(root) +
                "\n/MarkInfo <</Marked true>>\n");
}

}  // namespace keben::pdf::writer
