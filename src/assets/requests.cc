// See requests.h.
#include "assets/requests.h"

#include <map>
#include <utility>

#include "assets/local_file.h"
#include "base/overload.h"

namespace keben::assets {
namespace {

namespace fs = std::filesystem;

/// What makes two sources one request: the address, the files it may mean, or the text itself.
std::string key_of(const Request& request) {
  const std::string written(request.written);
  if (!request.source) return "refused " + written;
  return std::visit(Overload{
                        [&](const DataSource&) { return "data " + written; },
                        [](const WebSource& web) { return "web " + web.address; },
                        [&](const FileSource&) {
                          std::string key = "file";
                          for (const fs::path& file : request.files)
                            key += '\0' + file.native();
                          return key;
                        },
                    },
                    *request.source);
}

/// The settled folders of documents: each is looked up on the disk once, as most share theirs.
class Folders {
 public:
  const fs::path& of(const model::Document& document) {
    const std::string name = fs::path(document.path).parent_path().native();
    const auto [at, is_new] = settled_.try_emplace(name);
    if (is_new) at->second = settled(name.empty() ? "." : name);
    return at->second;
  }

 private:
  std::map<std::string, fs::path> settled_;
};

}  // namespace

Requests requests_of(const std::vector<ImageUse>& uses, const model::Collection& collection,
                     const fs::path& root, const config::Limits& limits) {
  Folders folders;
  Requests out;
  std::map<std::string, std::size_t> known;
  for (const ImageUse& use : uses) {
    Request request{use.source, classify(use.source, limits)};
    if (request.source) {
      if (const auto* file = std::get_if<FileSource>(&*request.source))
        request.files =
            candidates(file->path, folders.of(collection.documents[use.document.v]), root);
    }
    const auto [at, is_new] = known.emplace(key_of(request), out.all.size());
    if (is_new) out.all.push_back(std::move(request));
    out.of_use.push_back(at->second);
  }
  return out;
}

}  // namespace keben::assets
