#include "tests/spec/shown.h"

#include "epub/xhtml/chapter.h"
#include "model/dump.h"
#include "outline/outline.h"
#include "pdf/export/export_pdf.h"
#include "tests/spec/case_book.h"
#include "tests/support/settled.h"

namespace keben::spec {
namespace {

/// A line of a dump without its place: unit tests look at those.
std::string_view without_place(std::string_view line) {
  const std::size_t sign = line.rfind(" @");
  if (sign == std::string_view::npos) return line;
  const bool place = line.find_first_not_of("0123456789:-", sign + 2) == std::string_view::npos;
  return place ? line.substr(0, sign) : line;
}

std::string without_places(std::string_view dump) {
  std::string out;
  while (!dump.empty()) {
    const std::size_t end = dump.find('\n');
    out.append(without_place(dump.substr(0, end))) += '\n';
    dump.remove_prefix(end + 1);
  }
  return out;
}

/// `meta`'s own lines, and the rest.
std::pair<std::string, std::string> split_dump(const model::Document& document) {
  const std::string dump = without_places(model::dump(document));
  std::size_t end = dump.find('\n') + 1;  // "meta"
  const std::size_t first = end;
  while (dump.compare(end, 2, "  ") == 0)
    end = dump.find('\n', end) + 1;
  return {dump.substr(first, end - first), dump.substr(end)};
}

void drop_beginning(std::string& text, const std::string& beginning) {
  if (text.starts_with(beginning)) text.erase(0, beginning.size());
}

/// Where the section ends that was open before `body`.
std::size_t end_of_section(std::string_view body) {
  int depth = 1;
  for (std::size_t at = body.find("section"); at != body.npos; at = body.find("section", at + 1)) {
    if (body.substr(at - 1, 1) == "<") ++depth;
    if (body.substr(at - 1, 1) == "/" && --depth == 0) return at - 2;
  }
  return body.size();
}

/// Every chapter's body, without the section that holds all of it.
std::string show_xhtml(const test::Settled& book, Diagnostics& log) {
  std::vector<std::string> pictures;
  for (std::uint32_t a = 0; a < book.pictures.size(); ++a)
    pictures.push_back(epub::picture_file({a}, book.pictures[{a}].type));
  std::string out;
  for (std::size_t c = 0; c < book.edition.essays[0].chapters.size(); ++c) {
    const epub::TextSource source{book.edition, pictures};
    const std::string file = epub::write_chapter(source, {{0}, c}, log).xhtml;
    const std::size_t first = file.find("<section");
    const std::size_t content = file.find('\n', first) + 1;
    std::string body = file.substr(content, file.find("</body>") - content) + "\n";
    body.erase(end_of_section(body), std::string_view("</section>\n").size());
    drop_beginning(body, "<h1 id=\"e1\" class=\"title\">" + std::string(kNoTitle) + "</h1>\n");
    out += body;
  }
  return out;
}

std::string show_messages(const Diagnostics& log) {
  std::string out;
  for (const Diagnostic& each : log.all()) {
    const char* severity = each.severity == Severity::error     ? "error"
                           : each.severity == Severity::warning ? "warning"
                                                                : "note";
    out += std::string(severity) + "[" + each.code + "]";
    if (each.at.known()) {
      out += " " + std::to_string(each.at.first_line) + ":" + std::to_string(each.at.first_column);
    }
    out += " " + each.text.zh + "\n";
  }
  return out;
}

}  // namespace

Case run_case(const Case& written, const fonts::Catalog& faces) {
  Case out{written.name, {}};
  const auto show = [&](std::string name, std::string text) {
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    while (text.ends_with("\n\n"))
      text.pop_back();
    out.sections.push_back({std::move(name), std::move(text)});
  };
  if (written.has("options")) show("options", std::string(written["options"]));
  show("input", std::string(written["input"]));
  SourceMap sources;
  Diagnostics log;
  const Result<model::Collection> book = read_book(written, sources, log);
  if (!book) {
    show("messages",
         show_messages(log) + "error[" + book.error().code + "] " + book.error().what.zh + "\n");
    return out;
  }
  const auto [meta, model] = split_dump(book->documents[0]);
  if (written.has("meta")) show("meta", meta);
  show("model", model);
  const test::Settled settled = test::settled(*book, log);
  show("xhtml", show_xhtml(settled, log));
  config::PdfOptions options;
  options.purpose = config::Purpose::screen;
  options.jobs = {1};
  Stages stages;
  std::string lines = show_lines(
      pdf::lay_out({settled.edition, settled.pictures}, faces, options, stages, log), faces);
  drop_beginning(lines, "P  {bold: " + std::string(kNoTitle) + "}\n[rule]\n");
  show("lines", std::move(lines));
  if (!log.all().empty()) show("messages", show_messages(log));
  return out;
}

}  // namespace keben::spec
