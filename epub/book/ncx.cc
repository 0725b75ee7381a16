#include <algorithm>
#include <map>
#include <vector>

#include "epub/book/contents.h"
#include "epub/book/navigation.h"
#include "epub/xhtml/xml_writer.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

constexpr int kLevels = 3;

int depth_of(const std::vector<ContentsEntry>& entries) {
  int deepest = 0;
  for (const ContentsEntry& entry : entries)
    deepest = std::max(deepest, depth_of(entry.children));
  return entries.empty() ? 0 : deepest + 1;
}

/// The leaves before the text, which the nav leaves to the landmarks.
std::vector<ContentsEntry> with_first_leaves(const Book& book) {
  const model::GeneratedWords& words = book.edition.words();
  std::vector<ContentsEntry> out;
  if (book.cover) out.push_back({std::string(words.cover), "text/cover.xhtml", {}, {}});
  out.push_back({std::string(words.title_page), "text/title.xhtml", {}, {}});
  if (has_contents_page(book)) out.push_back({std::string(words.contents), "nav.xhtml", {}, {}});
  for (ContentsEntry& entry : contents_of(book, std::min(kLevels, book.toc_depth)))
    out.push_back(std::move(entry));
  return out;
}

class NavMap {
 public:
  explicit NavMap(XmlWriter& out) : out_(out) {}

  void points(const std::vector<ContentsEntry>& entries) {
    for (const ContentsEntry& entry : entries)
      point(entry);
  }

 private:
  void point(const ContentsEntry& entry) {
    const std::size_t order = order_.emplace(entry.place, order_.size() + 1).first->second;
    {
      const Element point(
          out_, "navPoint",
          {{"id", "n" + std::to_string(++count_)}, {"playOrder", std::to_string(order)}});
      {
        const Element label(out_, "navLabel");
        write_element(out_, "text", {}, entry.label);
      }
      write_void(out_, "content", {{"src", entry.place}});
      if (!entry.children.empty()) out_.line();
      points(entry.children);
    }
    out_.line();
  }

  XmlWriter& out_;
  int count_ = 0;
  std::map<std::string, std::size_t> order_;  // a part and its first text are one place, one number
};

void write_head(XmlWriter& out, const Book& book, int depth) {
  const Element head(out, "head");
  const auto meta = [&](const char* name, const std::string& content) {
    write_void(out, "meta", {{"name", name}, {"content", content}});
  };
  meta("dtb:uid",
       "urn:uuid:" + book.edition.identity.uuid);  // the package's, to the byte (NCX-001)
  meta("dtb:depth", std::to_string(depth));
  meta("dtb:totalPageCount", "0");
  meta("dtb:maxPageNumber", "0");
}

}  // namespace

std::string write_ncx(const Book& book) {
  const std::vector<ContentsEntry> entries = with_first_leaves(book);
  XmlWriter out;
  {
    const Element ncx(out, "ncx",
                      {{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"},
                       {"version", "2005-1"},
                       {"xml:lang", book.edition.meta.language.tag}});
    out.line();
    write_head(out, book, depth_of(entries));
    out.line();
    {
      const Element title(out, "docTitle");
      write_element(out, "text", {}, book.edition.meta.title);
    }
    out.line();
    {
      const Element map(out, "navMap");
      out.line();
      NavMap(out).points(entries);
    }
    out.line();
  }
  return out.finish();
}

}  // namespace keben::epub
