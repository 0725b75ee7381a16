// From the names on a command line to the bytes of the texts, in reading order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "config/options.h"
#include "model/site.h"
#include "series/listing.h"
#include "series/plan.h"
#include "series/project.h"

namespace keben::app {

/// One text as it lies on the disk.
struct InputText {
  std::string name;          // as messages show it
  Result<Bytes> bytes;       // or why it cannot be read
  bool from_folder = false;  // found in a folder, not named by the user
  std::string title = {};    // that a list gives it, or empty
  bool title_wins = false;   // over what the text says itself
};

struct Inputs {
  std::vector<InputText> texts;
  std::filesystem::path folder;          // where the first lies; absolute, symbolic links resolved
  std::vector<series::PartStart> parts;  // by index of texts
  std::string title;                     // that a list gives the whole, or empty
  std::vector<std::string> authors;
  std::string language;
  model::Site site;  // that they belong to, if their root is one
};

/// Reads files, standard input (`-`) and folders, whose texts are put in order (series/plan.h). A
/// text that cannot be read, is no regular file or passes a limit says so in its place
/// (Fault::document), so that all of them can be reported. `project` says which of a folder's texts
/// are the book, if it says anything of them; those that are not are told of. Fails where a folder
/// cannot be read or has no text for the book, and where all together pass a limit.
Result<Inputs> read_inputs(const std::vector<std::string>& names, const series::Asked& asked,
                           const series::Project& project, const config::ReadOptions& options,
                           SourceMap& sources, Diagnostics& log);

/// The whole of one file, as InputText has it.
Result<Bytes> read_file(const std::string& name, std::size_t most);

/// What is said of an input that cannot be read, by the system's reason, or of a folder in which
/// nothing is for the book.
Error unreadable_input(const std::string& name, int number);
Error no_texts(const series::Listing& listing);

}  // namespace keben::app
