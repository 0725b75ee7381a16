// The distinct things to get for all places that want a picture: what says the same is asked for
// once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

#include "assets/image_uses.h"
#include "assets/source_address.h"

namespace keben::assets {

struct Request {
  std::string_view written;  // as first asked for; borrowed from the collection
  Result<Source> source;
  std::vector<std::filesystem::path> files = {};  // of a FileSource, in the order to try them

  bool from_server() const { return source && std::holds_alternative<WebSource>(*source); }
};

struct Requests {
  std::vector<Request> all;         // in the order of first use
  std::vector<std::size_t> of_use;  // for each use, the index of its request
};

/// @param root  settled (local_file.h); documents' relative paths count from the working folder
Requests requests_of(const std::vector<ImageUse>& uses, const model::Collection& collection,
                     const std::filesystem::path& root, const config::Limits& limits);

}  // namespace keben::assets
