// See resolve.h. Five steps, each over all pictures: collect, fetch or read, prove, store, warn.
//
// Sources that say the same are asked for once, and bytes that are the same are decoded once. Files
// are read and pictures decoded in parallel, downloads run several at once on the fetcher's side;
// all are joined in the order of their first use, so a book never shows who was faster.
#include "assets/resolve.h"

#include <map>
#include <set>
#include <utility>

#include "assets/local_file.h"
#include "assets/picture.h"
#include "assets/requests.h"
#include "base/hash.h"
#include "base/overload.h"

namespace keben::assets {
namespace {

/// Bytes that nobody has looked into yet.
struct Raw {
  HeldBytes bytes;
  std::string hash;
};

Raw raw_of(Bytes bytes, Spool& spool) {
  std::string hash = sha256_hex(bytes);
  return {spool.hold(std::move(bytes)), std::move(hash)};
}

/// A request on its way; `raw` is an answer of the network, then the bytes of any origin.
struct Job {
  const Request* request = nullptr;
  Result<Raw> raw;
};

std::string code_of_image(const std::string& code_of_fetch) {
  if (code_of_fetch == "fetch-offline") return "image-offline";
  if (code_of_fetch == "fetch-too-large") return "image-too-large";
  return code_of_fetch == "fetch-refused" ? "image-refused" : "image-missing";
}

/// A fetcher's reason in a sentence.
Error not_downloaded(Error error) {
  error.code = code_of_image(error.code);
  error.what.zh = "图片下载失败：" + error.what.zh;
  error.what.en = "picture not downloaded: " + error.what.en;
  return error;
}

/// Asks the fetcher for what lies on the web, once for all.
std::vector<Job> fetch(const std::vector<Request>& requests, Fetcher& fetcher, Spool& spool) {
  std::vector<Job> jobs;
  std::vector<std::string> addresses;
  std::vector<std::size_t> places;
  for (const Request& request : requests) {
    if (request.from_server()) {
      addresses.push_back(std::get<WebSource>(*request.source).address);
      places.push_back(jobs.size());
    }
    jobs.push_back({&request, Raw{}});
  }
  if (addresses.empty()) return jobs;
  std::vector<Result<Fetched>> answers = fetcher.fetch(addresses);
  for (std::size_t k = 0; k < answers.size(); ++k) {
    if (answers[k]) {
      jobs[places[k]].raw = raw_of(std::move(answers[k]->bytes), spool);
    } else {
      jobs[places[k]].raw = failure(not_downloaded(std::move(answers[k].error())));
    }
  }
  return jobs;
}

/// Gets what is no download; a download is there already.
Result<Raw> read(Job& job, const RootFolder& root, const config::Limits& limits, Spool& spool) {
  const auto held = [&](Bytes bytes) { return raw_of(std::move(bytes), spool); };
  if (!job.request->source) return tl::unexpected(job.request->source.error());
  return std::visit(
      Overload{
          [&](const DataSource& data) -> Result<Raw> { return decode_data(data).map(held); },
          [&](const WebSource&) -> Result<Raw> { return std::move(job.raw); },
          [&](const FileSource& file) -> Result<Raw> {
            return read_first(root, file.path, job.request->files, limits).map(held);
          },
      },
      *job.request->source);
}

/// The outcomes, and for each request the index of its own.
struct Outcomes {
  std::vector<Result<Asset>> all;
  std::vector<std::size_t> of_request;
};

Result<Asset> prove(Job& job, const config::Limits& limits) {
  if (!job.raw) return tl::unexpected(job.raw.error());
  return proven_picture(std::move(job.raw->bytes), std::move(job.raw->hash),
                        masked(job.request->written), job.request->from_server(), limits);
}

Outcomes prove_all(std::vector<Job> jobs, const config::Limits& limits, Jobs threads) {
  std::vector<Job> distinct;
  std::map<std::string, std::size_t> by_hash;
  Outcomes out;
  for (Job& job : jobs) {
    std::size_t at = distinct.size();
    if (job.raw) at = by_hash.emplace(job.raw->hash, at).first->second;
    out.of_request.push_back(at);
    if (at == distinct.size()) distinct.push_back(std::move(job));
  }
  out.all =
      parallel_map(std::span(distinct), threads, [&](Job& job) { return prove(job, limits); });
  return out;
}

/// The host that a failure is about, in brackets; the source's line does not always show it.
std::string host_of(const Request& request) {
  if (!request.from_server()) return {};
  const std::string& address = std::get<WebSource>(*request.source).address;
  const std::size_t first = address.find("//") + 2;
  return address.substr(first, address.find_first_of("/?", first) - first);
}

void warn(const ImageUse& use, const Request& request, const Error& why, Diagnostics& log) {
  Words text{why.what.zh + (use.image ? "，已用说明文字代替" : "，不用作封面"),
             why.what.en + (use.image ? "; its description stands instead"
                                      : "; it is not used as the cover")};
  const std::string host = host_of(request);
  if (!host.empty()) text = {text.zh + "（" + host + "）", text.en + " (" + host + ")"};
  log.warn(why.code, use.at, std::move(text), why.hint);
}

AssetStore empty_store(const model::Collection& collection,
                       std::shared_ptr<Spool> spool = nullptr) {
  std::vector<std::uint32_t> images;
  for (const model::Document& document : collection.documents)
    images.push_back(document.images);
  return AssetStore(images, std::move(spool));
}

/// Hands each use its picture, or warns at it.
AssetStore store(const model::Collection& collection, const std::vector<ImageUse>& uses,
                 const Requests& requests, Outcomes outcomes, std::shared_ptr<Spool> spool,
                 Diagnostics& log) {
  AssetStore store = empty_store(collection, std::move(spool));
  std::vector<std::optional<AssetId>> ids(outcomes.all.size());
  for (std::size_t u = 0; u < uses.size(); ++u) {
    const std::size_t request = requests.of_use[u];
    const std::size_t at = outcomes.of_request[request];
    if (!outcomes.all[at]) {
      warn(uses[u], requests.all[request], outcomes.all[at].error(), log);
      continue;
    }
    if (!ids[at]) {
      warn_of_repairs(*outcomes.all[at], uses[u].at, log);
      ids[at] = store.add(std::move(*outcomes.all[at]));
    }
    if (uses[u].image) {
      store.set(uses[u].document, *uses[u].image, *ids[at]);
    } else {
      store.set_cover(uses[u].document, *ids[at]);
    }
  }
  return store;
}

}  // namespace

AssetStore resolve(const model::Collection& collection, const std::filesystem::path& root,
                   Fetcher& fetcher, const config::FetchOptions& options, Jobs jobs,
                   Diagnostics& log) {
  const std::vector<ImageUse> uses = image_uses(collection);
  if (uses.empty()) return empty_store(collection);
  const std::filesystem::path wall = settled(root);
  const RootFolder folder(wall);
  const Requests requests = requests_of(uses, collection, wall, options.limits);
  const auto spool = std::make_shared<Spool>(options.scratch_folder);
  std::vector<Job> work = fetch(requests.all, fetcher, *spool);
  std::vector<Result<Raw>> raws = parallel_map(
      std::span(work), jobs, [&](Job& job) { return read(job, folder, options.limits, *spool); });
  for (std::size_t i = 0; i < work.size(); ++i)
    work[i].raw = std::move(raws[i]);
  return store(collection, uses, requests, prove_all(std::move(work), options.limits, jobs), spool,
               log);
}

std::vector<std::filesystem::path> files_wanted(const model::Collection& collection,
                                                const std::filesystem::path& root,
                                                const config::Limits& limits) {
  const std::vector<ImageUse> uses = image_uses(collection);
  const Requests requests = requests_of(uses, collection, settled(root), limits);
  std::vector<std::filesystem::path> out;
  std::set<std::filesystem::path> seen;
  for (const Request& request : requests.all) {
    for (const std::filesystem::path& file : request.files)
      if (seen.insert(file).second) out.push_back(file);
  }
  return out;
}

bool lacks_downloads(const model::Collection& collection, const AssetStore& store,
                     const std::filesystem::path& root, const config::Limits& limits) {
  const std::vector<ImageUse> uses = image_uses(collection);
  const Requests requests = requests_of(uses, collection, settled(root), limits);
  for (std::size_t u = 0; u < uses.size(); ++u) {
    const ImageUse& use = uses[u];
    const bool here = use.image ? store.of(use.document, *use.image).has_value()
                                : store.cover_of(use.document).has_value();
    if (!here && requests.all[requests.of_use[u]].from_server()) return true;
  }
  return false;
}

}  // namespace keben::assets
