#include "base/regular_file.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <cerrno>

namespace keben {
namespace {

using Kind = ReadTrouble::Kind;

/// Files of the kernel's are regular by their mode.
bool is_of_the_kernel(int descriptor) {
  struct statfs about {};
  if (::fstatfs(descriptor, &about) != 0) return false;
  return about.f_type == PROC_SUPER_MAGIC || about.f_type == SYSFS_MAGIC;
}

/// With the system's reason, where it is the system's.
tl::unexpected<ReadTrouble> trouble(Kind kind) {
  return tl::unexpected(ReadTrouble{kind, kind == Kind::system ? errno : 0});
}

tl::expected<std::size_t, ReadTrouble> size_of(int descriptor, std::size_t most) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return trouble(Kind::system);
  if (!S_ISREG(about.st_mode) || is_of_the_kernel(descriptor)) return trouble(Kind::no_file);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > most) return trouble(Kind::too_large);
  return size;
}

}  // namespace

int open_for_reading(const char* name) {
  return ::open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

std::optional<ReadTrouble> look_at_regular(int descriptor, std::size_t most) {
  const auto size = size_of(descriptor, most);
  return size ? std::nullopt : std::optional(size.error());
}

tl::expected<Bytes, ReadTrouble> read_regular(int descriptor, std::size_t most) {
  const auto told = size_of(descriptor, most);
  if (!told) return tl::unexpected(told.error());
  Bytes bytes(*told + 1, '\0');  // one byte more than it says: a file may grow
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return trouble(Kind::system);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > most) return trouble(Kind::too_large);
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace keben
