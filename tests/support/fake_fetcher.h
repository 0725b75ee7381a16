// A network that holds what a test says, and remembers what was asked of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assets/fetcher.h"

namespace keben::test {

class FakeFetcher final : public assets::Fetcher {
 public:
  std::map<std::string, Bytes> pages;              // by address; all else cannot be resolved
  std::vector<std::vector<std::string>> requests;  // one list a call
  bool is_offline = false;

  std::vector<Result<assets::Fetched>> fetch(std::span<const std::string> addresses) override {
    requests.emplace_back(addresses.begin(), addresses.end());
    std::vector<Result<assets::Fetched>> out;
    for (const std::string& address : addresses) {
      const auto page = pages.find(address);
      if (page != pages.end()) {
        out.push_back(assets::Fetched{page->second});
      } else if (is_offline) {
        out.push_back(failure({Fault::document, "fetch-offline", {"离线", "offline"}, {}, {}}));
      } else {
        out.push_back(failure({Fault::document,
                               "fetch-dns",
                               {"无法解析主机名", "cannot resolve the host name"},
                               {"联网后重跑即可；`--strict` 可让此类问题中止",
                                "run again with a network; `--strict` makes this an error"},
                               {}}));
      }
    }
    return out;
  }
};

}  // namespace keben::test
