#include "pdf/export/export_pdf.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "pdf/galley/compose.h"
#include "pdf/galley/reset.h"
#include "pdf/pages/bind.h"
#include "pdf/pages/colophon.h"
#include "pdf/pages/front_matter.h"
#include "pdf/pages/make_up.h"
#include "pdf/writer/write.h"

namespace keben::pdf {
namespace {

/// A chapter to be composed: a stretch of one document.
struct Task {
  model::DocumentId document;
  std::size_t chapter = 0;
  bool opens_flow = false;
};

/// What a task brings back; joined in the order of the tasks.
struct Composed {
  galley::Galley galley;
  Stages stages;
  Diagnostics log;
};

/// Every chapter of every document. A document opens a flow, and so does a chapter of a single text
/// whose chapters begin on pages of their own (outline.h).
std::vector<Task> tasks_of(const Source& source) {
  std::vector<Task> out;
  for (std::uint32_t d = 0; d < source.edition.essays.size(); ++d) {
    const outline::DocumentOutline& document = source.edition.outline.documents[d];
    for (std::size_t c = 0; c < document.chapters.size(); ++c) {
      const std::optional<model::HeadingId> heading = document.chapters[c].heading;
      const bool highest = heading && document.headings[heading->v].rank == 1;
      out.push_back({{d}, c, c == 0 || (source.edition.outline.chapters_open_pages && highest)});
    }
  }
  return out;
}

pages::Flow opened_flow(const Source& source, const Task& task) {
  const edition::Edition& edition = source.edition;
  const edition::Essay& essay = edition.essays[task.document.v];
  const outline::DocumentOutline& document = edition.outline.documents[task.document.v];
  const std::optional<model::HeadingId> heading = document.chapters[task.chapter].heading;
  pages::Flow flow;
  flow.title = heading && edition.single ? document.headings[heading->v].text : essay.opening.title;
  if (task.chapter == 0) flow.anchor = document.anchor;
  if (essay.meta.language.tag != edition.meta.language.tag) flow.language = essay.meta.language.tag;
  return flow;
}

struct FlowInMaking {
  pages::Flow flow;
  model::DocumentId document;
  galley::Galley galley = {};
  Stages stages = {};
};

/// About the page on which each text will begin, by the room that its characters take: only the
/// number of its digits matters, and one too many or too few is taken up by the white beside them.
std::vector<std::uint32_t> expected_pages(const Source& source, const style::Geometry& page) {
  const double cells = page.measure() / page.body * (page.depth() / page.leading);
  constexpr double kFilled = 0.7;  // of a page: paragraphs end, figures and headings have white
  std::vector<std::uint32_t> out;
  double at = 1;
  for (const edition::Essay& essay : source.edition.essays) {
    out.push_back(static_cast<std::uint32_t>(at));
    at += std::ceil(static_cast<double>(essay.characters) / (cells * kFilled));
    at += static_cast<int>(at) % 2 == 0 ? 1 : 0;  // texts open on a recto
  }
  return out;
}

pages::Flow part_flow(const edition::Part& part, std::size_t index, const style::Stylesheet& sheet,
                      const fonts::Catalog& faces, Diagnostics& log) {
  pages::FrontMatter page = pages::part_page(part.title, sheet, faces, log);
  page.pages.front().begins = {part.id, 0};
  return {.pages = std::move(page.pages),
          .structure = std::move(page.structure),
          .title = part.title,
          .anchor = pages::part_anchor(index),
          .bare = true};
}

/// The text's flows, with the page of each part that has one before its first document.
std::vector<pages::Flow> with_part_pages(std::vector<pages::Flow> made,
                                         const std::vector<FlowInMaking>& flows,
                                         const Source& source, const style::Stylesheet& sheet,
                                         const fonts::Catalog& faces, Diagnostics& log) {
  const std::vector<edition::Part>& parts = source.edition.parts;
  if (source.edition.single || parts.empty()) return made;
  std::vector<pages::Flow> out;
  std::size_t part = 0;
  for (std::size_t i = 0; i < made.size(); ++i) {
    for (; part < parts.size() && parts[part].first <= flows[i].document.v; ++part)
      if (parts[part].has_page_of_its_own())
        out.push_back(part_flow(parts[part], part, sheet, faces, log));
    out.push_back(std::move(made[i]));
  }
  return out;
}

/// What every stage of a book's setting looks at.
struct Setting {
  const Source& source;
  const style::Stylesheet& sheet;
  const fonts::Catalog& faces;
  const std::vector<std::uint32_t>& expected;  // see expected_pages
  std::span<shape::WordShaper> words;          // each thread's: it shapes a word once

