// See root_folder.h; openat2(2), open(2).
#include "assets/root_folder.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "base/regular_file.h"

namespace keben::assets {
namespace {

using tl::unexpected;

/// A file descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

// A pipe would wait for a writer: opened without blocking, it is then found to be no file.
constexpr int kReadFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

FileTrouble trouble_of(int error) {
  switch (error) {
    case EXDEV:
    case ELOOP:
      return FileTrouble::outside;
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case EINVAL:
      return FileTrouble::missing;
    case ENXIO:  // a pipe's or a device's other end is not there
    case ENODEV:
      return FileTrouble::no_file;
    default:
      return FileTrouble::unreadable;
  }
}

/// The kernel's own walk. errno is ENOSYS or EPERM where it is not to be had.
int open_beneath(int root, const char* relative) {
  open_how how{};
  how.flags = kReadFlags;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  long number = -1;
  int tries = 8;  // EAGAIN: something was renamed while the kernel looked
  do {
    number = ::syscall(SYS_openat2, root, relative, &how, sizeof how);
  } while (number < 0 && (errno == EAGAIN || errno == EINTR) && --tries > 0);
  return static_cast<int>(number);
}

bool is_link(int folder, const char* name) {
  struct stat status {};
  return ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
}

/// Our own walk, part by part, following no symbolic link: each lies outside as far as we can tell.
tl::expected<int, FileTrouble> open_by_parts(int root, const std::filesystem::path& relative) {
  Descriptor folder(::fcntl(root, F_DUPFD_CLOEXEC, 0));
  for (auto part = relative.begin(); part != relative.end(); ++part) {
    const bool last = std::next(part) == relative.end();
    const int flags = last ? kReadFlags : O_PATH | O_DIRECTORY | O_CLOEXEC;
    Descriptor next(::openat(folder.number(), part->c_str(), flags | O_NOFOLLOW));
    if (next.number() < 0) {
      const int error = errno;
      if (is_link(folder.number(), part->c_str())) return unexpected(FileTrouble::outside);
      return unexpected(trouble_of(error));
    }
    folder = std::move(next);
  }
  return folder.release();
}

FileTrouble trouble_of(ReadTrouble trouble) {
  switch (trouble.kind) {
    case ReadTrouble::Kind::no_file:
      return FileTrouble::no_file;
    case ReadTrouble::Kind::too_large:
      return FileTrouble::too_large;
    case ReadTrouble::Kind::system:
      return FileTrouble::unreadable;
  }
  return FileTrouble::unreadable;
}

}  // namespace

RootFolder::RootFolder(const std::filesystem::path& folder, Wall wall)
    : descriptor_(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)), wall_(wall) {}

RootFolder::~RootFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

tl::expected<int, FileTrouble> RootFolder::open(const std::filesystem::path& relative) const {
  if (wall_ == Wall::kernel) {
    const int number = open_beneath(descriptor_, relative.c_str());
    if (number >= 0) return number;
    if (errno != ENOSYS && errno != EPERM) return unexpected(trouble_of(errno));
  }
  return open_by_parts(descriptor_, relative);
}

tl::expected<Bytes, FileTrouble> RootFolder::read(const std::filesystem::path& relative,
                                                  std::size_t most) const {
  if (relative.is_absolute() || (!relative.empty() && *relative.begin() == ".."))
    return unexpected(FileTrouble::outside);
  if (descriptor_ < 0 || relative.empty() || relative.native().find('\0') != std::string::npos)
    return unexpected(FileTrouble::missing);
  const tl::expected<int, FileTrouble> number = open(relative);
  if (!number) return unexpected(number.error());
  const Descriptor file(*number);
  return read_regular(file.number(), most).map_error([](ReadTrouble t) { return trouble_of(t); });
}

}  // namespace keben::assets
