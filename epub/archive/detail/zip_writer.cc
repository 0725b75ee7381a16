#include "epub/archive/detail/zip_writer.h"

#include <zip.h>

#include <algorithm>
#include <cstring>

#include "base/c_handle.h"

namespace keben::epub {
namespace {

using Archive = CHandle<zip_t, zip_discard>;
using Buffer = CHandle<zip_source_t, zip_source_free>;

tl::unexpected<Error> zip_failure(const std::string& reason) {
  return failure(
      {.fault = Fault::machine,
       .code = "epub-archive",
       .what = {"无法写出 EPUB 容器：" + reason, "cannot write the EPUB container: " + reason}});
}

/// Where libzip puts an error before there is an archive to ask.
struct OpeningError {
  zip_error_t is;
  OpeningError() { zip_error_init(&is); }
  OpeningError(const OpeningError&) = delete;
  OpeningError& operator=(const OpeningError&) = delete;
  ~OpeningError() { zip_error_fini(&is); }
};

zip_int64_t read_on(ZipEntry& entry, void* to, zip_uint64_t room) {
  const std::size_t n = std::min<std::size_t>(room, entry.stored.size() - entry.next);
  std::memcpy(to, entry.stored.data() + entry.next, n);
  entry.next += n;
  return static_cast<zip_int64_t>(n);
}

/// Size, compressed size, checksum and method all known: libzip then copies deflated bytes as they
/// are instead of deflating them again.
zip_int64_t describe(const ZipEntry& entry, zip_stat_t& out) {
  zip_stat_init(&out);
  out.size = entry.size;
  out.comp_size = entry.stored.size();
  out.crc = entry.crc32;
  out.comp_method = entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  out.mtime = 0;
  out.valid =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_MTIME;
  return sizeof out;
}

/// libzip's way to read an entry: one function for all that it may ask (zip_source_function(3)).
zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  ZipEntry& entry = *static_cast<ZipEntry*>(state);
  constexpr zip_int64_t kSupported =
      ZIP_SOURCE_SUPPORTS_READABLE | ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_SUPPORTS);
  if (command == ZIP_SOURCE_SUPPORTS) return kSupported;
  if (command == ZIP_SOURCE_READ) return read_on(entry, data, length);
  if (command == ZIP_SOURCE_STAT) return describe(entry, *static_cast<zip_stat_t*>(data));
  if (command == ZIP_SOURCE_ERROR) {  // two ints: there never was an error
    std::memset(data, 0, 2 * sizeof(int));
    return 2 * sizeof(int);
  }
  if (command == ZIP_SOURCE_OPEN) entry.next = 0;
  return 0;  // open, close, free
}

bool add_to(zip_t* archive, ZipEntry& entry) {
  zip_source_t* source = zip_source_function(archive, answer, &entry);
  if (!source) return false;
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, 0);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto i = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  return zip_set_file_compression(archive, i, method, 0) == 0 &&
         zip_file_set_external_attributes(archive, i, 0, ZIP_OPSYS_DOS, 0) == 0;
}

Result<Bytes> read_all(zip_source_t* buffer) {
  zip_stat_t stat;
  if (zip_source_stat(buffer, &stat) != 0 || zip_source_open(buffer) != 0)
    return zip_failure(zip_error_strerror(zip_source_error(buffer)));
  Bytes out(stat.size, '\0');
  const zip_int64_t n = zip_source_read(buffer, out.data(), out.size());
  zip_source_close(buffer);
  if (n != static_cast<zip_int64_t>(out.size()))
    return zip_failure(zip_error_strerror(zip_source_error(buffer)));
  return out;
}

std::uint32_t number_at(const Bytes& bytes, std::size_t at, std::size_t length) {
  std::uint32_t out = 0;
  for (std::size_t i = length; i-- > 0;)
    out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

void put_time(Bytes& bytes, std::size_t at, DosTime time) {
  bytes[at] = static_cast<char>(time.time & 0xFF);
  bytes[at + 1] = static_cast<char>(time.time >> 8);
  bytes[at + 2] = static_cast<char>(time.date & 0xFF);
  bytes[at + 3] = static_cast<char>(time.date >> 8);
}

/// Writes `time` into every header of an archive of ours (APPNOTE 4.3.7, 4.3.12, 4.3.16).
///
/// libzip takes DOS times, too, but keeps them as time_t through mktime and localtime: an hour that
/// summer time skips in the machine's zone comes back as another, and the same book would differ.
void stamp(Bytes& archive, DosTime time) {
  constexpr std::size_t kEnd = 22, kCentral = 46;
  const std::size_t end = archive.size() - kEnd;
  const std::uint32_t entries = number_at(archive, end + 10, 2);
  std::size_t at = number_at(archive, end + 16, 4);
  for (std::uint32_t i = 0; i < entries; ++i) {
    put_time(archive, at + 12, time);
    put_time(archive, number_at(archive, at + 42, 4) + 10, time);
    at += kCentral + number_at(archive, at + 28, 2) + number_at(archive, at + 30, 2) +
          number_at(archive, at + 32, 2);
  }
}

/// What the plain layout can hold: ZIP64 would add the extra fields that old readers stumble over.
bool fits_plain_zip(const std::deque<ZipEntry>& entries) {
  std::uint64_t bytes = 0;
  for (const ZipEntry& entry : entries)
    bytes += std::max<std::uint64_t>(entry.size, entry.stored.size()) + 2 * entry.name.size() + 128;
  return entries.size() < 65'535 && bytes < 0xFFFF'FFFF;
}

}  // namespace

void ZipWriter::add(const std::string& name, BytesView original, const Packed& packed) {
  const bool deflated = !packed.deflated.empty();
  entries_.push_back({name, deflated ? BytesView(packed.deflated) : original, original.size(),
                      packed.crc32, deflated, 0});
}

Result<Bytes> ZipWriter::finish(DosTime time) {
  if (!fits_plain_zip(entries_)) {
    return failure({.fault = Fault::document,
                    .code = "epub-too-large",
                    .what = {"EPUB 超过 4 GB 或 65,534 个文件，阅读器打不开",
                             "the EPUB is over 4 GB or 65,534 files; no reading system opens it"},
                    .hint = {"请分册导出", "export it in volumes"}});
  }
  OpeningError error;
  const Buffer buffer(zip_source_buffer_create(nullptr, 0, 0, &error.is));
  if (!buffer) return zip_failure(zip_error_strerror(&error.is));
  Archive archive(zip_open_from_source(buffer.get(), ZIP_CREATE | ZIP_TRUNCATE, &error.is));
  if (!archive) return zip_failure(zip_error_strerror(&error.is));
  zip_source_keep(buffer.get());  // the archive lets go of one reference, `buffer` of the other
  for (ZipEntry& entry : entries_) {
    if (!add_to(archive.get(), entry)) return zip_failure(zip_strerror(archive.get()));
  }
  if (zip_close(archive.get()) != 0) return zip_failure(zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closed, and so freed
  Result<Bytes> out = read_all(buffer.get());
  if (out) stamp(*out, time);
  return out;
}

}  // namespace keben::epub
