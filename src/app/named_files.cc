#include "app/named_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <utility>

#include "app/stylesheet.h"
#include "app/system_reason.h"
#include "base/regular_file.h"
#include "markdown/read.h"

namespace keben::app {
namespace {

constexpr std::size_t kLargestStylesheet = 1u << 20;

Words no_file() {
  return {"不是普通文件", "it is no regular file"};
}

Words reason_of(ReadTrouble trouble) {
  switch (trouble.kind) {
    case ReadTrouble::Kind::no_file:
      return no_file();
    case ReadTrouble::Kind::too_large:
      return {"文件过大", "it is too large"};
    case ReadTrouble::Kind::system:
      break;
  }
  return app::reason_of(trouble.number);
}

Error read_error(const char* code, const std::string& name, const Words& why, Words hint) {
  return {Fault::usage,
          code,
          {"读不到 " + name + "：" + why.zh, "cannot read " + name + ": " + why.en},
          std::move(hint),
          {}};
}

/// Why a name leads to no file of up to `most` bytes; nothing where it does.
std::optional<ReadTrouble> trouble_with(const char* name, std::size_t most) {
  const int descriptor = open_for_reading(name);
  if (descriptor < 0) return ReadTrouble{ReadTrouble::Kind::system, errno};
  const auto trouble = look_at_regular(descriptor, most);
  close(descriptor);
  return trouble;
}

bool is_folder(const std::string& name) {
  std::error_code ignored;
  return std::filesystem::is_directory(name, ignored);
}

}  // namespace

Done check_inputs(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (input == "-" || is_folder(input)) continue;
    const auto trouble = trouble_with(input.c_str(), std::string::npos);
    if (trouble && trouble->kind == ReadTrouble::Kind::no_file)
      return failure(read_error("input-unreadable", input, no_file(),
                                {"以 - 从标准输入读取", "use - to read standard input"}));
  }
  return {};
}

Done check_cover(const config::ExportOptions& options) {
  const config::CoverChoice& cover = options.cover;
  if (cover.from != config::CoverChoice::From::file) return {};
  const std::string name = cover.file.string();
  if (const auto trouble = trouble_with(name.c_str(), options.read.limits.image_bytes))
    return failure(read_error("cover-unreadable", name, reason_of(*trouble),
                              {"请核对封面的路径", "correct the path of the cover"}));
  return {};
}

Result<std::string> read_stylesheet(const Invocation& asked, SourceMap& sources, Diagnostics& log) {
  if (asked.stylesheet.empty()) return std::string();
  const std::string name = asked.stylesheet.string();
  const auto unread = [&](const Words& why) {
    return failure(read_error("css-unreadable", name, why,
                              {"请核对 --css 的路径", "correct the path after --css"}));
  };
  const int descriptor = open_for_reading(name.c_str());
  if (descriptor < 0) return unread(app::reason_of(errno));
  auto bytes = read_regular(descriptor, kLargestStylesheet);
  close(descriptor);
  if (!bytes) return unread(reason_of(bytes.error()));
  config::ReadOptions options = asked.options.read;
  options.encoding.clear();  // the texts'
  Result<std::string> text =
      markdown::decode_text(*std::move(bytes), name, sources.next(), options, log);
  if (!text) {
    Error error = text.error();
    error.fault = Fault::usage;
    return failure(std::move(error));
  }
  const FileId file = sources.add(name, *std::move(text));
  return usable_stylesheet(sources.text(file), file, log);
}

}  // namespace keben::app
