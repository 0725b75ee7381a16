#include "app/environment.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace keben::app {
namespace {

constexpr std::int64_t kLastSecond = 253'402'300'799;  // of the year 9999: dates have four digits

/// A variable's value; one that is set to nothing counts as unset.
std::string_view value_of(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : std::string_view();
}

UiLanguage language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view value = value_of(name);
    if (!value.empty()) return value.substr(0, 2) == "zh" ? UiLanguage::zh : UiLanguage::en;
  }
  return UiLanguage::en;
}

/// `$XDG_CACHE_HOME`, which counts only where it is absolute (XDG Base Directory Specification),
/// else
/// `~/.cache`; nothing where there is no home.
std::filesystem::path cache_home() {
  const std::filesystem::path named = value_of("XDG_CACHE_HOME");
  if (named.is_absolute()) return named;
  const std::filesystem::path home = value_of("HOME");
  return home.is_absolute() ? home / ".cache" : std::filesystem::path();
}

}  // namespace

Result<Environment> read_environment() {
  Environment out;
  out.language = language_of_locale();
  out.no_colour = !value_of("NO_COLOR").empty();
  out.force_colour = !value_of("CLICOLOR_FORCE").empty() && value_of("CLICOLOR_FORCE") != "0";
  out.terminal = isatty(STDERR_FILENO) != 0 && value_of("TERM") != "dumb" && value_of("CI").empty();
  const std::filesystem::path cache = cache_home();
  if (!cache.empty()) out.cache_folder = cache / "keben";
  const std::string_view epoch = value_of("SOURCE_DATE_EPOCH");
  if (epoch.empty()) return out;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), seconds);
  if (error != std::errc() || end != epoch.data() + epoch.size() || seconds < 0 ||
      seconds > kLastSecond) {
    return failure({.fault = Fault::usage,
                    .code = "source-date-epoch",
                    .what = {"SOURCE_DATE_EPOCH 不是秒数：" + std::string(epoch),
                             "SOURCE_DATE_EPOCH is no number of seconds: " + std::string(epoch)},
                    .hint = {"写自 1970 年起的秒数，或取消该变量",
                             "set it to seconds since 1970, or unset it"}});
  }
  out.source_date_epoch = seconds;
  return out;
}

}  // namespace keben::app
