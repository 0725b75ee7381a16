#include "epub/export/export_epub.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "epub/archive/container.h"
#include "epub/book/book.h"
#include "epub/book/colophon.h"
#include "epub/check/check.h"
#include "epub/export/detail/book_fonts.h"
#include "epub/export/detail/obfuscation.h"
#include "epub/export/detail/pictures.h"
#include "epub/export/detail/refusal.h"

namespace keben::epub {
namespace {

/// Without it Apple's reader sets its own type whatever the stylesheet says.
constexpr const char* kDisplayOptionsName = "META-INF/com.apple.ibooks.display-options.xml";
constexpr BytesView kDisplayOptions =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<display_options><platform name=\"*\">"
    "<option name=\"specified-fonts\">true</option></platform></display_options>\n";

std::vector<ChapterId> chapters_of(const outline::Outline& outline) {
  std::vector<ChapterId> out;
  for (std::uint32_t d = 0; d < outline.documents.size(); ++d) {
    for (std::size_t c = 0; c < outline.documents[d].chapters.size(); ++c)
      out.push_back({{d}, c});
  }
  return out;
}

/// One chapter's file, with its own messages and its own account of the time.
struct WrittenChapter {
  ChapterFile file;
  Diagnostics log;
  Stages stages;
};

constexpr std::size_t kBlocksAThread = 256;  // a millisecond of writing

std::size_t count_blocks(const edition::Edition& edition) {
  std::size_t sum = 0;
  for (const edition::Essay& essay : edition.essays)
    sum += essay.blocks.size();
  return sum;
}

/// Writes all chapters, in parallel; results stand in reading order.
std::vector<ChapterFile> write_chapters(const TextSource& text,
                                        const std::vector<ChapterId>& chapters, Jobs jobs,
                                        Stages& stages, Diagnostics& log) {
  const Jobs threads = jobs_worth(count_blocks(text.edition), kBlocksAThread, jobs);
  std::vector<WrittenChapter> written =
      parallel_map(std::span(chapters), threads, [&](ChapterId id) {
        WrittenChapter out;
        out.stages.timed("xhtml", [&] { out.file = write_chapter(text, id, out.log); });
        return out;
      });
  std::vector<ChapterFile> out;
  for (WrittenChapter& chapter : written) {
    stages.merge(chapter.stages);
    log.merge(std::move(chapter.log));
    out.push_back(std::move(chapter.file));
  }
  return out;
}

/// What the package is made from, once the text is written and counted.
Book book_of(const Source& source, const config::EpubOptions& options, const BookPictures& pictures,
             const std::vector<ChapterId>& chapters, const std::vector<ChapterFile>& texts) {
  Book out{.edition = source.edition,
           .chapters = chapters,
           .pictures = {},
           .cover = {},
           .facts = {},
           .toc_depth = options.toc_depth,
           .author_css = !options.css.empty(),
           .fonts = {},
           .font_css = {}};
  for (const ChapterFile& text : texts)
    out.facts.merge(text.facts);
  for (const assets::AssetId id : out.facts.pictures) {
    out.pictures.push_back({pictures.names[id.v], pictures.made[id.v]->type});
    out.animated = out.animated || pictures.made[id.v]->animated;
  }
  if (source.cover)
    out.cover = ListedPicture{"cover." + std::string(assets::suffix_of(source.cover->type)),
                              source.cover->type};
  return out;
}

/// The pages of the printed book, in its order, with the file that has the mark of each.
std::vector<PageEntry> page_list(const Source& source, const std::vector<ChapterId>& chapters,
                                 const std::vector<ChapterFile>& texts) {
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    for (const std::string& label : texts[i].pages)
      files.emplace(label, chapter_file(source.edition.outline, chapters[i]));
  }
  const auto name = [&](edition::NodeId node, const std::string& file) {
    for (const edition::PageStart& start : *source.pages)
      if (start.place.node == node) files.emplace(start.label, file);
  };
  const edition::Edition& edition = source.edition;
  for (std::size_t p = 0; p < edition.parts.size(); ++p)
    name(edition.parts[p].id, part_stem(p) + ".xhtml");
  if (edition.colophon) {
    name(edition.colophon->id, kColophonFile);
    for (const edition::ColophonEntry& entry : edition.colophon->entries)
      name(entry.id, kColophonFile);
  }
  std::vector<PageEntry> out;
  for (const edition::PageStart& start : *source.pages) {
    if (const auto file = files.find(start.label); file != files.end())
      out.push_back({start.label, "text/" + file->second + "#" + page_id(start.label)});
  }
  return out;
}

/// The faces of the chapters' text and of the pages around it, told to the book.
Result<BookFonts> cut_fonts(Book& book, const std::vector<ChapterFile>& texts,
                            const config::EpubOptions& options, const fonts::Catalog& faces,
                            Diagnostics& log) {
  const std::vector<BookFile> pages = make_package_files(book);
  std::vector<std::string_view> xhtml;
  for (const BookFile& page : pages)
    if (page.name.ends_with(".xhtml")) xhtml.emplace_back(page.content);
  for (const ChapterFile& text : texts)
    xhtml.emplace_back(text.xhtml);
  Result<BookFonts> out =
      cut_book_fonts(xhtml, options.fonts, book.edition.meta.language.convention, faces, log);
  if (!out) return out;
  for (BookFont& font : out->fonts) {
    book.fonts.push_back({font.file, font.media_type});
    if (options.obfuscate_fonts)
      font.bytes = obfuscated(std::move(font.bytes), "urn:uuid:" + book.edition.identity.uuid);
  }
  book.font_css = out->css;
  return out;
}

/// Checks the files, packs them, and looks at the archive: what is handed over is sound.
Result<Bytes> check_and_pack(const std::vector<Entry>& entries, const Origins& origins,
                             bool obfuscates, Jobs jobs, Stages& stages) {
  const std::string package = std::string(kFolder) + "package.opf";
  std::vector<CheckedFile> files;
  for (const Entry& entry : entries) {
    const bool font = entry.name.starts_with(std::string(kFolder) + "fonts/");
    if (entry.name.starts_with(kFolder))
      files.push_back({entry.name, entry.bytes, font && obfuscates});
  }
  Findings found = stages.timed("self-check", [&] { return check_files(files, package, jobs); });
  if (!found.empty()) return failure(refusal_of(found.front(), origins));
  Result<Bytes> out = make_container(
      package, entries, origins.source.edition.identity.modified.seconds, jobs, stages);
  if (!out) return out;
  found = check_layout(*out);
  if (!found.empty()) return failure(refusal_of(found.front(), origins));
  return out;
}

}  // namespace

