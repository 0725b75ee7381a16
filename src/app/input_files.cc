#include "app/input_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>
#include <system_error>

#include "app/folder_listing.h"
#include "fonts/defaults.h"

namespace keben::app {

namespace fs = std::filesystem;

namespace {

/// As the user would write it: from the working folder, if it lies there.
std::string shown(const fs::path& file) {
  std::error_code error;
  const fs::path near = file.lexically_proximate(fs::current_path(error));
  const bool inside = file.is_absolute() && !error && *near.begin() != "..";
  return (inside ? near : file).generic_string();
}

/// Where standard output is closed its number may have gone to a file that is read.
bool is_written_to(int descriptor, struct stat& about) {
  const int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fstat(descriptor, &about) == 0;
}

}  // namespace

void InputFiles::add(const fs::path& file) {
  struct stat about {};
  if (stat(file.c_str(), &about) == 0)
    names_.try_emplace({about.st_dev, about.st_ino}, shown(file));
}

void InputFiles::add_folder(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error))
    add(at->path());
}

void InputFiles::add_named(const Invocation& asked) {
  for (const std::string& input : asked.inputs) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored)) {
      add(input);
      continue;
    }
    const Result<series::Listing> listing = list_folder(input, asked.options.read);
    for (const std::string& text : listing ? listing->texts : std::vector<std::string>())
      add(listing->shown(text));
  }
  add(asked.project_file);
  add(asked.stylesheet);
  add(asked.options.cover.file);
  for (const fs::path& folder : asked.options.pdf.font_folders)
    add_folder(folder);
  for (const std::string_view folder : fonts::default_folders())
    kept_.emplace_back(folder);
}

Done InputFiles::spare(const fs::path& output, const std::string& name) const {
  struct stat about {};
  const bool found =
      output.empty() ? is_written_to(STDOUT_FILENO, about) : stat(output.c_str(), &about) == 0;
  if (!found) return {};
  std::string input;
  if (const auto known = names_.find({about.st_dev, about.st_ino}); known != names_.end())
    input = known->second;
  for (const fs::path& folder : kept_)
    if (output.generic_string().starts_with(folder.generic_string() + "/"))
      input = output.generic_string();
  if (input.empty()) return {};
  return failure({Fault::usage,
                  "output-is-input",
                  {"输出 " + name + " 就是成书所用的 " + input,
                   "the output " + name + " is " + input + ", which the book is made from"},
                  {"换一个输出文件名", "name another output"},
                  {}});
}

}  // namespace keben::app
