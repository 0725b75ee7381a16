#include "app/check_epubs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "epub/check/check.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// Larger ones are no books; the whole file is held in memory.
constexpr std::uintmax_t kMostBytes = 1u << 30;

Result<Bytes> read(const std::string& name) {
  std::error_code error;
  const bool fits = fs::is_regular_file(name, error) && fs::file_size(name, error) <= kMostBytes;
  std::ifstream in(name, std::ios::binary);
  if (fits && in.is_open()) {
    Bytes out{std::istreambuf_iterator<char>(in), {}};
    if (!in.bad()) return out;
  }
  return failure({Fault::document,
                  "input-unreadable",
                  {"读不了：" + name, "cannot be read: " + name},
                  {"请核对路径与权限", "correct the path or its permissions"},
                  {}});
}

}  // namespace

bool are_epubs(const std::vector<std::string>& inputs) {
  return !inputs.empty() && std::all_of(inputs.begin(), inputs.end(), [](const std::string& input) {
    const std::string suffix = fs::path(input).extension().string();
    return suffix == ".epub" || suffix == ".EPUB";
  });
}

void check_epubs(const std::vector<std::string>& inputs, const config::ExportOptions& options,
                 Account& account) {
  for (const std::string& input : inputs) {
    const Result<Bytes> book = read(input);
    if (!book) {
      account.errors.push_back(book.error());
      continue;
    }
    const epub::Findings found =
        account.stages.timed("check", [&] { return epub::check_archive(*book, options.jobs); });
    for (const epub::Finding& finding : found) {
      account.log.error(finding.code, {},
                        {input + "：" + epub::sentence(finding, UiLanguage::zh),
                         input + ": " + epub::sentence(finding, UiLanguage::en)});
    }
  }
}

}  // namespace keben::app
