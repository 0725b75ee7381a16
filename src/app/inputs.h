// From the names on a command line to the bytes of the texts, in reading order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::app {

/// One text as it lies on the disk.
struct InputText {
  std::string name;          // as messages show it
  Result<Bytes> bytes;       // or why it cannot be read
  bool from_folder = false;  // found in a folder, not named by the user
};

struct Inputs {
  std::vector<InputText> texts;
  std::filesystem::path folder;  // where the first lies; absolute, symbolic links resolved
};

/// The texts of a folder: all Markdown files at any depth, in natural order, without README,
/// LICENSE, CHANGELOG and SUMMARY, hidden folders and what links lead to.
Result<std::vector<std::string>> list_texts(const std::string& folder);

/// Reads files, standard input (`-`) and folders. A text that cannot be read, is no regular file or
/// passes a limit says so in its place (Fault::document), so that all of them can be reported.
/// Fails where a folder cannot be read or holds no text, and where all together pass a limit.
Result<Inputs> read_inputs(const std::vector<std::string>& names, const config::Limits& limits);

}  // namespace keben::app
