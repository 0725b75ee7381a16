// The limits of what one text may hold, by the names that keben.yaml has for them (`limits:`).
//
// They keep other people's texts from eating a machine (faults.md §2); an author whose own text is
// larger may raise them, as far as the code was made for, and lower them as he likes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/options.h"

namespace keben::config {

std::vector<std::string_view> limit_names();

/// What a limit may be, for messages: `1KB–256MB`, `1–100`; empty where there is no such limit.
std::string offered_limit(std::string_view name);

/// Sets one: a number, for bytes with KB, MB or GB behind it. False where there is no such limit,
/// or it may not be that.
bool set_limit(Limits& limits, std::string_view name, std::string_view value);

/// All of them in one line, for what depends on them.
std::string spelled(const Limits& limits);

}  // namespace keben::config
