#include "app/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "app/system_reason.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".keben-";
constexpr std::string_view kSuffix = ".tmp";

// The paths of the unfinished files, for a signal handler: it may neither allocate nor lock.
constexpr std::size_t kLongestPath = 4096;
constexpr std::size_t kMostUnfinished = 64;
struct Unfinished {
  std::atomic<bool> taken = false;    // by one writer
  std::atomic<bool> written = false;  // its path, and the file is there
  char path[kLongestPath] = {};
};
std::array<Unfinished, kMostUnfinished> unfinished_files;

/// A place for one path, to be given back; a writer waits where all are taken.
Unfinished& take_place() {
  for (;;) {
    for (Unfinished& place : unfinished_files)
      if (!place.taken.exchange(true)) return place;
    std::this_thread::yield();
  }
}

Error unwritable(const std::string& name, int number) {
  const Words reason = reason_of(number);
  return {Fault::machine,
          "output-unwritable",
          {"写不了 " + name + "：" + reason.zh, "cannot write " + name + ": " + reason.en},
          {"请检查文件夹的权限与磁盘空间，或用 -o 换一处",
           "check the folder's permissions and the disk's space, or write elsewhere with -o"},
          {}};
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Whether the name still leads to the open file.
bool still_named(int file, const std::string& path) {
  struct stat open_one {};
  struct stat named {};
  return fstat(file, &open_one) == 0 && lstat(path.c_str(), &named) == 0 &&
         same_file(open_one, named);
}

/// Whether it is the first time that this process writes into a folder.
bool is_first_look(const fs::path& folder) {
  static std::mutex door;
  static std::set<fs::path> seen;
  const std::lock_guard lock(door);
  return seen.insert(folder).second;
}

/// Temporary files of processes that were killed: nobody holds their lock. One that became a book
/// while we looked is left alone.
void remove_stale(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix)) continue;
    const int file = open(entry.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    if (flock(file, LOCK_EX | LOCK_NB) == 0 && still_named(file, entry.path().string()))
      unlink(entry.path().c_str());
    close(file);
  }
}

/// Signals wait while this lives: a handler finds either no file or its path.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

/// A new file of our own beside the output; its name does not grow from the output's, which may be
/// as long as names can be.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& folder) {
    static std::atomic<unsigned> number = 0;  // no name twice in a process
    for (int attempt = 0; attempt < 1000; ++attempt) {
      const std::string name = std::string(kPrefix) + std::to_string(getpid()) + "-" +
                               std::to_string(number++) + std::string(kSuffix);
      if (create((folder / name).string()) || errno != EEXIST) return;
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (place_.written) unlink(place_.path);
    place_.written = false;
    place_.taken = false;
    if (descriptor_ >= 0) close(descriptor_);
  }

  bool good() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  /// Hands the file over to its name. The lock is held until that is done, else another run might
  /// take the file for one that a killed process left.
  bool become(const fs::path& file) {
    if (fsync(descriptor_) != 0) return false;
    const int lock = fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    if (lock < 0) return false;
    const bool closed = close(std::exchange(descriptor_, lock)) == 0;
    if (!closed || rename(place_.path, file.c_str()) != 0) return false;
    place_.written = false;
    return true;
  }

 private:
  /// Another run may take the file for a stale one before we have locked it; then it is gone, and
  /// the next name is tried.
  bool create(const std::string& path) {
    if (path.size() >= kLongestPath) {
      errno = ENAMETOOLONG;
      return false;
    }
    const SignalsHeld held;
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return false;
    flock(file, LOCK_EX);  // where a file system has no locks nothing is taken for stale, either
    if (!still_named(file, path)) {
      close(file);
      errno = EEXIST;
      return false;
    }
    std::copy(path.c_str(), path.c_str() + path.size() + 1, place_.path);
    place_.written = true;
    descriptor_ = file;
    return true;
  }

  Unfinished& place_ = take_place();
  int descriptor_ = -1;
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
  static const mode_t mask = [] {  // once: asking sets it, and other threads write, too
    const mode_t asked = umask(0);
    umask(asked);
    return asked;
  }();
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
  if (is_first_look(folder)) remove_stale(folder);
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
  const Words reason = reason_of(errno);
  return failure(
      {.fault = Fault::machine,
       .code = "output-unwritable",
       .what = {"写不了标准输出：" + reason.zh, "cannot write standard output: " + reason.en},
       .hint = {"用 -o FILE 写进文件", "write into a file with -o FILE"}});
}

void say(std::string_view text) {
  const ssize_t ignored = write(STDERR_FILENO, text.data(), text.size());
  static_cast<void>(ignored);
}

void drop_unfinished_output() {
  for (const Unfinished& place : unfinished_files)
    if (place.written) unlink(place.path);
}

}  // namespace keben::app