Result<Bytes> export_epub(const Source& source, const config::EpubOptions& options,
                          const config::Limits& limits, Stages& stages, Diagnostics& log) {
  if (options.writing == config::Writing::vertical && !source.edition.vertical()) {
    log.note(
        "writing-horizontal", {},
        {"这种文字不竖排，按横排生成", "the book's script has no vertical lines; they run across"});
  }
  const BookPictures pictures = stages.timed("pictures", [&] {
    return make_pictures(source.edition.pictures, source.assets, options, limits, log);
  });
  std::optional<PageMarks> marks;
  if (source.pages) marks.emplace(*source.pages);
  const TextSource text{.edition = source.edition,
                        .pictures = pictures.names,
                        .author_css = !options.css.empty(),
                        .pages = marks ? &*marks : nullptr};
  const std::vector<ChapterId> chapters = chapters_of(source.edition.outline);
  const std::vector<ChapterFile> texts = write_chapters(text, chapters, options.jobs, stages, log);
  Book book = book_of(source, options, pictures, chapters, texts);
  if (marks) {
    book.page_marks = &*marks;
    book.pages = page_list(source, chapters, texts);
  }
  BookFonts fonts;
  if (options.fonts != config::EmbeddedType::none && source.faces) {
    Result<BookFonts> cut =
        stages.timed("fonts", [&] { return cut_fonts(book, texts, options, *source.faces, log); });
    if (!cut) return failure(cut.error());
    fonts = std::move(*cut);
  }
  const std::vector<BookFile> package =
      stages.timed("package", [&] { return make_package_files(book); });

  std::vector<Entry> entries;  // package, text, pictures; borrowing from all of the above
  const auto add = [&](const std::string& name, BytesView bytes, bool compress = true) {
    entries.push_back({kFolder + name, bytes, compress});
  };
  for (const BookFile& file : package)
    add(file.name, file.content);
  if (book.author_css) add("css/author.css", options.css);
  for (std::size_t i = 0; i < chapters.size(); ++i)
    add("text/" + chapter_file(source.edition.outline, chapters[i]), texts[i].xhtml);
  if (book.cover) add("img/" + book.cover->file, source.cover->bytes, false);
  for (const assets::AssetId id : book.facts.pictures) {
    const assets::Asset& picture = *pictures.made[id.v];
    add("img/" + pictures.names[id.v], picture.bytes, picture.type == assets::MediaType::svg);
    entries.back().held = &picture.bytes;
  }
  std::vector<std::string> font_names;
  for (const BookFont& font : fonts.fonts) {
    add("fonts/" + font.file, font.bytes);
    font_names.push_back(kFolder + ("fonts/" + font.file));
  }
  const Bytes encryption = encryption_xml(font_names);
  if (!fonts.fonts.empty()) entries.push_back({kDisplayOptionsName, kDisplayOptions});
  if (!fonts.fonts.empty() && options.obfuscate_fonts)
    entries.push_back({kEncryptionName, encryption});
  return check_and_pack(entries, {source, chapters, texts, pictures}, options.obfuscate_fonts,
                        options.jobs, stages);
}

}  // namespace keben::epub
