#include "app/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace keben::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".keben-";
constexpr std::string_view kSuffix = ".tmp";

// The path of the unfinished file, for a signal handler: it may neither allocate nor lock.
constexpr std::size_t kLongestPath = 4096;
char unfinished[kLongestPath] = {};
std::atomic<bool> is_unfinished = false;

Error unwritable(const std::string& name, int number) {
  return {Fault::machine,
          "output-unwritable",
          {"写不了 " + name + "：" + std::strerror(number),
           "cannot write " + name + ": " + std::strerror(number)},
          {"请检查文件夹的权限与磁盘空间，或用 -o 换一处",
           "check the folder's permissions and the disk's space, or write elsewhere with -o"},
          {}};
}

/// Temporary files of processes that were killed: nobody holds their lock.
void remove_stale(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix)) continue;
    const int file = open(entry.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) unlink(entry.path().c_str());
    close(file);
  }
}

/// A new file of our own beside the output; its name does not grow from the output's, which may be
/// as long as names can be.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& folder) {
    for (unsigned attempt = 0; descriptor_ < 0 && attempt < 1000; ++attempt) {
      path_ = (folder / (std::string(kPrefix) + std::to_string(getpid()) + "-" +
                         std::to_string(attempt) + std::string(kSuffix)))
                  .string();
      descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (descriptor_ < 0 && errno != EEXIST) return;
    }
    if (descriptor_ < 0) return;
    flock(descriptor_, LOCK_EX | LOCK_NB);
    if (path_.size() < kLongestPath) {
      std::copy(path_.begin(), path_.end() + 1, unfinished);
      is_unfinished = true;
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!path_.empty() && !renamed_) unlink(path_.c_str());
    is_unfinished = false;
  }

  bool good() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  /// Hands the file over to its name.
  bool become(const fs::path& file) {
    if (fsync(descriptor_) != 0) return false;
    if (close(std::exchange(descriptor_, -1)) != 0) return false;
    renamed_ = rename(path_.c_str(), file.c_str()) == 0;
    return renamed_;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
  bool renamed_ = false;
};

bool write_all(int descriptor, BytesView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The mode that the older book had, else what the user's mask leaves of 0666.
mode_t mode_for(const fs::path& file) {
  struct stat about {};
  if (stat(file.c_str(), &about) == 0) return about.st_mode & 0777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// So that the new name, too, outlives a power cut. Some file systems have no fsync for folders.
void settle_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

}  // namespace

Done write_whole(const fs::path& file, const std::string& name, BytesView bytes) {
  const fs::path folder = file.parent_path();
  remove_stale(folder);
  TemporaryFile temporary(folder);
  if (!temporary.good()) return failure(unwritable(name, errno));
  if (!write_all(temporary.descriptor(), bytes) ||
      fchmod(temporary.descriptor(), mode_for(file)) != 0 || !temporary.become(file)) {
    return failure(unwritable(name, errno));
  }
  settle_folder(folder);
  return {};
}

Done write_stdout(BytesView bytes) {
  if (write_all(STDOUT_FILENO, bytes)) return {};
  return failure({.fault = Fault::machine,
                  .code = "output-unwritable",
                  .what = {std::string("写不了标准输出：") + std::strerror(errno),
                           std::string("cannot write standard output: ") + std::strerror(errno)},
                  .hint = {"用 -o FILE 写进文件", "write into a file with -o FILE"}});
}

void drop_unfinished_output() {
  if (is_unfinished) unlink(unfinished);
}

}  // namespace keben::app
