// Where the books go: named by the user or beside the input; looked at before any work is done.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/input_files.h"
#include "app/invocation.h"
#include "base/result.h"

namespace keben::app {

struct Target {
  Format format = Format::epub;
  std::string name;            // as messages show it; "-" for standard output
  std::filesystem::path file;  // what will be replaced, links followed; empty for standard output
  bool to_stdout() const { return file.empty(); }
};

/// The outputs of a command line. Fails with Fault::usage where a format cannot be told, an output
/// is named twice, is a folder, a device or a file that the command line names for the book; with
/// Fault::machine where its folder is missing or a link leads nowhere.
Result<std::vector<Target>> targets_of(const Invocation& asked);

/// Whether there is a file that the book would take the place of.
bool may_replace(const Target& target);

/// Fails with Fault::usage where a target is one of the files that the book is made from.
Done spare_all(const InputFiles& inputs, const std::vector<Target>& targets);

}  // namespace keben::app
