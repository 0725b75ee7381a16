#include "app/report.h"

#define FMT_HEADER_ONLY  // no shared library to map in every run for a few lines of text
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/excerpt.h"

namespace keben::app {
namespace {

/// How many of a code are shown where `-v` does not ask for all. What has no place of its own is a
/// list of names, of which the first will do.
std::size_t most_shown(const Diagnostic& message) {
  const bool name_only = message.severity == Severity::note && !message.at.known();
  return name_only ? 5 : 20;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;35m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return "";
}

/// `essay.md:18:1: `, or the program's name where no place is known.
std::string place_of(const Diagnostic& message, const SourceMap& sources) {
  if (!message.at.known() || message.at.file.v >= sources.size()) return "keben: ";
  return fmt::format("{}:{}:{}: ", printable(sources.name(message.at.file)), message.at.first_line,
                     std::max<unsigned>(1, message.at.first_column));
}

std::string text_of(const Diagnostic& message, const SourceMap& sources, const Voice& voice) {
  std::string label = fmt::format("{}[{}]:", name_of(message.severity), message.code);
  if (voice.colour) label = std::string(colour_of(message.severity)) + label + "\x1b[0m";
  std::string out =
      place_of(message, sources) + label + " " + printable(message.text.in(voice.language)) + "\n";
  out += excerpt(message.at, sources);
  if (!message.hint.empty())
    out += "      hint: " + printable(message.hint.in(voice.language)) + "\n";
  return out;
}

/// How many of a code were not shown, in the order in which their codes were met.
std::string rest_of_codes(const std::vector<std::pair<std::string, std::size_t>>& left_out,
                          UiLanguage language) {
  std::string out;
  for (const auto& [code, count] : left_out) {
    out += language == UiLanguage::zh
               ? fmt::format("keben: note[{}]: 另有 {} 条，-v 逐条列出\n", code, count)
               : fmt::format("keben: note[{}]: {} more of these; -v lists them\n", code, count);
  }
  return out;
}

std::string table_of_stages(const Stages& stages) {
  std::string out;
  double total = 0;
  for (const StageTime& stage : stages.all()) {
    out += fmt::format("  {:<12}{:8.1f} ms\n", stage.name, stage.cpu_seconds * 1000);
    total += stage.cpu_seconds;
  }
  return out + fmt::format("  {:<12}{:8.1f} ms\n", "total", total * 1000);
}

}  // namespace

Diagnostic diagnostic_of(const Error& error) {
  return {Severity::error, error.code, error.at, masked(error.what), masked(error.hint)};
}

std::vector<Diagnostic> in_order(const Diagnostics& log, bool quiet) {
  std::vector<Diagnostic> out;
  for (const Diagnostic& message : log.all())
    if (!quiet || message.severity == Severity::error) out.push_back(message);
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    const auto key = [](const Diagnostic& d) {
      return std::tuple(!d.at.known(), d.at.file, d.at.first_line, d.at.first_column);
    };
    return key(a) < key(b);
  });
  return out;
}

std::string text_of(const Error& error, const SourceMap& sources, const Voice& voice) {
  return text_of(diagnostic_of(error), sources, voice);
}

std::string text_report(const Account& account, const SourceMap& sources, const Voice& voice) {
  std::string out;
  std::map<std::string, std::size_t> shown;
  std::vector<std::pair<std::string, std::size_t>> left_out;
  for (const Diagnostic& message : in_order(account.log, voice.quiet)) {
    if (++shown[message.code] <= most_shown(message) || voice.verbose) {
      out += text_of(message, sources, voice);
      continue;
    }
    const auto rest = std::find_if(left_out.begin(), left_out.end(),
                                   [&](const auto& each) { return each.first == message.code; });
    if (rest == left_out.end()) {
      left_out.emplace_back(message.code, 1);
    } else {
      ++rest->second;
    }
  }
  out += rest_of_codes(left_out, voice.language);
  for (const Error& error : account.errors)
    out += text_of(error, sources, voice);
  if (voice.verbose) out += table_of_stages(account.stages);
  return out;
}

std::string summary_of(const std::vector<EssayAccount>& essays, UiLanguage language) {
  struct Said {
    Fate fate;
    std::string_view zh, en;
  };
  constexpr Said kSaid[] = {{Fate::made, "生成", "made"},
                            {Fate::unchanged, "未变", "unchanged"},
                            {Fate::left_out, "未收", "left out"},
                            {Fate::failed, "失败", "failed"}};
  const bool zh = language == UiLanguage::zh;
  std::string out;
  for (const Said& said : kSaid) {
    const auto count = std::count_if(essays.begin(), essays.end(), [&](const EssayAccount& essay) {
      return essay.fate == said.fate;
    });
    if (count == 0) continue;
    out += out.empty() ? "" : zh ? "，" : ", ";
    out += zh ? fmt::format("{} {}", said.zh, count) : fmt::format("{} {}", count, said.en);
  }
  const std::string all =
      zh ? fmt::format("{} 篇", essays.size()) : fmt::format("{} texts", essays.size());
  return "keben: " + all + (out.empty() ? "" : zh ? "：" : ": ") + out + "\n";
}

std::string names_of_books(const Account& account) {
  std::string out;
  for (const WrittenBook& book : account.books) {
    if (book.name == "-") return {};
    out += book.name + "\n";
  }
  return out;
}

}  // namespace keben::app
