#include "epub/archive/detail/zip_writer.h"

#include <minizip/zip.h>

#include <algorithm>
#include <utility>

namespace keben::epub {
namespace {

tl::unexpected<Error> zip_failure(int code) {
  const std::string reason = "minizip " + std::to_string(code);
  return failure(
      {.fault = Fault::machine,
       .code = "epub-archive",
       .what = {"无法写出 EPUB 容器：" + reason, "cannot write the EPUB container: " + reason}});
}

// --- A file that is bytes in memory ------------------------------------------------------------

struct MemoryFile {
  Bytes bytes;
  std::size_t at = 0;
};

MemoryFile& file_of(void* stream) {
  return *static_cast<MemoryFile*>(stream);
}

void* open_file(void* file, const void*, int) {
  return file;
}

uLong read_file(void*, void* stream, void* to, uLong size) {
  MemoryFile& file = file_of(stream);
  const std::size_t n = file.bytes.copy(static_cast<char*>(to), size, file.at);
  file.at += n;
  return n;
}

uLong write_file(void*, void* stream, const void* from, uLong size) {
  MemoryFile& file = file_of(stream);
  const std::size_t over = std::min<std::size_t>(size, file.bytes.size() - file.at);
  file.bytes.replace(file.at, over, static_cast<const char*>(from), size);
  file.at += size;
  return size;
}

ZPOS64_T tell_file(void*, void* stream) {
  return file_of(stream).at;
}

long seek_file(void*, void* stream, ZPOS64_T offset, int origin) {
  MemoryFile& file = file_of(stream);
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) offset += file.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) offset += file.bytes.size();
  if (offset > file.bytes.size()) return -1;
  file.at = offset;
  return 0;
}

int answer_well(void*, void*) {
  return 0;
}

// --- The archive -------------------------------------------------------------------------------

/// Deflated bytes are copied as they are, beside the size and the checksum that we know. DOS for
/// the system that made the file: no attributes, and names of ASCII.
int add_to(zipFile archive, const ZipEntry& entry, DosTime time) {
  zip_fileinfo info{};
  info.dosDate = static_cast<uLong>(time.date) << 16 | time.time;
  constexpr int kRaw = 1, kPlainZip = 0;
  int code = zipOpenNewFileInZip4_64(archive, entry.name.c_str(), &info, nullptr, 0, nullptr, 0,
                                     nullptr, entry.deflated ? Z_DEFLATED : 0,
                                     Z_DEFAULT_COMPRESSION, kRaw, -MAX_WBITS, DEF_MEM_LEVEL,
                                     Z_DEFAULT_STRATEGY, nullptr, 0, 0, 0, kPlainZip);
  constexpr std::size_t kMost = 1 << 30;
  for (BytesView rest = entry.stored; code == ZIP_OK && !rest.empty();) {
    const std::size_t n = std::min(rest.size(), kMost);
    code = zipWriteInFileInZip(archive, rest.data(), static_cast<unsigned>(n));
    rest.remove_prefix(n);
  }
  if (entry.held) entry.held->forget();
  return code == ZIP_OK ? zipCloseFileInZipRaw64(archive, entry.size, entry.crc32) : code;
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
  constexpr std::uint64_t kMost = 0xFFFF'FFFF;
  const auto fits = [](const ZipEntry& entry) { return entry.size < kMost; };
  return entries.size() < 65'535 && room_for(entries) < kMost &&
         std::all_of(entries.begin(), entries.end(), fits);
}

}  // namespace

void ZipWriter::add(const std::string& name, BytesView original, const Packed& packed,
                    const HeldBytes* held) {
  const bool deflated = !packed.deflated.empty();
  entries_.push_back({name, deflated ? BytesView(packed.deflated) : original, original.size(),
                      packed.crc32, deflated, held});
}

Result<Bytes> ZipWriter::finish(DosTime time) {
  if (!fits_plain_zip(entries_)) {
    return failure({.fault = Fault::document,
                    .code = "epub-too-large",
                    .what = {"EPUB 超过 4 GB 或 65,534 个文件，阅读器打不开",
                             "the EPUB is over 4 GB or 65,534 files; no reading system opens it"},
                    .hint = {"请分册导出", "export it in volumes"}});
  }
  MemoryFile file;
  file.bytes.reserve(room_for(entries_));
  zlib_filefunc64_def functions = {open_file, read_file,   write_file,  tell_file,
                                   seek_file, answer_well, answer_well, &file};
  zipFile archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (!archive) return zip_failure(ZIP_INTERNALERROR);
  int code = ZIP_OK;
  for (const ZipEntry& entry : entries_)
    code = code == ZIP_OK ? add_to(archive, entry, time) : code;
  const int closed = zipClose(archive, nullptr);
  if (code != ZIP_OK || closed != ZIP_OK) return zip_failure(code != ZIP_OK ? code : closed);
  return std::move(file.bytes);
}

}  // namespace keben::epub