  /// A flow is of one document.
  galley::Surroundings around(model::DocumentId document) const {
    return {source.edition, document, source.assets, sheet, expected};
  }
};

/// Every chapter in lines, in parallel; those that follow on are one galley.
std::vector<FlowInMaking> compose_flows(const Setting& setting, Stages& stages, Diagnostics& log) {
  const Source& source = setting.source;
  std::vector<Task> tasks = tasks_of(source);
  std::vector<Composed> composed = parallel_map(
      std::span(tasks), setting.words, [&](const Task& task, shape::WordShaper& known) {
        Composed out;
        const outline::Chapter& chapter =
            source.edition.essays[task.document.v].chapters[task.chapter];
        const bool opens = !source.edition.single && task.chapter == 0;
        out.galley = out.stages.timed("lines", [&] {
          return galley::compose(setting.around(task.document), chapter.first_block,
                                 chapter.end_block, setting.faces, out.log, opens, &known);
        });
        return out;
      });
  std::vector<FlowInMaking> flows;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (tasks[i].opens_flow || flows.empty()) {
      flows.push_back({opened_flow(source, tasks[i]), tasks[i].document});
      flows.back().galley = std::move(composed[i].galley);
    } else {
      galley::append(flows.back().galley, std::move(composed[i].galley));
    }
    stages.merge(composed[i].stages);
    log.merge(std::move(composed[i].log));
  }
  return flows;
}

/// Every flow in pages, in parallel; the galleys are used up.
std::vector<pages::Flow> make_up_flows(const Setting& setting, std::vector<FlowInMaking>& flows,
                                       Stages& stages) {
  std::vector<pages::Flow> made = parallel_map(
      std::span(flows), setting.words, [&](FlowInMaking& making, shape::WordShaper& known) {
        const galley::Surroundings around = setting.around(making.document);
        galley::Resetter resetter(around, setting.faces, &known);
        making.flow.pages = making.stages.timed("pages", [&] {
          return pages::make_up(making.galley, setting.sheet, setting.faces, std::ref(resetter));
        });
        making.flow.structure = std::move(making.galley.structure);
        making.galley = {};
        return std::move(making.flow);
      });
  for (const FlowInMaking& making : flows)
    stages.merge(making.stages);
  return made;
}

pages::Bound bound(const Source& source, const fonts::Catalog& faces,
                   const config::PdfOptions& options, Stages& stages, Diagnostics& log) {
  const style::Stylesheet sheet =
      style::make_stylesheet(options, source.edition.theme, source.edition.meta.language);
  std::vector<std::uint32_t> expected;
  if (options.purpose == config::Purpose::print && !source.edition.single)
    expected = expected_pages(source, sheet.page);
  std::vector<shape::WordShaper> words;
  for (unsigned i = 0; i < std::max(1u, options.jobs.v); ++i)
    words.emplace_back(faces);
  const Setting setting{source, sheet, faces, expected, words};
  std::vector<FlowInMaking> flows = compose_flows(setting, stages, log);
  std::vector<pages::Flow> made = make_up_flows(setting, flows, stages);
  made = with_part_pages(std::move(made), flows, source, sheet, faces, log);
  if (source.edition.colophon)
    made.push_back(pages::colophon_flow(source.edition, sheet, faces, log));
  std::optional<pages::Cover> cover;
  if (source.cover) cover = {{source.cover->v}, source.assets[*source.cover].size};
  const pages::Book book{source.edition, sheet, faces, options.purpose, options.toc_depth, cover};
  return stages.timed("pages", [&] { return pages::bind(book, std::move(made), log); });
}

}  // namespace

draw::DisplayList lay_out(const Source& source, const fonts::Catalog& faces,
                          const config::PdfOptions& options, Stages& stages, Diagnostics& log) {
  return bound(source, faces, options, stages, log).list;
}

Result<Made> export_pdf(const Source& source, const fonts::Catalog& faces,
                        const config::PdfOptions& options, const config::Limits& limits,
                        Stages& stages, Diagnostics& log) {
  auto [list, starts] = bound(source, faces, options, stages, log);
  faces.report(log);
  const model::Meta& meta = source.edition.meta;
  writer::Info info{.title = meta.title,
                    .subject = meta.description,
                    .keywords = meta.tags,
                    .language = meta.language.tag,
                    .uuid = source.edition.identity.print_uuid,
                    .modified = outline::iso_moment(source.edition.identity.modified)};
  for (const model::Person& person : meta.people)
    info.authors.push_back(person.name);
  const std::size_t pages = list.pages.size();
  Result<Bytes> bytes =
      writer::write(std::move(list), info, faces, source.assets, limits, options.jobs, stages);
  if (!bytes) return tl::unexpected(bytes.error());
  return Made{std::move(*bytes), pages, std::move(starts)};
}

}  // namespace keben::pdf
