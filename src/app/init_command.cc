#include "app/init_command.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "app/folder_listing.h"
#include "app/inputs.h"
#include "app/output_file.h"
#include "app/project_root.h"
#include "app/site_of.h"
#include "series/draft_project.h"
#include "series/plan.h"
#include "series/site_file.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

Error exists_already(const std::string& name) {
  return {Fault::usage,
          "config-exists",
          {name + " 已经存在，未改动", name + " is there already, and was left as it is"},
          {"直接修改它，或先移走", "edit it, or move it away first"},
          {}};
}

/// Takes the name for us, so that nobody's file is replaced; whether it was free. A name that
/// cannot be taken for another reason is told when the file is written.
bool claim(const fs::path& file) {
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (made >= 0) close(made);
  return made >= 0 || errno != EEXIST;
}

/// Once keben.yaml stands in the folder, that is the root, and the blog's settings lie outside.
series::BlogAddresses blog_of(const fs::path& folder, const Invocation& asked, Diagnostics& log) {
  const fs::path root = settled_root(asked.options.root, folder);
  const model::Site site = site_of(root, asked.options.read, log);
  return {site.address, series::pattern_for(site, path_in_root(folder.string(), root))};
}

}  // namespace

Result<std::string> write_project(const Invocation& asked, Diagnostics& log) {
  const std::string folder = asked.inputs.empty() ? "." : asked.inputs[0];
  const fs::path file = folder == "." ? fs::path("keben.yaml") : fs::path(folder) / "keben.yaml";
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) return failure(exists_already(file.string()));
  const config::ReadOptions& options = asked.options.read;
  const Result<series::Listing> listing = list_folder(folder, options);
  if (!listing) return failure(listing.error());
  SourceMap sources;
  Diagnostics unsaid;  // told when the book is made
  const series::Plan plan =
      series::plan_collection(*listing, asked.bundle, options.limits, sources, unsaid);
  series::tell_left_out(*listing, plan.left_out, log);
  series::tell_left_out(*listing, listing->passed_over, log);
  if (plan.members.empty()) return failure(no_texts(*listing));
  const fs::path here = fs::canonical(folder, ignored);
  const std::string name = here.filename().string();
  const std::string text = series::draft_project(*listing, plan, name, asked.voice.language,
                                                 options.limits, blog_of(here, asked, unsaid));
  if (!claim(file)) return failure(exists_already(file.string()));
  if (const Done done = write_whole(fs::absolute(file, ignored), file.string(), text); !done) {
    fs::remove(file, ignored);
    return failure(done.error());
  }
  return file.string();
}

}  // namespace keben::app
