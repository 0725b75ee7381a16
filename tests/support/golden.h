// Text goldens: the expected file beside the input. KEBEN_BLESS=1 rewrites it; read the diff, say
// why.
#pragma once

#include <filesystem>
#include <string>

namespace keben::test {

/// The whole file, or an empty string where it cannot be read.
std::string read_text(const std::filesystem::path& file);

/// True where `actual` is what `expected_file` holds. With KEBEN_BLESS=1 in the environment the
/// file is rewritten first (refused where CI is set); otherwise a difference is described by its
/// first differing line in `why`.
bool matches_golden(const std::filesystem::path& expected_file, const std::string& actual,
                    std::string& why);

}  // namespace keben::test
