// libzip takes its entries from sources, and writes to one. Both are functions of ours here: an
// entry's source says that its bytes are deflated already, of which size and checksum they are, so
// that they are copied as they stand; the archive's source is a string in memory.
#include "epub/archive/detail/zip_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "base/c_handle.h"
#include "late/zip.h"

namespace keben::epub {
using namespace late;
namespace {

using Source = CHandle<zip_source_t, zip_source_free>;
using Archive = CHandle<zip_t, zip_discard>;

tl::unexpected<Error> zip_failure(zip_error_t* error) {
  const std::string reason = zip_error_strerror(error);
  return failure(
      {.fault = Fault::machine,
       .code = "epub-archive",
       .what = {"无法写出 EPUB 容器：" + reason, "cannot write the EPUB container: " + reason}});
}

constexpr zip_int64_t bits_of(std::initializer_list<zip_source_cmd_t> commands) {
  zip_int64_t bits = 0;
  for (const zip_source_cmd_t command : commands)
    bits |= ZIP_SOURCE_MAKE_COMMAND_BITMASK(command);
  return bits;
}

zip_int64_t give_error(void* data, zip_uint64_t length) {
  zip_error_t none;
  zip_error_init(&none);
  return zip_error_to_data(&none, data, length);
}

zip_int64_t give_stat(const zip_stat_t& stat, void* data, zip_uint64_t length) {
  if (length < sizeof stat) return -1;
  std::memcpy(data, &stat, sizeof stat);
  return sizeof stat;
}

// --- An entry, to be read from ------------------------------------------------------------------

struct Reading {
  const ZipEntry& entry;
  BytesView rest;
};

zip_stat_t stat_of(const ZipEntry& entry) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  stat.size = entry.size;
  stat.comp_size = entry.stored.size();
  stat.comp_method = entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  if (!entry.deflated) return stat;
  stat.valid |= ZIP_STAT_CRC;
  stat.crc = entry.crc32;
  return stat;
}

extern "C" zip_int64_t read_entry(void* user, void* data, zip_uint64_t length,
                                  zip_source_cmd_t command) {
  Reading& reading = *static_cast<Reading*>(user);
  switch (static_cast<int>(command)) {  // each libzip knows more of them
    case ZIP_SOURCE_OPEN:
      reading.rest = reading.entry.stored;
      return 0;
    case ZIP_SOURCE_READ: {
      const std::size_t n = reading.rest.copy(static_cast<char*>(data), length);
      reading.rest.remove_prefix(n);
      return static_cast<zip_int64_t>(n);
    }
    case ZIP_SOURCE_CLOSE:
      if (reading.entry.held) reading.entry.held->forget();
      return 0;
    case ZIP_SOURCE_STAT:
      return give_stat(stat_of(reading.entry), data, length);
    case ZIP_SOURCE_ERROR:
      return give_error(data, length);
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return bits_of({ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                      ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE});
    default:
      return -1;
  }
}

// --- The archive, to be written to --------------------------------------------------------------

struct MemoryFile {
  Bytes bytes;
  std::size_t at = 0;

  zip_int64_t write(const char* from, std::size_t size) {
    const std::size_t over = std::min(size, bytes.size() - at);
    bytes.replace(at, over, from, size);
    at += size;
    return static_cast<zip_int64_t>(size);
  }
  zip_int64_t seek(void* data, zip_uint64_t length) {
    const zip_int64_t to = zip_source_seek_compute_offset(at, bytes.size(), data, length, nullptr);
    if (to < 0) return -1;
    at = static_cast<std::size_t>(to);
    return 0;
  }
};

extern "C" zip_int64_t write_archive(void* user, void* data, zip_uint64_t length,
                                     zip_source_cmd_t command) {
  MemoryFile& file = *static_cast<MemoryFile*>(user);
  switch (static_cast<int>(command)) {
    case ZIP_SOURCE_STAT: {
      zip_stat_t stat;
      zip_stat_init(&stat);
      return give_stat(stat, data, length);
    }
    case ZIP_SOURCE_WRITE:
      return file.write(static_cast<const char*>(data), length);
    case ZIP_SOURCE_SEEK_WRITE:
      return file.seek(data, length);
    case ZIP_SOURCE_TELL_WRITE:
      return static_cast<zip_int64_t>(file.at);
    case ZIP_SOURCE_ERROR:
      return give_error(data, length);
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_COMMIT_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_SUPPORTS:  // it is never read, but libzip wants to hear that it could be
      return bits_of({ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                      ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                      ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
                      ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
                      ZIP_SOURCE_REMOVE});
    default:
      return -1;
  }
}

/// Whether libzip has taken the entry. DOS for the system that made the file: no attributes, and
/// names of ASCII. The time is any that every zone has: see `stamp`.
bool add_to(zip_t* archive, Reading& reading) {
  constexpr DosTime kAnyNoon{12 << 11, 1 << 9 | 1 << 5 | 1};
  Source source(zip_source_function(archive, read_entry, &reading));
  const zip_int64_t added =
      source ? zip_file_add(archive, reading.entry.name.c_str(), source.get(), 0) : -1;
  if (added < 0) return false;
  (void)source.release();  // the archive's now
  const auto index = static_cast<zip_uint64_t>(added);
  // What is deflated is of the default method: any other would have it deflated anew.
  return (reading.entry.deflated ||
          zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0) &&
         zip_file_set_dostime(archive, index, kAnyNoon.time, kAnyNoon.date, 0) == 0 &&
         zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0) == 0;
}

