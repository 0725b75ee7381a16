#include "app/site_of.h"

#include <utility>
#include <vector>

#include "app/folder_reader.h"
#include "outline/address.h"
#include "outline/permalinks.h"
#include "outline/site_addresses.h"
#include "series/site_file.h"

namespace keben::app {

namespace fs = std::filesystem;

model::Site site_of(const fs::path& root, const config::ReadOptions& options, Diagnostics& log) {
  const FolderReader folder(root, options);
  const auto read = [&](const std::string& path) { return folder.read(path); };
  return series::find_site(read, options.limits, log);
}

void settle_addresses(model::Collection& texts, const model::Site& site,
                      const config::MetaOverrides& meta) {
  std::vector<model::Document>& documents = texts.documents;
  if (!meta.permalink.empty())
    return outline::give_addresses(documents, meta.permalink,
                                   meta.site.empty() ? site.address : meta.site);
  if (site.generator == model::Site::Generator::none) return;
  model::Site settled = site;
  if (!meta.site.empty()) {
    settled.address = meta.site.ends_with('/') ? meta.site : meta.site + "/";
    settled.folder = outline::split_address(settled.address).path;
  }
  std::vector<std::string> paths;
  for (const model::Document& document : documents)
    paths.push_back(document.in_root.starts_with("../") ? std::string() : document.in_root);
  outline::give_site_addresses(documents, paths, settled);
}

std::string key_of(const model::Site& site) {
  if (site.generator == model::Site::Generator::none) return {};
  std::string out = std::to_string(static_cast<int>(site.generator)) + "\n" + site.address + "\n" +
                    site.folder + "\n" + std::to_string(static_cast<int>(site.names));
  for (const model::SitePages& pages : site.pages)
    out += "\n" + pages.folder + "\n" + pages.pattern + (pages.written ? "\n!" : "\n?");
  return out;
}

}  // namespace keben::app
