#include "app/cache_command.h"

#include <string>

#include "app/output_file.h"
#include "net/cache.h"

namespace keben::app {
namespace {

/// `prune` leaves half of what may be kept, so that the next books have room.
constexpr std::size_t kPrunedShare = 2;

std::string listed(const std::vector<net::CacheEntry>& entries) {
  std::string out;
  for (const net::CacheEntry& entry : entries)
    out += std::to_string(entry.bytes) + "\t" + entry.address + "\n";
  return out;
}

}  // namespace

int run_cache(const Invocation& asked) {
  const config::FetchOptions& options = asked.options.fetch;
  const net::PictureCache cache(options.cache_folder);
  std::string said;
  if (asked.inputs[0] == "list") {
    said = listed(cache.list());
  } else {
    const std::size_t before = cache.list().size();
    cache.fit(options.cache_bytes / kPrunedShare);
    const std::size_t gone = before - cache.list().size();
    said = Words{"清理了 " + std::to_string(gone) + " 张图片\n",
                 std::to_string(gone) + " pictures removed\n"}
               .in(asked.voice.language);
  }
  return write_stdout(said) ? 0 : static_cast<int>(Fault::machine);
}

}  // namespace keben::app
