// From texts that have been read to books under their names: what a run does once for all of its
// texts, and a batch for each.
#pragma once

#include <optional>
#include <vector>

#include "app/inputs.h"
#include "app/invocation.h"
#include "app/preparation.h"
#include "app/report.h"
#include "app/targets.h"
#include "base/source_map.h"

namespace keben::app {

/// Makes every format that `targets` want, all formats where `asked` only checks, and writes them.
/// What goes wrong stands in `account`, and so do the books; `--strict` is obeyed.
///
/// @returns what the books were made from (of volumes, the last), or nothing where it did not come
///          to that
std::optional<Preparation> make_books(const Invocation& asked, Inputs inputs,
                                      const std::vector<Target>& targets, SourceMap& sources,
                                      Account& account);

/// `--strict` refuses to write where there are warnings.
Error refused_by_strict(std::size_t warnings);

/// The exit code of what happened so far (product.md, "Exit codes").
int exit_code_of(const Account& account, bool only_checked);

}  // namespace keben::app
