#include "tests/property/both_books.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "base/utf8.h"
#include "epub/xhtml/chapter.h"
#include "outline/outline.h"
#include "pdf/export/export_pdf.h"
#include "tests/support/settled.h"
#include "unicode/cjk.h"

namespace keben::property {
namespace {

/// Appends what stands between the tags of a body, and in their `alt`s.
void read_xhtml(std::string_view body, std::string& text) {
  constexpr std::string_view kAlt = " alt=\"";
  while (!body.empty()) {
    const std::size_t begin = std::min(body.find('<'), body.size());
    text.append(body.substr(0, begin));
    const std::size_t end = std::min(body.find('>', begin), body.size());
    const std::string_view tag = body.substr(begin, end - begin);
    const std::size_t alt = tag.find(kAlt);
    if (alt != std::string_view::npos) {
      const std::string_view value = tag.substr(alt + kAlt.size());
      text.append(value.substr(0, value.find('"')));
    }
    body.remove_prefix(std::min(end + 1, body.size()));
  }
}

std::string epub_text(const test::Settled& book, Diagnostics& log) {
  std::vector<std::string> pictures;
  for (std::uint32_t a = 0; a < book.pictures.size(); ++a)
    pictures.push_back(epub::picture_file({a}, book.pictures[{a}].type));
  const epub::TextSource source{book.edition, pictures};
  std::string text;
  for (std::uint32_t d = 0; d < book.edition.essays.size(); ++d) {
    for (std::size_t c = 0; c < book.edition.essays[d].chapters.size(); ++c) {
      const std::string file = epub::write_chapter(source, {{d}, c}, log).xhtml;
      read_xhtml(std::string_view(file).substr(file.find("<body")), text);
    }
  }
  return text;
}

/// The text of a display list as its structure tree tells it, which a reader hears: a row of a
/// table is drawn line by line, but told cell by cell; a figure that waited for a page is told
/// where it stands in the text.
class TreeText {
 public:
  explicit TreeText(const pdf::draw::DisplayList& list)
      : structure_(list.structure), elements_(list.structure.size()) {
    for (const pdf::draw::Page& page : list.pages) {
      for (const pdf::draw::Item& item : page.items) {
        if (item.tag.v == 0) continue;  // running heads are no part of the text
        const auto* run = std::get_if<pdf::draw::Glyphs>(&item.is);
        attach(item.tag.v);
        elements_[item.tag.v].kids.push_back({0, run ? run->text : std::string()});
      }
    }
  }

  std::string text() const {
    std::string out;
    tell(kDocument, out);
    return out;
  }

 private:
  struct Kid {
    std::uint32_t element = 0;  // or 0, and text
    std::string text;
  };
  struct Element {
    bool attached = false;
    std::vector<Kid> kids;
  };
  static constexpr std::uint32_t kDocument = 1;

  void attach(std::uint32_t element) {
    if (elements_[element].attached) return;
    elements_[element].attached = true;
    if (element == kDocument) return;
    const std::uint32_t parent = structure_[element].parent.v;
    attach(parent);
    std::vector<Kid>& kids = elements_[parent].kids;
    auto place = kids.end();
    for (auto kid = kids.end(); kid != kids.begin() && may_wait(element);) {
      --kid;
      if (kid->element == 0 || (!is_note(kid->element) && kid->element < element)) break;
      if (!is_note(kid->element)) place = kid;
    }
    kids.insert(place, {element, {}});
  }

  /// A row of a table that is set in parts may come to a page after those below it.
  bool may_wait(std::uint32_t element) const {
    const pdf::draw::Role parent = structure_[structure_[element].parent.v].role;
    return !is_note(element) &&
           (parent == pdf::draw::Role::article || parent == pdf::draw::Role::table);
  }
  bool is_note(std::uint32_t element) const {
    return structure_[element].role == pdf::draw::Role::note;
  }

  void tell(std::uint32_t element, std::string& out) const {
    const std::vector<Kid>& kids = elements_[element].kids;
    const bool drawn = std::all_of(kids.begin(), kids.end(), [](const Kid& kid) {
      return kid.element == 0 && kid.text.empty();
    });
    if (drawn) out += structure_[element].alternative;  // a missing picture shows it itself
    for (const Kid& kid : kids) {
      out += kid.text;
      if (kid.element != 0) tell(kid.element, out);
    }
  }

  const std::vector<pdf::draw::Struct>& structure_;
  std::vector<Element> elements_;
};

}  // namespace

BothBooks both_books(const model::Collection& book, const fonts::Catalog& faces,
                     const config::PageSize& page) {
  Diagnostics log;
  Stages stages;
  const test::Settled settled = test::settled(book, log);
  config::PdfOptions options;
  options.purpose = config::Purpose::screen;
  options.jobs = {1};
  options.page = page;
  pdf::draw::DisplayList pages =
      pdf::lay_out({settled.edition, settled.pictures}, faces, options, stages, log);
  std::string told = TreeText(pages).text();
  return {epub_text(settled, log), std::move(told), std::move(pages)};
}

std::u32string hanzi_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded each = utf8::decode(text, at);
    if (unicode::is_hanzi(each.code_point)) out += each.code_point;
    at = each.next;
  }
  return out;
}

std::u32string missing_hanzi(const std::u32string& wanted, const std::u32string& text) {
  std::map<char32_t, std::size_t> left;
  for (const char32_t c : text)
    ++left[c];
  std::u32string out;
  for (const char32_t c : wanted) {
    std::size_t& count = left[c];
    if (count == 0) {
      out += c;
    } else {
      --count;
    }
  }
  return out;
}

std::u32string out_of_order(const std::u32string& wanted, const std::u32string& text) {
  std::u32string out;
  std::size_t at = 0;
  for (const char32_t c : wanted) {
    const std::size_t found = text.find(c, at);
    if (found == std::u32string::npos) {
      out += c;
    } else {
      at = found + 1;
    }
  }
  return out;
}

}  // namespace keben::property
