#include <charconv>

#include "app/detail/flags.h"

namespace keben::app {
namespace {

Error unknown(const CLI::App& app, std::span<const char* const> arguments) {
  std::string name;
  for (const std::string& left : app.remaining())
    if (name.empty()) name = left;
  if (name.empty() && !arguments.empty()) name = arguments[0];
  return usage("flag-unknown", {"没有这个选项：" + name, "no such flag: " + name});
}

/// The library's own sentences are English, and begin with the flag's name: with its dashes where
/// a value is missing, without where a switch was given one. Ours take over there.
Error misused(std::string_view sentence) {
  const std::string name(sentence.substr(0, sentence.find_first_of(": ")));
  if (name.starts_with('-'))
    return usage("flag-value", {name + " 后面缺一个值", name + " needs a value"});
  const std::string flag = (name.size() == 1 ? "-" : "--") + name;
  return usage("flag-value", {flag + " 后面不跟值", flag + " takes no value"});
}

}  // namespace

Error usage(std::string code, Words what, Words hint) {
  if (hint.empty()) hint = {"keben --help 列出全部用法", "keben --help lists them all"};
  return {Fault::usage, std::move(code), std::move(what), std::move(hint), {}};
}

Flags::Flags() {
  app_.set_help_flag();
}

void Flags::flag(const char* names, bool& to) {
  app_.add_flag(names, to)->disable_flag_override();
}
void Flags::flag(const char* names, std::function<void()> set) {
  app_.add_flag_callback(names, std::move(set))->disable_flag_override();
}

void Flags::texts(const char* names, std::vector<std::string>& to) {
  app_.add_option(names, to)->expected(1)->take_all()->allow_extra_args(false);
}

void Flags::rest(std::vector<std::string>& to) {
  app_.add_option("inputs", to);
}

void Flags::value(const char* names, std::function<bool(const std::string&)> take, Words values) {
  const auto each = [=, this](const std::vector<std::string>& texts) {
    const auto bad = std::find_if_not(texts.begin(), texts.end(), take);
    if (bad == texts.end() || problem_) return;
    const std::string name = std::string(names).substr(std::string_view(names).rfind(',') + 1);
    problem_ = usage("flag-value", {name + " 的值无效：" + *bad + "（可用：" + values.zh + "）",
                                    "no value of " + name + ": " + *bad + " (" + values.en + ")"});
  };
  app_.add_option_function<std::vector<std::string>>(names, each)
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
}

void Flags::path(const char* names, std::filesystem::path& to) {
  value(names,
        [&to](const std::string& text) {
          to = text;
          return !text.empty();
        },
        {"路径", "a path"});
}

void Flags::number(const char* names, long least, long most, std::function<void(long)> set) {
  const std::string range = std::to_string(least) + "–" + std::to_string(most);
  value(names,
        [=](const std::string& text) {
          long number = 0;
          const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
          const bool good = error == std::errc() && end == text.data() + text.size() &&
                            number >= least && number <= most;
          if (good) set(number);
          return good;
        },
        {range, range});
}

Done Flags::read(std::span<const char* const> arguments) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app_.parse(std::move(reversed));
  } catch (const CLI::ExtrasError&) {
    return failure(unknown(app_, arguments));
  } catch (const CLI::ParseError& error) {
    return failure(misused(error.what()));
  }
  if (problem_) return failure(std::move(*problem_));
  return {};
}

}  // namespace keben::app
