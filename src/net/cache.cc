// See cache.h. A record's time of modification is when its server was last asked; a picture's, when
// it was last used.
#include "net/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "assets/root_folder.h"
#include "base/hash.h"

namespace keben::net {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeading = "keben picture 1";
constexpr std::size_t kRecordBytes = 64u << 10;
constexpr std::size_t kHashDigits = 64;

struct Record {
  std::string address;
  std::string hash;
  std::size_t bytes = 0;
  Validity validity;
};

fs::path picture_file(const std::string& hash) {
  return fs::path("pictures") / hash.substr(0, 2) / hash;
}

fs::path record_file(const std::string& address) {
  return fs::path("addresses") / sha256_hex(address);
}

/// A value on one line; what holds a line end or is too long is left out.
void append_line(std::string& out, std::string_view key, std::string_view value) {
  constexpr std::size_t kMost = 16u << 10;
  if (value.empty() || value.size() > kMost || value.find_first_of("\r\n") != value.npos) return;
  out.append(key).append(" ").append(value).append("\n");
}

std::string text_of(const Record& record) {
  std::string out(kHeading);
  out += '\n';
  append_line(out, "address", record.address);
  append_line(out, "sha256", record.hash);
  append_line(out, "bytes", std::to_string(record.bytes));
  append_line(out, "etag", record.validity.etag);
  append_line(out, "last-modified", record.validity.last_modified);
  if (record.validity.ask_again) append_line(out, "ask-again", "yes");
  if (record.validity.from_open_origin) append_line(out, "open-origin", "yes");
  return out;
}

void take_line(Record& record, std::string_view key, std::string_view value) {
  if (key == "address") record.address = value;
  if (key == "sha256") record.hash = value;
  if (key == "bytes") std::from_chars(value.data(), value.data() + value.size(), record.bytes);
  if (key == "etag") record.validity.etag = value;
  if (key == "last-modified") record.validity.last_modified = value;
  if (key == "ask-again") record.validity.ask_again = true;
  if (key == "open-origin") record.validity.from_open_origin = true;
}

/// Nothing where the text is no record of ours.
std::optional<Record> record_of(std::string_view text) {
  Record record;
  bool is_first = true;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t space = line.find(' ');
    if (is_first && line != kHeading) return {};
    if (!is_first && space != line.npos)
      take_line(record, line.substr(0, space), line.substr(space + 1));
    is_first = false;
  }
  const bool good = record.hash.size() == kHashDigits && !record.address.empty() &&
                    record.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!good) return {};
  return record;
}

/// Writes the file whole or not at all; the folder is made for this user alone.
bool write_whole(const fs::path& file, BytesView bytes) {
  std::error_code failed;
  fs::create_directories(file.parent_path(), failed);
  std::string temporary = (file.parent_path() / ".new-XXXXXX").native();
  const int number = failed ? -1 : ::mkostemp(temporary.data(), O_CLOEXEC);  // 0600, exclusive
  if (number < 0) return false;
  bool good = true;
  while (good && !bytes.empty()) {
    const ssize_t n = ::write(number, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    good = n > 0;
    if (good) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  good = ::close(number) == 0 && good;
  good = good && ::rename(temporary.c_str(), file.c_str()) == 0;
  if (!good) ::unlink(temporary.c_str());
  return good;
}

/// Seconds since a file was changed; it may not lie in the future, or a wrong clock would keep it
/// fresh for ever.
double age_of(const fs::path& file) {
  constexpr double kAges = 1e12;
  struct stat status {};
  timespec now{};
  if (::stat(file.c_str(), &status) != 0 || ::clock_gettime(CLOCK_REALTIME, &now) != 0)
    return kAges;
  const double age = static_cast<double>(now.tv_sec - status.st_mtim.tv_sec) +
                     static_cast<double>(now.tv_nsec - status.st_mtim.tv_nsec) * 1e-9;
  return age >= 0 ? age : kAges;
}

void touch(const fs::path& file) {
  ::utimensat(AT_FDCWD, file.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
}

std::optional<Record> read_record(const assets::RootFolder& folder, const fs::path& file) {
  const auto text = folder.read(file, kRecordBytes);
  if (!text) return {};
  return record_of(*text);
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code odd;
    if (at->is_regular_file(odd)) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

PictureCache::PictureCache(fs::path folder) : folder_(std::move(folder)) {}

std::optional<KeptPicture> PictureCache::find(const std::string& address) const {
  const assets::RootFolder folder(folder_);
  const fs::path file = record_file(address);
  std::optional<Record> record = read_record(folder, file);
  if (!record || record->address != address) return {};
  auto bytes = folder.read(picture_file(record->hash), record->bytes);
  if (!bytes || sha256_hex(*bytes) != record->hash) {
    std::error_code ignored;
    fs::remove(folder_ / file, ignored);
    fs::remove(folder_ / picture_file(record->hash), ignored);
    return {};
  }
  touch(folder_ / picture_file(record->hash));
  return KeptPicture{std::move(*bytes), std::move(record->validity), age_of(folder_ / file)};
}

void PictureCache::keep(const std::string& address, BytesView bytes,
                        const Validity& validity) const {
  std::error_code failed;
  if (fs::create_directories(folder_, failed))
    fs::permissions(folder_, fs::perms::owner_all, failed);
  const Record record{address, sha256_hex(bytes), bytes.size(), validity};
  if (write_whole(folder_ / picture_file(record.hash), bytes))
    write_whole(folder_ / record_file(address), text_of(record));
}

void PictureCache::confirm(const std::string& address) const {
  touch(folder_ / record_file(address));
}

std::vector<CacheEntry> PictureCache::list() const {
  const assets::RootFolder folder(folder_);
  std::vector<CacheEntry> out;
  for (const fs::path& file : files_in(folder_ / "addresses")) {
    const std::optional<Record> record = read_record(folder, file.lexically_relative(folder_));
    if (record) out.push_back({record->address, record->bytes});
  }
  std::sort(out.begin(), out.end(),
            [](const CacheEntry& a, const CacheEntry& b) { return a.address < b.address; });
  return out;
}

void PictureCache::fit(std::size_t most) const {
  struct Picture {
    double age = 0;
    fs::path file;
    std::size_t bytes = 0;
  };
  std::vector<Picture> pictures;
  std::map<std::string, std::vector<fs::path>> records;  // by hash
  const assets::RootFolder folder(folder_);
  std::error_code ignored;
  for (const fs::path& file : files_in(folder_ / "addresses")) {
    const std::optional<Record> record = read_record(folder, file.lexically_relative(folder_));
    if (record) {
      records[record->hash].push_back(file);
    } else {
      fs::remove(file, ignored);
    }
  }
  for (const fs::path& file : files_in(folder_ / "pictures")) {
    const std::size_t bytes = static_cast<std::size_t>(fs::file_size(file, ignored));
    pictures.push_back({age_of(file), file, bytes});
  }
  std::stable_sort(pictures.begin(), pictures.end(),
                   [](const Picture& a, const Picture& b) { return a.age < b.age; });
  std::size_t held = 0;
  for (const Picture& picture : pictures) {
    const auto known = records.find(picture.file.filename().native());
    // A file that another run is about to rename has no record yet.
    constexpr double kBeingWritten = 3600;
    const bool lost = known == records.end() && picture.age > kBeingWritten;
    held += lost ? 0 : picture.bytes;
    if (!lost && held <= most) continue;
    fs::remove(picture.file, ignored);
    if (known == records.end()) continue;
    for (const fs::path& record : known->second)
      fs::remove(record, ignored);
  }
}

}  // namespace keben::net
