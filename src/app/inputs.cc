#include "app/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "app/natural_order.h"
#include "app/system_reason.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

Error unreadable(const std::string& name, const std::string& why_zh, const std::string& why_en,
                 Words hint = {"请核对文件名", "correct the name"}) {
  return {Fault::document,
          "input-unreadable",
          {"读不到 " + name + "：" + why_zh, "cannot read " + name + ": " + why_en},
          std::move(hint),
          {}};
}

Error unreadable(const std::string& name, int number) {
  const Words reason = reason_of(number);
  return unreadable(name, reason.zh, reason.en);
}

Error too_large(const std::string& name, std::size_t limit) {
  const std::string most = std::to_string(limit >> 20);
  return {Fault::document,
          "input-too-large",
          {name + " 超过 " + most + " MB", name + " is over " + most + " MB"},
          {"请把它分成几篇", "divide it into several texts"},
          {}};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

Result<Bytes> read_all(int descriptor, const std::string& name, std::size_t most) {
  Bytes out;
  struct stat about {};
  if (fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) {
    if (static_cast<std::size_t>(about.st_size) > most) return failure(too_large(name, most));
    out.reserve(static_cast<std::size_t>(about.st_size) + 1);
  }
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(unreadable(name, errno));
    if (got == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > most) return failure(too_large(name, most));
  }
}

/// O_NONBLOCK, since opening a pipe that nobody writes to would wait for ever.
Result<Bytes> read_file(const std::string& name, std::size_t most) {
  const Descriptor file(open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return failure(unreadable(name, errno));
  struct stat about {};
  if (fstat(file.number(), &about) != 0) return failure(unreadable(name, errno));
  if (!S_ISREG(about.st_mode))
    return failure(unreadable(name, "不是普通文件", "it is no regular file",
                              {"以 - 从标准输入读取", "use - to read standard input"}));
  return read_all(file.number(), name, most);
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A Markdown file that is a text and not a paper about the folder (input.md §4.7, §3).
bool is_text(const fs::path& file) {
  constexpr std::array<std::string_view, 6> kPapers = {"readme",       "license", "changelog",
                                                       "contributing", "summary", "_sidebar"};
  const std::string suffix = lower(file.extension().string());
  if (suffix != ".md" && suffix != ".markdown" && suffix != ".mdx") return false;
  const std::string stem = lower(file.stem().string());
  return std::find(kPapers.begin(), kPapers.end(), stem) == kPapers.end();
}

/// The absolute folder of a text; the working folder for standard input.
fs::path folder_of(const std::string& name) {
  std::error_code ignored;
  const fs::path path = name == "-" ? fs::path(".") : fs::path(name);
  const bool itself = name == "-" || fs::is_directory(path, ignored);
  const fs::path absolute = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  return itself ? absolute : absolute.parent_path();
}

}  // namespace

// Links are not followed, so there are no loops.
Result<std::vector<std::string>> list_texts(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::directory_entry& entry = *at;
    std::error_code ignored;
    const bool hidden = entry.path().filename().string().starts_with('.') ||
                        entry.path().filename() == "node_modules";
    if (entry.is_directory(ignored)) {
      if (hidden) at.disable_recursion_pending();
    } else if (!hidden && entry.is_regular_file(ignored) && is_text(entry.path())) {
      out.push_back(entry.path().string());
    }
  }
  if (error) return failure(unreadable(folder, error.value()));
  if (out.empty())
    return failure(
        unreadable(folder, "文件夹中没有 Markdown 文件", "the folder holds no Markdown"));
  std::sort(out.begin(), out.end(), naturally_before);
  return out;
}

Result<Inputs> read_inputs(const std::vector<std::string>& names, const config::Limits& limits) {
  Inputs out;
  out.folder = folder_of(names.front());
  std::size_t total = 0;
  const auto add = [&](const std::string& name, Result<Bytes> bytes, bool found) {
    total += bytes ? bytes->size() : 0;
    out.texts.push_back({name, std::move(bytes), found});
    return total <= limits.collection_bytes;
  };
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name == "-") {
      add(name, read_all(STDIN_FILENO, name, limits.file_bytes), false);
      continue;
    }
    const bool is_folder = fs::is_directory(name, ignored);
    const Result<std::vector<std::string>> files =
        is_folder ? list_texts(name) : std::vector<std::string>{name};
    if (!files) return failure(files.error());
    for (const std::string& file : *files) {
      if (!add(file, read_file(file, limits.file_bytes), is_folder))
        return failure(too_large(file, limits.collection_bytes));
    }
  }
  return out;
}

}  // namespace keben::app
