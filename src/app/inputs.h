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
  std::string name;  // as messages show it
  Bytes bytes;
  bool from_folder = false;  // found in a folder, not named by the user
};

struct Inputs {
  std::vector<InputText> texts;
  std::filesystem::path folder;  // where the first lies; absolute, symbolic links resolved
};

/// Reads files, standard input (`-`) and folders: of a folder all Markdown files at any depth, in
/// natural order, without README, LICENSE, CHANGELOG and SUMMARY, hidden folders and what links
/// lead to. Fails with Fault::document where one cannot be read, is no regular file or passes a
/// limit; where a folder holds no text.
Result<Inputs> read_inputs(const std::vector<std::string>& names, const config::Limits& limits);

}  // namespace keben::app