constexpr std::size_t kLocalHeader = 30, kCentralHeader = 46;  // before the name: APPNOTE 4.3
constexpr std::size_t kLocalTime = 10, kCentralTime = 12;

/// Writes the entries' time into both headers of each. libzip takes a time to be the machine's own
/// and turns it to seconds and back, which changes it in the hour that summer time skips.
void stamp(Bytes& archive, const std::vector<ZipEntry>& entries, DosTime time) {
  const auto put = [&](std::size_t at) {
    for (const std::uint16_t part : {time.time, time.date}) {
      archive[at++] = static_cast<char>(part & 0xFF);
      archive[at++] = static_cast<char>(part >> 8);
    }
  };
  std::size_t at = 0;
  for (const ZipEntry& entry : entries) {
    put(at + kLocalTime);
    at += kLocalHeader + entry.name.size() + entry.stored.size();
  }
  for (const ZipEntry& entry : entries) {
    put(at + kCentralTime);
    at += kCentralHeader + entry.name.size();
  }
}

/// The archive's length, or a little more.
std::uint64_t room_for(const std::vector<ZipEntry>& entries) {
  std::uint64_t bytes = 128;
  for (const ZipEntry& entry : entries)
    bytes += entry.stored.size() + 2 * entry.name.size() + 128;
  return bytes;
}

/// What the plain layout can hold: ZIP64 would add the extra fields that old readers stumble over.
bool fits_plain_zip(const std::vector<ZipEntry>& entries) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  const auto fits = [](const ZipEntry& entry) { return entry.size < kMost; };
  return entries.size() < std::numeric_limits<std::uint16_t>::max() && room_for(entries) < kMost &&
         std::all_of(entries.begin(), entries.end(), fits);
}

}  // namespace

void ZipWriter::add(const std::string& name, BytesView original, const Packed& packed,
                    const HeldBytes* held) {
  const bool deflated = !packed.deflated.empty();
  entries_.push_back({name, deflated ? BytesView(packed.deflated) : original, original.size(),
                      packed.crc32, deflated, held});
}

Result<Bytes> ZipWriter::finish(DosTime time) const {
  if (!fits_plain_zip(entries_)) {
    return failure({.fault = Fault::document,
                    .code = "epub-too-large",
                    .what = {"EPUB 超过 4 GB 或 65,534 个文件，阅读器打不开",
                             "the EPUB is over 4 GB or 65,534 files; no reading system opens it"},
                    .hint = {"请分册导出", "export it in volumes"}});
  }
  if (!zip.open()) return failure(zip.missing());
  MemoryFile file;
  file.bytes.reserve(room_for(entries_));
  std::vector<Reading> readings;
  for (const ZipEntry& entry : entries_)
    readings.push_back({entry, {}});

  zip_error_t error;
  zip_error_init(&error);
  Source out(zip_source_function_create(write_archive, &file, &error));
  Archive archive(out ? zip_open_from_source(out.get(), ZIP_CREATE | ZIP_TRUNCATE, &error)
                      : nullptr);
  if (!archive) return zip_failure(&error);
  (void)out.release();  // the archive's now
  for (Reading& reading : readings)
    if (!add_to(archive.get(), reading)) return zip_failure(zip_get_error(archive.get()));
  if (zip_close(archive.get()) != 0) return zip_failure(zip_get_error(archive.get()));
  (void)archive.release();  // closed, it is gone
  stamp(file.bytes, entries_, time);
  return std::move(file.bytes);
}

}  // namespace keben::epub
