#include "app/batch_texts.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "app/backends.h"
#include "app/folder_listing.h"
#include "app/inputs.h"
#include "app/project_root.h"
#include "app/site_of.h"
#include "base/hash.h"
#include "series/left_out.h"
#include "series/plan.h"

namespace keben::app {
namespace {

namespace fs = std::filesystem;

/// The part of all paths that one falls to, from 1: by its digest, so that a text stays where it is
/// when others come and go.
unsigned shard_of(const std::string& path, unsigned shards) {
  const auto digest = sha256(path);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = number << 8 | digest[i];
  return static_cast<unsigned>(number % shards) + 1;
}

class Gathering {
 public:
  Gathering(const Invocation& asked, const series::Project& project, Diagnostics& log)
      : asked_(asked), project_(project), log_(log), formats_(formats_of(asked)) {}

  Done add(const std::string& input) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored)) {
      const std::string name = fs::path(input).filename().string();
      return add_text({.path = name, .name = input});
    }
    Result<series::Listing> listing = list_folder(input, asked_.options.read);
    if (!listing) return failure(listing.error());
    series::Plan plan = plan_of(*listing);
    for (std::vector<series::LeftOut>* some : {&plan.left_out, &listing->passed_over}) {
      std::erase_if(*some, [&](const series::LeftOut& file) { return !is_ours(file.path); });
      series::tell_left_out(*listing, *some, log_);
    }
    if (listing->texts.empty()) return failure(no_texts(*listing));
    for (const series::Member& member : plan.members) {
      BatchText text{.path = member.path,
                     .name = listing->shown(member.path),
                     .title = member.title,
                     .title_wins = member.title_wins,
                     .from_folder = true};
      if (Done done = add_text(std::move(text)); !done) return done;
    }
    for (const series::LeftOut& file : plan.left_out)
      if (file.why == series::LeftOut::Why::draft)
        texts_.push_back({.path = file.path,
                          .name = listing->shown(file.path),
                          .from_folder = true,
                          .held_back = true});
    return {};
  }

  std::vector<BatchText> take() {
    std::sort(texts_.begin(), texts_.end(),
              [](const BatchText& a, const BatchText& b) { return a.path < b.path; });
    return std::move(texts_);
  }

 private:
  bool is_ours(const std::string& path) const {
    return shard_of(path, asked_.batch.shards) == asked_.batch.shard;
  }

  series::Plan plan_of(const series::Listing& listing) {
    const config::Limits& limits = asked_.options.read.limits;
    if (!project_.contents.empty()) return series::plan_contents(listing, project_, limits, log_);
    return series::plan_each(
        listing, [this](const std::string& path) { return is_ours(path); }, asked_.bundle, limits);
  }

  Done add_text(BatchText text) {
    for (const Format format : formats_) {
      fs::path book = fs::path(text.path).replace_extension(backend_of(format).suffix);
      text.books.push_back(book.generic_string());
      if (!books_.insert(text.books.back()).second)
        return failure({Fault::usage,
                        "output-twice",
                        {"两篇文章会写成同一本书：" + text.books.back(),
                         "two texts would make one book: " + text.books.back()},
                        {"改其中一篇的文件名", "rename one of them"},
                        {}});
    }
    if (!is_ours(text.path)) return {};
    std::error_code ignored;
    text.folder = fs::weakly_canonical(fs::absolute(text.name, ignored), ignored).parent_path();
    text.root = root_of(text.folder);
    text.site = site_at(text.root);
    texts_.push_back(std::move(text));
    return {};
  }

  fs::path root_of(const fs::path& folder) {
    const auto [root, fresh] = roots_.try_emplace(folder);
    if (fresh) root->second = settled_root(asked_.options.root, folder);
    return root->second;
  }

  const model::Site& site_at(const fs::path& root) {
    const auto [site, fresh] = sites_.try_emplace(root);
    if (fresh) site->second = site_of(root, asked_.options.read, log_);
    return site->second;
  }

  const Invocation& asked_;
  const series::Project& project_;
  Diagnostics& log_;
  const std::vector<Format> formats_;
  std::vector<BatchText> texts_;
  std::set<std::string> books_;
  std::map<fs::path, fs::path> roots_;
  std::map<fs::path, model::Site> sites_;
};

}  // namespace

Result<std::vector<BatchText>> batch_texts(const Invocation& asked, const series::Project& project,
                                           Diagnostics& log) {
  Gathering gathering(asked, project, log);
  for (const std::string& input : asked.inputs)
    if (const Done done = gathering.add(input); !done) return failure(done.error());
  return gathering.take();
}

std::vector<Format> formats_of(const Invocation& asked) {
  std::vector<Format> out;
  for (const Backend& backend : backends()) {
    const bool wanted = asked.formats.empty() ||
                        std::count(asked.formats.begin(), asked.formats.end(), backend.format) > 0;
    if (wanted) out.push_back(backend.format);
  }
  return out;
}

}  // namespace keben::app
