// What one command line asks for, read once and handed on as plain values.
//
// Flags have pandoc's long names where pandoc has one (product.md, "Commands").
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/environment.h"
#include "base/result.h"
#include "config/options.h"
#include "series/plan.h"

namespace keben::app {

enum class Command { make, check, init, cache, help, version };

enum class Format { epub, pdf };

/// A stage that `--dump` prints instead of making books.
enum class DumpedStage { model, outline, display_list, html };

/// How the program talks.
struct Voice {
  UiLanguage language = UiLanguage::en;
  bool quiet = false;    // errors only
  bool verbose = false;  // the time of each stage, too
  bool json = false;
  bool colour = false;
  bool progress = false;  // a line that is written over, while pictures come
};

/// `--each`: every text by itself, into a folder of its own.
struct Batch {
  bool each = false;
  std::filesystem::path out_folder;
  unsigned shard = 1, shards = 1;  // of the texts, those of this part alone
};

/// `--split`: one book into volumes.
struct Split {
  enum class By { nothing, part, size };
  By by = By::nothing;
  std::size_t bytes = 0;
};

struct Invocation {
  Command command = Command::make;
  std::vector<std::string> inputs;  // files (of `cache`: list or prune), folders (of `init`: one or
                                    // none), or "-" for standard input; as written
  std::filesystem::path project_file;  // keben.yaml, once it is found (project_file.h)
  std::vector<std::string> outputs;    // files, or "-" for standard output; as written
  std::vector<Format> formats;         // --to; empty: what the outputs' suffixes say, else all
  std::optional<DumpedStage> dump;
  std::filesystem::path stylesheet;  // --css; empty: none
  config::ExportOptions options;
  bool names_page = false;  // --page was given, and --cover: keben.yaml then has no say
  bool names_cover = false;
  series::Asked bundle;  // how a folder becomes one book
  Batch batch;
  Split split;
  Voice voice;
};

/// Reads the arguments after the program's name. Fails with Fault::usage.
Result<Invocation> read_command_line(std::span<const char* const> arguments,
                                     const Environment& environment);

/// How to talk about a command line that cannot be read: its language, and whether in JSON.
Voice spoken_voice(std::span<const char* const> arguments, const Environment& environment);

/// The text of `--help`.
std::string help_text(UiLanguage language);

}  // namespace keben::app
