// What happened, for a person (gcc's form, which editors parse) or for a program (one JSON object a
// line). Only this file prints (ARCHITECTURE.md, "Trouble").
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/invocation.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_map.h"
#include "base/stages.h"

namespace keben::app {

/// A book that stands under its name.
struct WrittenBook {
  std::string name;
  std::string format;
  std::string sha256;
  std::size_t bytes = 0;
  std::size_t pages = 0;  // 0 where the format has none
};

/// What one run has to tell.
struct Account {
  Diagnostics log;
  std::vector<Error> errors;
  std::vector<WrittenBook> books;
  Stages stages;
  int exit_code = 0;
};

/// What became of one text of a batch.
enum class Fate { made, unchanged, left_out, failed };

struct EssayAccount {
  std::string name;  // as messages show it
  Fate fate = Fate::made;
  std::vector<WrittenBook> books;
  int exit_code = 0;
};

/// Messages in the order of their places, the rest of a code past the twentieth counted (past the
/// fifth of notes without a place), then errors; with `-v` all of them, and the time of each stage.
/// Goes to standard error.
std::string text_report(const Account& account, const SourceMap& sources, const Voice& voice);

/// The names of the books, one a line; nothing where one of them went to standard output.
std::string names_of_books(const Account& account);

/// The same as lines of JSON, all of it for standard output; see docs/json.md.
std::string json_report(const Account& account, const SourceMap& sources, const Voice& voice);

/// The messages of it alone.
std::string json_messages(const Account& account, const SourceMap& sources, const Voice& voice);

/// One text of a batch, a line.
std::string json_of(const EssayAccount& essay);

/// How many texts there were and what became of them, a line for a person.
std::string summary_of(const std::vector<EssayAccount>& essays, UiLanguage language);

/// One error where there is no account yet.
std::string text_of(const Error& error, const SourceMap& sources, const Voice& voice);

/// An error as the diagnostic that it would be.
Diagnostic diagnostic_of(const Error& error);

/// Messages by place: files in order, lines in order, those without a place last. `quiet` keeps
/// errors only.
std::vector<Diagnostic> in_order(const Diagnostics& log, bool quiet);

}  // namespace keben::app
