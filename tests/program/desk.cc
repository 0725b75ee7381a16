#include "tests/program/desk.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <memory>
#include <utility>

#include "tests/support/golden.h"

namespace keben::test {
namespace {

namespace fs = std::filesystem;

Surroundings settled(const Desk& desk, Surroundings around) {
  if (around.folder.empty()) around.folder = desk.path("");
  if (around.nobody) chmod(desk.path("").c_str(), 0755);
  return around;
}

using Archive = std::unique_ptr<zip_t, void (*)(zip_t*)>;

Archive open_archive(const fs::path& epub) {
  return {zip_open(epub.c_str(), ZIP_RDONLY, nullptr), zip_discard};
}

std::string entry_of(zip_t* archive, const std::string& name) {
  zip_stat_t about;
  if (zip_stat(archive, name.c_str(), 0, &about) != 0) return {};
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive, name.c_str(), 0),
                                                               zip_fclose);
  std::string out(about.size, '\0');
  zip_fread(file.get(), out.data(), out.size());
  return out;
}

}  // namespace

Ended Desk::keben(std::vector<std::string> arguments, Surroundings around) const {
  return run(KEBEN_PROGRAM, arguments, settled(*this, std::move(around)));
}

Child Desk::start(std::vector<std::string> arguments, Surroundings around) const {
  return Child(KEBEN_PROGRAM, arguments, settled(*this, std::move(around)));
}

std::string Desk::read(const std::string& name) const {
  return read_text(path(name));
}

std::set<std::string> Desk::names() const {
  std::set<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(path("")))
    out.insert(entry.path().lexically_relative(path("")).string());
  return out;
}

std::string short_essay() {
  std::string out = "---\ntitle: 湖上\ndate: 2025-01-25\n---\n\n# 一、晨雾\n\n";
  for (int i = 0; i < 12; ++i)
    out +=
        "清晨的西湖还在雾里，船家说：“今天不会下雨。”我们便从断桥出发，一路向南，**不紧不慢**"
        "地走。\n\n";
  return out + "# 二、归途\n\n傍晚回到岸上，雨却落了下来。\n";
}

std::string long_text() {
  std::string out = "---\ntitle: 长卷\n---\n\n";
  for (int chapter = 1; chapter <= 60; ++chapter) {
    out += "# 第" + std::to_string(chapter) + "章\n\n";
    for (int i = 0; i < 60; ++i)
      out +=
          "写作是一件需要耐心的事：先把话说清楚，再把话说短，最后把话说得让人愿意读下去；"
          "English words 也要照顾到。“引文”之外，还有《书名》与（括注）。\n\n";
  }
  return out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++out;
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string entry_of(const fs::path& epub, const std::string& name) {
  const Archive archive = open_archive(epub);
  return archive ? entry_of(archive.get(), name) : std::string();
}

std::string xhtml_of(const fs::path& epub) {
  const Archive archive = open_archive(epub);
  std::string out;
  for (zip_int64_t i = 0; archive && i < zip_get_num_entries(archive.get(), 0); ++i) {
    const std::string name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
    if (name.ends_with(".xhtml")) out += entry_of(archive.get(), name);
  }
  return out;
}

fs::path tool(const std::string& name) {
  for (const char* folder : {"/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin"})
    if (access((fs::path(folder) / name).c_str(), X_OK) == 0) return fs::path(folder) / name;
  return {};
}

void skip(const std::string& why) {
  const char* ci = std::getenv("CI");
  if (ci && *ci) FAIL("cannot be skipped in CI: " << why);
  WARN("SKIPPED: " << why);
}

bool own_mounts() {
  return unshare(CLONE_NEWNS) == 0 &&
         mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool no_network() {
  return unshare(CLONE_NEWNET) == 0;
}

}  // namespace keben::test
