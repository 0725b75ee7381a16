#include "epub/archive/container.h"

#include <vector>

#include "epub/archive/deflate.h"
#include "epub/archive/detail/zip_writer.h"
#include "epub/archive/dos_time.h"

namespace keben::epub {
namespace {

constexpr BytesView kMediaType = "application/epub+zip";

Bytes container_xml(const std::string& package) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
         "<rootfiles><rootfile full-path=\"" +
         package + "\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";
}

constexpr std::size_t kBytesAThread = 64 << 10;  // a millisecond and a half of deflate

/// What there is to deflate; to sum up what is stored costs a sixteenth of that.
std::size_t work_of(std::span<const Entry> entries) {
  std::size_t sum = 0;
  for (const Entry& entry : entries)
    sum += entry.compress ? entry.bytes.size() : entry.bytes.size() / 16;
  return sum;
}

/// What one task gives back: the bytes, and its own account of the time.
struct PackedEntry {
  Packed packed;
  Stages stages;
};

}  // namespace

Result<Bytes> make_container(const std::string& package, std::span<const Entry> entries,
                             std::int64_t modified, Jobs jobs, Stages& stages) {
  const Bytes pointer = container_xml(package);
  std::vector<Entry> all{{"mimetype", kMediaType, false}, {"META-INF/container.xml", pointer}};
  all.insert(all.end(), entries.begin(), entries.end());
  const Jobs threads = jobs_worth(work_of(all), kBytesAThread, jobs);
  const std::vector<PackedEntry> packed =
      parallel_map(std::span<const Entry>(all), threads, [](const Entry& entry) {
        PackedEntry out;
        out.packed = out.stages.timed("deflate", [&] { return pack(entry.bytes, entry.compress); });
        if (entry.held) entry.held->forget();
        return out;
      });
  ZipWriter zip;
  for (std::size_t i = 0; i < all.size(); ++i) {
    stages.merge(packed[i].stages);
    zip.add(all[i].name, all[i].bytes, packed[i].packed, all[i].held);
  }
  return stages.timed("zip", [&] { return zip.finish(dos_time(modified)); });
}

}  // namespace keben::epub
