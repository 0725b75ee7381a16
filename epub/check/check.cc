#include "epub/check/check.h"

#include <algorithm>
#include <string_view>

#include "epub/check/detail/book_check.h"
#include "epub/check/detail/facts.h"
#include "epub/check/detail/zip_reader.h"

namespace keben::epub {
namespace {

constexpr std::uint64_t kMostBytes = 1u << 30;  // of all files, unpacked

/// What archives may hold beside the book.
bool is_of_the_container(std::string_view name) {
  return name == "mimetype" || name.starts_with("META-INF/") || name.ends_with("/");
}

}  // namespace

std::string sentence(const Finding& finding, UiLanguage language) {
  std::string out = finding.file;
  if (finding.line > 0) out += ":" + std::to_string(finding.line);
  return out + (out.empty() ? "" : " ") + finding.what.in(language);
}

Findings check_files(std::span<const CheckedFile> files, const std::string& package, Jobs jobs) {
  return BookCheck(files, package, jobs).run();
}

Findings check_layout(BytesView archive) {
  Findings out;
  read_archive(archive, out);
  return out;
}

Findings check_archive(BytesView archive, Jobs jobs) {
  Findings out;
  const std::vector<ZipFile> files = read_archive(archive, out);
  std::vector<Bytes> contents;
  std::uint64_t room = kMostBytes;
  std::string package;
  std::vector<std::string> obfuscated;
  bool pointed = false;
  contents.reserve(files.size());
  for (const ZipFile& file : files) {
    contents.push_back(unpack(file, room, out));
    room -= contents.back().size();
    if (file.name.starts_with("META-INF/") && file.name.ends_with(".xml")) {
      for (Finding& finding : check_plain_xml(file.name, contents.back()).findings)
        out.push_back(std::move(finding));
    }
    if (file.name == "META-INF/encryption.xml") obfuscated = obfuscated_files(contents.back());
    if (file.name != "META-INF/container.xml") continue;
    pointed = true;
    package = check_pointer(contents.back(), out);
  }
  if (!pointed) {
    out.push_back({"META-INF/container.xml", 0, "epub-container", {"缺失", "is missing"}});
    return out;
  }
  std::vector<CheckedFile> book;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_of_the_container(files[i].name)) continue;
    const auto found = std::find(obfuscated.begin(), obfuscated.end(), files[i].name);
    book.push_back({files[i].name, contents[i], found != obfuscated.end()});
  }
  for (Finding& finding : check_files(book, package, jobs))
    out.push_back(std::move(finding));
  return out;
}

}  // namespace keben::epub
