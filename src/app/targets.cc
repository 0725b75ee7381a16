#include "app/targets.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/backends.h"
#include "app/folder_listing.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

Error bad_output(Fault fault, std::string code, Words what, Words hint) {
  return {fault, std::move(code), std::move(what), std::move(hint), {}};
}

std::optional<Format> format_of_suffix(const std::string& name) {
  std::string suffix = fs::path(name).extension().string();
  for (char& c : suffix)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const Backend& backend : backends())
    if (suffix == "." + std::string(backend.suffix)) return backend.format;
  return std::nullopt;
}

/// The suffix says it; where it does not, a single `--to` does.
Result<Format> format_of(const std::string& name, const std::vector<Format>& formats) {
  if (const auto format = format_of_suffix(name)) return *format;
  if (formats.size() == 1) return formats[0];
  return failure(bad_output(
      Fault::usage, "output-format",
      {"看不出输出格式：" + name, "no format can be told from the name of the output: " + name},
      {"后缀用 .epub 或 .pdf，或加 --to", "end it with .epub or .pdf, or add --to"}));
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Whether it is one of the texts, named or found in a folder. Folders are only listed where an
/// output exists.
bool is_input(const struct stat& about, const std::vector<std::string>& inputs) {
  return std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
    struct stat other {};
    if (input == "-" || stat(input.c_str(), &other) != 0) return false;
    if (!S_ISDIR(other.st_mode) || S_ISDIR(about.st_mode)) return same_file(about, other);
    const config::ReadOptions options;
    const Result<series::Listing> found = list_folder(input, options);
    return found &&
           std::any_of(found->texts.begin(), found->texts.end(), [&](const std::string& text) {
             return is_input(about, {(fs::path(input) / text).string()});
           });
  });
}

/// The file that a name stands for, with its links followed; looked at, not opened.
Result<fs::path> settled_file(const std::string& name, const std::vector<std::string>& inputs) {
  std::error_code error;
  fs::path file = name;
  struct stat about {};
  if (stat(name.c_str(), &about) == 0) {
    if (is_input(about, inputs))
      return failure(bad_output(Fault::usage, "output-is-input",
                                {"输出就是原文：" + name, "the output is an input: " + name},
                                {"换一个输出文件名", "name another output"}));
    if (!S_ISREG(about.st_mode))
      return failure(bad_output(Fault::usage, "output-no-file",
                                {"输出不是普通文件：" + name, "the output is no file: " + name},
                                {"换一个输出文件名", "name another output"}));
    return fs::canonical(file, error);
  }
  if (fs::is_symlink(fs::symlink_status(file, error)))
    return failure(
        bad_output(Fault::machine, "output-unwritable",
                   {"输出是失效的链接：" + name, "the output is a dangling link: " + name},
                   {"删去此链接，或换一个文件名", "remove the link, or name another file"}));
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error))
    return failure(bad_output(
        Fault::machine, "output-unwritable",
        {"没有这个文件夹：" + folder.string(), "no such folder: " + folder.string()},
        {"先建立它：mkdir -p " + folder.string(), "make it first: mkdir -p " + folder.string()}));
  return fs::canonical(folder, error) / file.filename();
}

/// essay.md → essay.epub; posts/ → posts.epub, beside it.
Result<std::vector<std::string>> default_names(const Invocation& asked) {
  if (asked.inputs.size() != 1 || asked.inputs[0] == "-")
    return failure(bad_output(Fault::usage, "output-missing",
                              {"请用 -o 指定输出", "name the output with -o"},
                              {"例如：-o 文集.epub", "for example: -o book.epub"}));
  std::error_code ignored;
  fs::path input = asked.inputs[0];
  if (fs::is_directory(input, ignored)) {
    input = fs::canonical(input, ignored);
    input += ".md";  // so that a folder's name keeps its dots
  }
  std::vector<std::string> out;
  for (const Backend& backend : backends()) {
    const bool wanted = asked.formats.empty() ||
                        std::count(asked.formats.begin(), asked.formats.end(), backend.format) > 0;
    if (wanted) out.push_back(fs::path(input).replace_extension(backend.suffix).string());
  }
  return out;
}

}  // namespace

Result<std::vector<Target>> targets_of(const Invocation& asked) {
  std::vector<std::string> names = asked.outputs;
  if (names.empty()) {
    Result<std::vector<std::string>> beside = default_names(asked);
    if (!beside) return failure(beside.error());
    names = std::move(*beside);
  }
  std::vector<Target> out;
  for (const std::string& name : names) {
    const Result<Format> format = format_of(name, asked.formats);
    if (!format) return failure(format.error());
    Target target{*format, name, {}};
    if (name != "-") {
      Result<fs::path> file = settled_file(name, asked.inputs);
      if (!file) return failure(file.error());
      target.file = std::move(*file);
    }
    const auto same = [&](const Target& other) { return other.file == target.file; };
    if (std::any_of(out.begin(), out.end(), same))
      return failure(bad_output(Fault::usage, "output-twice",
                                {"输出重复：" + name, "the output is named twice: " + name},
                                {"每个输出用不同的文件名", "give each output a name of its own"}));
    if (target.to_stdout() && asked.voice.json)
      return failure(bad_output(Fault::usage, "output-json",
                                {"--json 占用标准输出，不能再用 -o -",
                                 "--json writes to standard output, and so does -o -"},
                                {"换一个输出文件名", "name another output"}));
    out.push_back(std::move(target));
  }
  return out;
}

}  // namespace keben::app
