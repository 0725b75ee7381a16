// Flags of a command line: CLI11 behind one wall, with our own values and words.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace keben::app {

/// What was asked for wrongly; without a hint of its own it points to the help.
Error usage(std::string code, Words what, Words hint = {});

/// Flags are described, each with where its value goes, and then read; the first value that is none
/// is kept.
class Flags {
 public:
  Flags();

  void flag(const char* names, bool& to);
  void flag(const char* names, std::function<void()> set);
  /// May be given several times.
  void texts(const char* names, std::vector<std::string>& to);
  /// All that is no flag.
  void rest(std::vector<std::string>& to);
  /// `take` says whether the text was a value, for each time that the flag was given; `values`
  /// lists them for the message.
  void value(const char* names, std::function<bool(const std::string&)> take, Words values);
  void path(const char* names, std::filesystem::path& to);
  void number(const char* names, long least, long most, std::function<void(long)> set);
  template <class T>
  void choice(const char* names, T& to, std::vector<std::pair<std::string, T>> values) {
    std::string list;
    for (const auto& [name, is] : values)
      list += (list.empty() ? "" : " ") + name;
    value(names,
          [&to, values](const std::string& text) {
            const auto found = std::find_if(values.begin(), values.end(),
                                            [&](const auto& value) { return value.first == text; });
            if (found != values.end()) to = found->second;
            return found != values.end();
          },
          {list, list});
  }

  /// Fails with `flag-unknown` or `flag-value`.
  Done read(std::span<const char* const> arguments);

 private:
  CLI::App app_;
  std::optional<Error> problem_;
};

}  // namespace keben::app
