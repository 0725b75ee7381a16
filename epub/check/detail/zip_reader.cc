#include "epub/check/detail/zip_reader.h"

#include <libdeflate.h>

#include <algorithm>
#include <set>

#include "base/c_handle.h"
#include "base/utf8.h"

namespace keben::epub {
namespace {

using Decompressor = CHandle<libdeflate_decompressor, libdeflate_free_decompressor>;

constexpr std::size_t kEnd = 22, kCentral = 46, kLocal = 30;  // APPNOTE 4.3.16, 4.3.12, 4.3.7
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::string_view kMediaType = "application/epub+zip";

class ArchiveReader {
 public:
  ArchiveReader(BytesView bytes, Findings& findings) : bytes_(bytes), findings_(findings) {}

  std::vector<ZipFile> read() {
    const std::size_t end = find_end();
    if (end == bytes_.npos) {
      add("", "不是 ZIP 文件", "is no ZIP archive");
      return {};
    }
    first_header();
    std::size_t at = number(end + 16, 4);
    const std::uint32_t count = number(end + 10, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (at + kCentral > end || number(at, 4) != 0x02014b50) {
        add("", "ZIP 的目录坏了", "its central directory is broken");
        break;
      }
      entry(at);
      at += kCentral + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    return std::move(files_);
  }

 private:
  void add(const std::string& file, std::string zh, std::string en) {
    findings_.push_back({file, 0, "epub-container", {std::move(zh), std::move(en)}});
  }

  /// Little-endian; 0 past the end.
  std::uint32_t number(std::size_t at, std::size_t length) const {
    std::uint32_t out = 0;
    for (std::size_t i = length; i-- > 0;)
      out = out << 8 | (at + i < bytes_.size() ? static_cast<unsigned char>(bytes_[at + i]) : 0u);
    return out;
  }

  std::size_t find_end() const {
    if (bytes_.size() < kEnd) return bytes_.npos;
    const std::size_t last = bytes_.size() - kEnd;
    for (std::size_t back = 0; back <= std::min<std::size_t>(last, 0xFFFF); ++back) {
      if (number(last - back, 4) == 0x06054b50) return last - back;
    }
    return bytes_.npos;
  }

  /// The file that tells what the archive is, where every system looks for it.
  void first_header() {
    const std::size_t name = number(26, 2), extra = number(28, 2);
    const bool first = number(0, 4) == kLocalSignature && bytes_.substr(kLocal, name) == "mimetype";
    if (!first) return add("mimetype", "不是第一个文件", "is not the first file");
    if (number(8, 2) != 0) add("mimetype", "被压缩了", "is compressed");
    if (extra != 0) add("mimetype", "有附加字段", "has an extra field");
    if (number(6, 2) & 8) add("mimetype", "有数据描述符", "has a data descriptor");
    const BytesView text = bytes_.substr(std::min(kLocal + name + extra, bytes_.size()));
    if (!text.starts_with(kMediaType) || number(22, 4) != kMediaType.size())
      add("mimetype", "内容不是 application/epub+zip", "does not say application/epub+zip");
  }

  void entry(std::size_t at) {
    ZipFile file;
    file.name = bytes_.substr(std::min(at + kCentral, bytes_.size()), number(at + 28, 2));
    const std::uint32_t flags = number(at + 8, 2), method = number(at + 10, 2);
    const std::uint64_t packed = number(at + 20, 4), local = number(at + 42, 4);
    file.crc32 = number(at + 16, 4);
    file.size = number(at + 24, 4);
    file.deflated = method == 8;
    name(file.name);
    if (flags & 1) return add(file.name, "加了密", "is encrypted");
    if (method != 0 && method != 8)
      return add(file.name, "压缩方法不是 deflate", "is not compressed by deflate");
    if (number(local, 4) != kLocalSignature)
      return add(file.name, "找不到文件头", "has no header of its own");
    if (bytes_.substr(local + kLocal, number(local + 26, 2)) != file.name ||
        number(local + 8, 2) != method)
      add(file.name, "两处文件头不一致", "has two headers that differ");
    const std::uint64_t data = local + kLocal + number(local + 26, 2) + number(local + 28, 2);
    if (data + packed > bytes_.size()) return add(file.name, "不完整", "is not whole");
    file.stored = bytes_.substr(data, packed);
    files_.push_back(std::move(file));
  }

  void name(const std::string& name) {
    if (name.empty() || utf8::first_invalid(name))
      return add(name, "文件名不是 UTF-8", "has a name that is not UTF-8");
    if (name.find_first_of("\"*:<>?\\|\x7f") != name.npos || name.back() == '.' || name[0] == '/' ||
        std::any_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < 0x20; }))
      add(name, "文件名含有不许用的字符", "has a name with forbidden characters");
    if (("/" + name + "/").find("/../") != name.npos)
      add(name, "文件名跳出容器", "has a name that climbs out");
    std::string folded = name;
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    if (!names_.insert(std::move(folded)).second)
      add(name, "与另一文件同名", "has the name of another file");
  }

  BytesView bytes_;
  Findings& findings_;
  std::vector<ZipFile> files_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<ZipFile> read_archive(BytesView archive, Findings& findings) {
  return ArchiveReader(archive, findings).read();
}

Bytes unpack(const ZipFile& file, std::uint64_t room, Findings& findings) {
  const auto wrong = [&](const char* zh, const char* en) {
    findings.push_back({file.name, 0, "epub-container", {zh, en}});
    return Bytes();
  };
  constexpr std::uint64_t kMostByByte = 1032;  // deflate cannot do better
  if (file.size > room || file.size > (file.stored.size() + 1) * kMostByByte)
    return wrong("解开后太大", "is too large when unpacked");
  Bytes out(file.size, '\0');
  if (!file.deflated) {
    if (file.size != file.stored.size()) return wrong("长度不符", "has another length");
    out = file.stored;
  } else {
    const Decompressor decompressor(libdeflate_alloc_decompressor());
    std::size_t size = 0;
    if (!decompressor ||
        libdeflate_deflate_decompress(decompressor.get(), file.stored.data(), file.stored.size(),
                                      out.data(), out.size(), &size) != LIBDEFLATE_SUCCESS ||
        size != out.size())
      return wrong("压缩数据坏了", "has broken compressed data");
  }
  if (libdeflate_crc32(0, out.data(), out.size()) != file.crc32)
    return wrong("校验和不符", "has another checksum");
  return out;
}

}  // namespace keben::epub
