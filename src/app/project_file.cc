#include "app/project_file.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "app/inputs.h"
#include "config/limits.h"
#include "markdown/read.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// The file, or nothing.
fs::path project_of(const Invocation& asked) {
  if (asked.inputs.size() != 1) return {};
  const fs::path input = asked.inputs[0];
  const fs::path suffix = input.extension();
  if (suffix == ".yaml" || suffix == ".yml") return input;
  std::error_code ignored;
  const fs::path inside = input / "keben.yaml";
  return fs::is_directory(input, ignored) && fs::exists(inside, ignored) ? inside : fs::path();
}

void set(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

/// As a flag would name it: from the working folder.
std::string beside(const fs::path& folder, const std::string& name) {
  return folder == "." ? name : (folder / name).string();
}

/// What belongs to each essay where no book is made of them all: only what it does not say itself.
void complete_essays(const series::Project& project, Invocation& asked) {
  config::MetaOverrides& meta = asked.options.meta;
  if (meta.language.empty()) meta.usual_language = project.language;
  if (meta.authors.empty()) meta.usual_authors = project.authors;
  meta.site = project.site;
  meta.permalink = project.permalink;
  if (!asked.names_page && project.page) asked.options.pdf.page = *project.page;
  std::vector<config::Setting>& typeset = asked.options.typeset;
  typeset.insert(typeset.begin(), project.typeset.begin(), project.typeset.end());
  if (!asked.names_cover && project.cover == "none")
    asked.options.cover = {config::CoverChoice::From::none, {}};
}

void complete_book(const series::Project& project, const fs::path& folder, Invocation& asked) {
  config::MetaOverrides& meta = asked.options.meta;
  set(meta.title, project.title);
  set(meta.language, project.language);
  if (meta.authors.empty()) meta.authors = project.authors;
  meta.subtitle = project.subtitle;
  meta.description = project.description;
  meta.series = project.series;
  meta.number = project.number;
  meta.site = project.site;
  meta.isbn = project.isbn;
  meta.permalink = project.permalink;
  if (!asked.names_page && project.page) asked.options.pdf.page = *project.page;
  std::vector<config::Setting>& typeset = asked.options.typeset;
  typeset.insert(typeset.begin(), project.typeset.begin(), project.typeset.end());
  if (asked.names_cover || project.cover.empty()) return;
  using From = config::CoverChoice::From;
  asked.options.cover = project.cover == "auto" ? config::CoverChoice{From::automatic, {}}
                        : project.cover == "none"
                            ? config::CoverChoice{From::none, {}}
                            : config::CoverChoice{From::file, folder / project.cover};
}

/// The outputs that the file names, of the formats that `--to` wants.
void complete_outputs(const series::Project& project, const fs::path& folder, Invocation& asked) {
  if (!asked.outputs.empty()) return;
  for (const std::string& name : project.outputs) {
    const std::string suffix = fs::path(name).extension().string();
    const bool wanted = asked.formats.empty() ||
                        std::any_of(asked.formats.begin(), asked.formats.end(), [&](Format format) {
                          return suffix == (format == Format::epub ? ".epub" : ".pdf");
                        });
    if (wanted) asked.outputs.push_back(beside(folder, name));
  }
}

}  // namespace

Result<series::Project> find_project(Invocation& asked, SourceMap& sources, Diagnostics& log) {
  const fs::path file = project_of(asked);
  if (file.empty()) return series::Project();
  asked.project_file = file;
  const config::ReadOptions& options = asked.options.read;
  Result<Bytes> bytes = read_file(file.string(), options.limits.file_bytes);
  if (!bytes) return failure(bytes.error());
  Result<std::string> text =
      markdown::decode_text(*std::move(bytes), file.string(), sources.next(), options, log);
  if (!text) return failure(text.error());
  const FileId id = sources.add(file.string(), *std::move(text));
  Result<series::Project> project = series::read_project(sources, id, options.limits, log);
  if (!project) return project;
  for (const config::Setting& limit : project->limits)
    for (config::Limits* limits : {&asked.options.read.limits, &asked.options.fetch.limits})
      config::set_limit(*limits, limit.name, limit.value);
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (asked.batch.each) {
    complete_essays(*project, asked);
  } else {
    complete_book(*project, folder, asked);
    complete_outputs(*project, folder, asked);
  }
  if (asked.bundle.order == series::Order::automatic) asked.bundle.order = project->sort;
  asked.inputs = {folder.string()};
  return project;
}

}  // namespace keben::app
