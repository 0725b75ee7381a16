#include "epub/book/metadata.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "epub/book/accessibility.h"
#include "unicode/pinyin.h"

namespace keben::epub {
namespace {

using model::Meta;

/// Writes one `<metadata>`; its elements are separated by line ends.
class MetadataWriter {
 public:
  MetadataWriter(XmlWriter& out, const Book& book)
      : out_(out), book_(book), meta_(book.edition.meta) {}

  void write() {
    identifiers();
    titles();
    people();
    languages();
    if (meta_.published) term("dc:date", outline::iso_date(*meta_.published));
    term("dc:description", meta_.description);
    subjects();
    term("dc:publisher", meta_.publisher);
    term("dc:rights", meta_.rights);
    term("dc:source", meta_.source);
    if (!book_.pages.empty()) {
      const std::string printed = "urn:uuid:" + book_.edition.identity.print_uuid;
      term("dc:source", printed);
      property("pageBreakSource", printed);
    }
    property("dcterms:modified", outline::iso_moment(book_.edition.identity.modified));
    series();
    for (const Claim& claim : accessibility_claims(book_.facts, book_.cover.has_value(),
                                                   book_.animated, meta_.language.convention))
      property(claim.property, claim.value);
    if (!book_.fonts.empty()) property("ibooks:specified-fonts", "true");
    if (book_.cover) old_meta("cover", "cover-image");
    if (book_.edition.vertical()) old_meta("primary-writing-mode", "vertical-rl");  // Kindle's own
  }

 private:
  /// A Dublin Core term; an empty one is invalid (RSC-005), so it is left out.
  void term(const char* name, const std::string& value, const std::string& id = {}) {
    if (value.empty()) return;
    {
      const Element element(out_, name);
      if (!id.empty()) out_.attribute("id", id);
      out_.text(value);
    }
    out_.line();
  }

  void property(const char* name, const std::string& value, const std::string& id = {}) {
    {
      const Element meta(out_, "meta", {{"property", name}});
      if (!id.empty()) out_.attribute("id", id);
      out_.text(value);
    }
    out_.line();
  }

  void refine(const std::string& id, const char* name, const std::string& value,
              const char* scheme = nullptr) {
    {
      const Element meta(out_, "meta", {{"refines", "#" + id}, {"property", name}});
      if (scheme) out_.attribute("scheme", scheme);
      out_.text(value);
    }
    out_.line();
  }

  /// A key for shelves that sort by code point: the author's, else pinyin, since hanzi are read as
  /// Mandarin in Chinese books alone.
  void file_as(const std::string& id, const std::string& given,
               const std::optional<std::string>& pinyin) {
    if (!given.empty()) {
      refine(id, "file-as", given);
    } else if (pinyin && model::is_chinese(meta_.language.convention)) {
      refine(id, "file-as", *pinyin);
    }
  }

  /// EPUB 2's form, which Kindle, Google and calibre still look for.
  void old_meta(const char* name, const std::string& content) {
    write_void(out_, "meta", {{"name", name}, {"content", content}});
    out_.line();
  }

  /// Ours stays the same where an ISBN is given later, so no shelf takes the book for another. 15
  /// is ISBN-13 in ONIX's list 5.
  void identifiers() {
    term("dc:identifier", "urn:uuid:" + book_.edition.identity.uuid, "pub-id");
    if (meta_.isbn.empty()) return;
    term("dc:identifier", "urn:isbn:" + meta_.isbn, "isbn");
    refine("isbn", "identifier-type", "15", "onix:codelist5");
  }

  void titles() {
    term("dc:title", meta_.title, "title");
    refine("title", "title-type", "main");
    file_as("title", meta_.file_as, unicode::pinyin_key(meta_.title));
    if (meta_.subtitle.empty()) return;
    refine("title", "display-seq", "1");
    term("dc:title", meta_.subtitle, "subtitle");
    refine("subtitle", "title-type", "subtitle");
    refine("subtitle", "display-seq", "2");
  }

  void people() {
    std::size_t n = 0;
    for (const model::Person& person : meta_.people) {
      if (person.name.empty()) continue;
      const std::string id = "creator" + std::to_string(++n);
      term("dc:creator", person.name, id);
      refine(id, "role", person.role, "marc:relators");
      refine(id, "display-seq", std::to_string(n));
      file_as(id, person.file_as, unicode::pinyin_name_key(person.name));
    }
  }

  /// The book's own first, then those of members in other languages, each once.
  void languages() {
    std::vector<std::string> tags{meta_.language.tag};
    for (const edition::Essay& essay : book_.edition.essays) {
      const std::string& tag = essay.meta.language.tag;
      if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
    }
    for (const std::string& tag : tags)
      term("dc:language", tag);
  }

  void subjects() {
    const auto& tags = meta_.tags;
    if (std::find(tags.begin(), tags.end(), meta_.category) == tags.end())
      term("dc:subject", meta_.category);
    for (const std::string& tag : tags)
      term("dc:subject", tag);
  }

  /// Twice: EPUB 3's collection, and calibre's names, which are all that most shelves read.
  void series() {
    const model::SeriesPlace& series = meta_.series;
    const model::SeriesPlace& volume = meta_.volume;
    if (!series.name.empty()) collection("series", series);
    if (!volume.name.empty()) collection("set", volume);
    const model::SeriesPlace& shelf = series.name.empty() ? volume : series;
    if (shelf.name.empty()) return;
    old_meta("calibre:series", shelf.name);
    if (is_position(shelf.number)) old_meta("calibre:series_index", shelf.number);
  }

  /// What the book belongs to; `kind` is the collection's type, and an id.
  void collection(const std::string& kind, const model::SeriesPlace& place) {
    property("belongs-to-collection", place.name, kind);
    refine(kind, "collection-type", kind);
    if (is_position(place.number)) refine(kind, "group-position", place.number);
    refine(kind, "dcterms:identifier", "urn:uuid:" + outline::uuid_of(kind + ":" + place.name));
  }

  XmlWriter& out_;
  const Book& book_;
  const Meta& meta_;
};

}  // namespace

void write_metadata(XmlWriter& out, const Book& book) {
  const Element metadata(out, "metadata", {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  out.line();
  MetadataWriter(out, book).write();
}

bool is_position(const std::string& number) {
  const auto digits = [](std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view all(number);
  const std::size_t point = all.find('.');
  return point == std::string_view::npos
             ? digits(all)
             : digits(all.substr(0, point)) && digits(all.substr(point + 1));
}

}  // namespace keben::epub
