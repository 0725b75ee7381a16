#include "app/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/inputs.h"
#include "app/output_file.h"
#include "app/system_reason.h"
#include "assets/root_folder.h"
#include "base/hash.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLargestRecord = 8u << 20;

std::string text_of(const Record& record) {
  Json out = {{"settings", record.settings},
              {"text", record.text},
              {"files", Json::array()},
              {"books", Json::array()}};
  for (const NamedFile& file : record.files)
    out["files"].push_back({{"path", file.path}, {"sha256", file.sha256}});
  for (const WrittenBook& book : record.books)
    out["books"].push_back({{"name", book.name},
                            {"format", book.format},
                            {"sha256", book.sha256},
                            {"bytes", book.bytes},
                            {"pages", book.pages}});
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// A record that is none of ours is no record.
std::optional<Record> record_of(const std::string& text) {
  try {
    const Json from = Json::parse(text);
    Record out{from.at("settings"), from.at("text"), {}, {}};
    for (const Json& file : from.at("files"))
      out.files.push_back({file.at("path"), file.at("sha256")});
    for (const Json& book : from.at("books"))
      out.books.push_back({book.at("name"), book.at("format"), book.at("sha256"), book.at("bytes"),
                           book.at("pages")});
    return out;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

fs::path Manifest::file_of(const std::string& path) const {
  return folder_ / ".keben" / (path + ".json");
}

std::optional<Record> Manifest::find(const std::string& path) const {
  const Result<Bytes> bytes = read_file(file_of(path).string(), kLargestRecord);
  return bytes ? record_of(*bytes) : std::nullopt;
}

Done Manifest::keep(const std::string& path, const Record& record) const {
  const fs::path file = file_of(path);
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) {
    const Words reason = reason_of(error.value());
    const std::string name = file.parent_path().string();
    return failure(
        {.fault = Fault::machine,
         .code = "output-unwritable",
         .what = {"写不了 " + name + "：" + reason.zh, "cannot write " + name + ": " + reason.en}});
  }
  return write_whole(file, file.string(), text_of(record));
}

void Manifest::drop(const std::string& path) const {
  std::error_code ignored;
  fs::remove(file_of(path), ignored);
}

std::vector<NamedFile> look_at(const std::vector<std::string>& paths, const fs::path& root,
                               std::size_t most) {
  const assets::RootFolder folder(root);
  std::vector<NamedFile> out;
  for (const std::string& path : paths) {
    const auto bytes = folder.read(path, most);
    out.push_back({path, bytes ? sha256_hex(*bytes) : std::string()});
  }
  return out;
}

bool is_current(const Record& record, const std::string& settings, const std::string& text,
                const std::vector<std::string>& names, const fs::path& folder, const fs::path& root,
                std::size_t most) {
  if (record.settings != settings || record.text != text) return false;
  for (const std::string& name : names) {
    const auto book = std::find_if(record.books.begin(), record.books.end(),
                                   [&](const WrittenBook& each) { return each.name == name; });
    std::error_code error;
    if (book == record.books.end() || fs::file_size(folder / name, error) != book->bytes || error)
      return false;
  }
  std::vector<std::string> paths;
  for (const NamedFile& file : record.files)
    paths.push_back(file.path);
  return look_at(paths, root, most) == record.files;
}

}  // namespace keben::app
