#include "app/targets.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/backends.h"
#include "base/utf8.h"

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

/// The file that a name stands for, with its links followed; looked at, not opened.
Result<fs::path> settled_file(const std::string& name) {
  std::error_code error;
  fs::path file = name;
  struct stat about {};
  if (stat(name.c_str(), &about) == 0) {
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

/// A title as a file's name that every system takes.
std::string file_name_of(const std::string& title) {
  constexpr std::size_t kLongest = 200;  // of the 255 bytes that a name may have
  std::size_t end = std::min(title.size(), kLongest);
  while (end < title.size() && utf8::is_continuation(title[end]))
    --end;
  std::string out = title.substr(0, end);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\') c = '-';
  if (out.starts_with('.')) out.insert(0, "_");
  return out;
}

/// What the books of an input are called, but for their suffixes. Those of a folder stand beside
/// it; of one that is named by no name of its own (`.`), inside it, called as the book is, as far
/// as that is known before anything is read (decisions.md 8).
fs::path default_stem(const fs::path& input, const std::string& title) {
  std::error_code ignored;
  if (!fs::is_directory(input, ignored)) return fs::path(input).replace_extension();
  fs::path folder = input.lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  const fs::path name = folder.filename();
  if (!name.empty() && name != "." && name != "..") return folder;
  std::string book = file_name_of(title);
  if (book.empty()) book = fs::canonical(input, ignored).filename().string();
  if (book.empty()) book = "book";
  return name == "." ? fs::path(book) : folder / book;
}

/// essay.md → essay.epub; posts/ → posts.epub.
Result<std::vector<std::string>> default_names(const Invocation& asked) {
  if (asked.inputs.size() != 1 || asked.inputs[0] == "-")
    return failure(bad_output(Fault::usage, "output-missing",
                              {"请用 -o 指定输出", "name the output with -o"},
                              {"例如：-o 文集.epub", "for example: -o book.epub"}));
  const fs::path stem = default_stem(asked.inputs[0], asked.options.meta.title);
  std::vector<std::string> out;
  for (const Backend& backend : backends()) {
    const bool wanted = asked.formats.empty() ||
                        std::count(asked.formats.begin(), asked.formats.end(), backend.format) > 0;
    if (wanted) out.push_back(stem.string() + "." + std::string(backend.suffix));
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
      Result<fs::path> file = settled_file(name);
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
  if (std::any_of(out.begin(), out.end(), may_replace)) {
    InputFiles inputs;
    inputs.add_named(asked);
    if (Done done = spare_all(inputs, out); !done) return failure(done.error());
  }
  return out;
}

bool may_replace(const Target& target) {
  std::error_code ignored;
  return target.to_stdout() || fs::exists(target.file, ignored);
}

Done spare_all(const InputFiles& inputs, const std::vector<Target>& targets) {
  for (const Target& target : targets)
    if (Done done = inputs.spare(target.file, target.name); !done) return done;
  return {};
}

}  // namespace keben::app
