// The report as JSON, one object a line; its shape is documented in docs/json.md.
#include <nlohmann/json.hpp>

#include "app/report.h"

namespace keben::app {
namespace {

using Json = nlohmann::ordered_json;

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

Json json_of(const Diagnostic& message, const SourceMap& sources, UiLanguage language) {
  Json out = {{"type", "diagnostic"},
              {"severity", name_of(message.severity)},
              {"code", message.code},
              {"message", message.text.in(language)}};
  if (!message.hint.empty()) out["hint"] = message.hint.in(language);
  if (message.at.known() && message.at.file.v < sources.size()) {
    out["file"] = sources.name(message.at.file);
    out["line"] = message.at.first_line;
    out["column"] = message.at.first_column;
    out["end_line"] = message.at.last_line;
    out["end_column"] = message.at.last_column;
  }
  return out;
}

Json json_of(const WrittenBook& book) {
  Json out = {
      {"path", book.name}, {"format", book.format}, {"sha256", book.sha256}, {"bytes", book.bytes}};
  if (book.pages > 0) out["pages"] = book.pages;
  return out;
}

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::made:
      return "made";
    case Fate::unchanged:
      return "unchanged";
    case Fate::left_out:
      return "skipped";
    case Fate::failed:
      return "failed";
  }
  return "";
}

/// Names of files may be no UTF-8: what is not is replaced.
std::string line_of(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string json_messages(const Account& account, const SourceMap& sources, const Voice& voice) {
  std::string out;
  for (const Diagnostic& message : in_order(account.log, voice.quiet))
    out += line_of(json_of(message, sources, voice.language));
  for (const Error& error : account.errors)
    out += line_of(json_of(diagnostic_of(error), sources, voice.language));
  return out;
}

std::string json_of(const EssayAccount& essay) {
  Json out = {{"type", "essay"},
              {"path", essay.name},
              {"fate", name_of(essay.fate)},
              {"exit", essay.exit_code},
              {"outputs", Json::array()}};
  for (const WrittenBook& book : essay.books)
    out["outputs"].push_back(json_of(book));
  return line_of(out);
}

std::string json_report(const Account& account, const SourceMap& sources, const Voice& voice) {
  std::string out = json_messages(account, sources, voice);
  Json result = {{"type", "result"}, {"exit", account.exit_code}, {"outputs", Json::array()}};
  for (const WrittenBook& book : account.books)
    result["outputs"].push_back(json_of(book));
  if (voice.verbose) {
    result["stages"] = Json::array();
    for (const StageTime& stage : account.stages.all())
      result["stages"].push_back({{"name", stage.name}, {"cpu_seconds", stage.cpu_seconds}});
  }
  return out + line_of(result);
}

}  // namespace keben::app
