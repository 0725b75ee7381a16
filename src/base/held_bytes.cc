#include "base/held_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace keben {
namespace {

constexpr std::size_t kSmall = 64u << 10;  // not worth a place in the file
constexpr std::size_t kPage = 64u << 10;   // places begin on a page, whatever the machine's size

/// A file that no name leads to.
int open_nameless(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  std::string name = folder / "keben-XXXXXX";  // some file systems know no nameless files
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

bool write_whole_at(int file, const Bytes& bytes, std::size_t at) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t n =
        ::pwrite(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
    if (n <= 0) return false;
    done += static_cast<std::size_t>(n);
  }
  return true;
}

}  // namespace

void HeldBytes::forget() const {
  if (in_file_) madvise(const_cast<char*>(view_.data()), view_.size(), MADV_DONTNEED);
}

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

HeldBytes Spool::hold(Bytes bytes) {
  const std::size_t size = bytes.size();
  if (size < kSmall || held_.fetch_add(size) + size <= in_memory_) return bytes;
  held_ -= size;
  HeldBytes out = write(bytes);
  if (out.in_file_) return out;
  return bytes;
}

int Spool::file() {
  std::call_once(opened_, [&] { file_ = open_nameless(folder_); });
  return file_;
}

HeldBytes Spool::write(const Bytes& bytes) {
  HeldBytes out;
  const std::size_t size = bytes.size();
  if (file() < 0) return out;
  const std::size_t at = end_.fetch_add((size + kPage - 1) / kPage * kPage);
  if (!write_whole_at(file_, bytes, at)) return out;
  void* place = mmap(nullptr, size, PROT_READ, MAP_SHARED, file_, static_cast<off_t>(at));
  if (place == MAP_FAILED) return out;
  out.owner_ = std::shared_ptr<const void>(
      place, [size](const void* begin) { munmap(const_cast<void*>(begin), size); });
  out.view_ = {static_cast<const char*>(place), size};
  out.in_file_ = true;
  return out;
}

}  // namespace keben
