// keben.yaml: what an author settles for a whole book (product.md, "Order of precedence").
//
// Strict where front matter is lenient: this file was written for keben alone, so a key that keben
// does not know is a slip of the pen, and a book made in spite of it would be the wrong one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "config/options.h"
#include "config/page_size.h"
#include "series/listing.h"
#include "series/plan.h"

namespace keben::series {

/// A line of `contents`: a file, or a pattern of files (`2026/*.md`), and a file's title.
struct ContentsFile {
  std::string pattern;
  std::string title;
  SourceSpan at;
};

/// A part, or a run of files in no part.
struct ContentsPart {
  std::string title;
  std::vector<ContentsFile> files;
  Order sort = Order::automatic;  // of what a pattern finds
};

struct Project {
  std::string title;
  std::string subtitle;
  std::string description;
  std::vector<std::string> authors;
  std::string language;
  std::string series;
  std::string number;  // in the series
  std::string cover;   // a path from the file's folder, `auto`, `none`, or empty
  std::string site;
  std::string isbn;       // thirteen digits
  std::string permalink;  // of the essays' pages under the site
  std::optional<config::PageSize> page;
  std::vector<config::Setting> typeset;
  std::vector<config::Setting> limits;  // config/limits.h; each can be set
  std::vector<std::string> outputs;     // paths from the file's folder
  Order sort = Order::automatic;        // where there is no `contents`
  std::vector<ContentsPart> contents;
};

/// Reads a keben.yaml that `sources` holds. Fails with Fault::usage at the first place that is
/// wrong: `config-malformed`, `config-unknown-key` with the key that was meant, `config-key-twice`,
/// `config-value`; the places after it go to `log` as errors.
Result<Project> read_project(const SourceMap& sources, FileId file, const config::Limits& limits,
                             Diagnostics& log);

/// The texts that `contents` names, as plan_collection tells of them: what is named by itself comes
/// before what a pattern finds, and is taken if it is a draft.
Plan plan_contents(const Listing& listing, const Project& project, const config::Limits& limits,
                   Diagnostics& log);

/// Whether a path fits a pattern: `*` and `?` within one name, `**` across folders.
bool fits(std::string_view path, std::string_view pattern);

/// The keys that each kind of map may hold, for the JSON schema's sake.
enum class ProjectMap { whole, typeset, limits, series, part, file };
std::vector<std::string_view> project_keys(ProjectMap map);
std::vector<std::string_view> sort_names();

}  // namespace keben::series
