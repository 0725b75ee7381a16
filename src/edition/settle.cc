#include "edition/settle.h"

#include <utility>

#include "edition/detail/settler.h"
#include "edition/makers.h"
#include "outline/chapters.h"
#include "outline/colophon.h"
#include "typography/real_quotes.h"

namespace keben::edition {
namespace {

/// What stands between two facts on a line, between those that are there.
std::string in_one_line(const std::vector<std::string>& facts, model::Convention convention) {
  std::string out;
  for (const std::string& fact : facts)
    out.append(out.empty() ? "" : model::between_facts(convention)).append(fact);
  return out;
}

/// An only text says all of this on the title page.
Opening opening_of(const model::Document& document, const model::Collection& whole,
                   Register& book) {
  const model::Meta& meta = document.meta;
  const model::Convention convention = meta.language.convention;
  Opening out;
  out.id = book.add(meta.title_at);
  out.title = meta.title;
  if (whole.single()) return out;
  out.subtitle = meta.subtitle;
  std::vector<std::string> facts;
  if (meta.people != whole.meta.people) facts = makers_of(meta.people, convention);
  if (meta.published) facts.push_back(model::spoken_date(*meta.published, convention));
  out.byline = in_one_line(facts, convention);
  out.tags = model::tag_line(meta);
  out.address = outline::page_address(meta);
  out.shown_address = outline::shown_address(out.address);
  return out;
}

/// 刻本丛书　2
std::string series_line(const model::SeriesPlace& series) {
  if (series.name.empty() || series.number.empty()) return series.name;
  return series.name + "　" + series.number;
}

TitlePage title_page_of(const model::Collection& collection) {
  const model::Meta& meta = collection.meta;
  return {.series = series_line(meta.series),
          .title = meta.title,
          .subtitle = meta.subtitle,
          .makers = makers_of(meta.people, meta.language.convention),
          .publisher = meta.publisher,
          .days = model::days_of(collection),
          .description = meta.description};
}

/// The chapters' ranges in settled blocks: a block of the model is none, one or several of them.
std::vector<outline::Chapter> in_settled(std::vector<outline::Chapter> chapters,
                                         const std::vector<std::size_t>& begins) {
  for (outline::Chapter& chapter : chapters) {
    chapter.first_block = begins[chapter.first_block];
    chapter.end_block = begins[chapter.end_block];
  }
  return chapters;
}

/// An essay's own headings stand below its title where it is one of several (decisions: a place in
/// a collection nests).
Essay settle_essay(model::Document document, model::DocumentId id, const model::Collection& whole,
                   const outline::Outline& outline, const assets::AssetStore& pictures,
                   Register& book, Diagnostics& log) {
  Essay out;
  out.file = document.file;
  if (!whole.single()) out.characters = outline::characters_in(document);
  out.opening = opening_of(document, whole, book);
  out.meta = std::move(document.meta);
  const int rank = whole.single() ? 1 : 2;
  Settler settler(id, out.meta.language, outline, pictures, rank, book, log);
  const outline::DocumentOutline& own = outline.documents[id.v];
  std::vector<std::size_t> begins;
  out.blocks = settler.text(std::move(document.blocks), own.chapters, begins);
  for (std::size_t n = 0; n < document.notes.size(); ++n)
    out.notes.push_back({settler.note(std::move(document.notes[n]), own.note_chapter[n]), {}});
  std::vector<std::vector<std::size_t>> marks = settler.take_marks();
  for (std::size_t n = 0; n < out.notes.size() && n < marks.size(); ++n)
    out.notes[n].marks = std::move(marks[n]);
  out.chapters = in_settled(own.chapters, begins);
  return out;
}

/// In all that is shown of a book, whichever room has put it together.
void set_real_quotes(model::Collection& collection, outline::Outline& outline,
                     typography::Marks marks) {
  const model::Convention convention = collection.meta.language.convention;
  const auto set = [&](std::string& words, model::Convention language) {
    words = typography::with_real_quotes(std::move(words), language, marks);
  };
  typography::set_real_quotes(collection.meta, marks);
  for (model::Part& part : collection.parts)
    set(part.title, convention);
  for (std::size_t d = 0; d < collection.documents.size(); ++d) {
    model::Document& document = collection.documents[d];
    typography::set_real_quotes(document, marks);
    typography::set_real_quotes(document.meta, marks);
    for (outline::HeadingPlace& heading : outline.documents[d].headings)
      set(heading.text, document.meta.language.convention);
  }
  const auto set_entries = [&](auto& self, std::vector<outline::TocEntry>& entries) -> void {
    for (outline::TocEntry& entry : entries) {
      const bool part = entry.kind == outline::TocEntry::Kind::part;
      set(entry.title,
          part ? convention : collection.documents[entry.document.v].meta.language.convention);
      self(self, entry.children);
    }
  };
  set_entries(set_entries, outline.toc);
  if (!outline.colophon) return;
  for (std::string& line : outline.colophon->whole)
    set(line, convention);
}

std::optional<Colophon> settle_colophon(const outline::Outline& outline,
                                        const std::vector<Essay>& essays, Register& book) {
  if (!outline.colophon) return std::nullopt;
  Colophon out{book.add({}), outline.colophon->whole, {}};
  for (const outline::Origin& origin : outline.colophon->origins) {
    const model::Meta& meta = essays[origin.document.v].meta;
    out.entries.push_back({book.add(meta.title_at), origin.document, meta.title, origin.about,
                           origin.address, outline::shown_address(origin.address)});
  }
  return out;
}

/// Lines of alphabets never run from top to bottom.
config::Writing writing_of(const model::Meta& meta, const Choices& choices) {
  return model::is_cjk(meta.language.convention) ? choices.writing : config::Writing::horizontal;
}

}  // namespace

typography::Marks marks_for(const model::Meta& meta, const Choices& choices) {
  if (writing_of(meta, choices) == config::Writing::vertical)
    return typography::Marks::vertical_corners;
  return choices.corner_quotes ? typography::Marks::corners : typography::Marks::curly;
}

Edition settle(model::Collection collection, outline::Outline outline, outline::Identity identity,
               const assets::AssetStore& pictures, const Choices& choices, Diagnostics& log) {
  set_real_quotes(collection, outline, marks_for(collection.meta, choices));
  Register book;
  Edition out;
  out.title_page = title_page_of(collection);
  out.single = collection.single();
  std::size_t part = 0;
  for (std::uint32_t d = 0; d < collection.documents.size(); ++d) {
    for (; part < collection.parts.size() && collection.parts[part].first <= d; ++part)
      out.parts.push_back({book.add({}), collection.parts[part].title, collection.parts[part].first,
                           collection.parts[part].opened});
    out.essays.push_back(settle_essay(std::move(collection.documents[d]), {d}, collection, outline,
                                      pictures, book, log));
  }
  out.colophon = settle_colophon(outline, out.essays, book);
  out.meta = std::move(collection.meta);
  out.outline = std::move(outline);
  out.identity = std::move(identity);
  out.theme = choices.theme;
  out.writing = writing_of(out.meta, choices);
  out.pictures = book.take_pictures();
  out.places = book.take_places();
  return out;
}

}  // namespace keben::edition
