#include "markdown/embeds.h"

#include <algorithm>
#include <array>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

struct Service {
  std::string_view name;
  std::string_view before;  // the id
};

constexpr std::array<Service, 17> kServices = {{
    {"youtube", "https://www.youtube.com/watch?v="},
    {"yt", "https://www.youtube.com/watch?v="},
    {"bilibili", "https://www.bilibili.com/video/"},
    {"bili", "https://www.bilibili.com/video/"},
    {"vimeo", "https://vimeo.com/"},
    {"youku", "https://v.youku.com/v_show/id_"},
    {"github", "https://github.com/"},
    {"gist", "https://gist.github.com/"},
    {"tweet", "https://twitter.com/i/status/"},
    {"twitter", "https://twitter.com/i/status/"},
    {"x", "https://x.com/i/status/"},
    {"instagram", "https://www.instagram.com/p/"},
    {"codepen", "https://codepen.io/"},
    {"speakerdeck", "https://speakerdeck.com/player/"},
    {"slideshare", "https://www.slideshare.net/slideshow/embed_code/key/"},
    {"stackblitz", "https://stackblitz.com/edit/"},
    {"codesandbox", "https://codesandbox.io/s/"},
}};

bool is_address(std::string_view text) {
  return starts_ignoring_case(text, "http://") || starts_ignoring_case(text, "https://") ||
         text.starts_with('/') || text.starts_with("./");
}

}  // namespace

std::string embed_address(std::string_view service, std::string_view id) {
  id = trimmed(id);
  if (id.empty() || is_address(id)) return std::string(id);
  const auto* found = std::find_if(kServices.begin(), kServices.end(), [&](const Service& each) {
    return same_ignoring_case(each.name, service);
  });
  if (found == kServices.end()) return {};
  const bool number_of_bilibili = found->before.find("bilibili") != std::string_view::npos &&
                                  std::all_of(id.begin(), id.end(), is_digit);
  return std::string(found->before) + (number_of_bilibili ? "av" : "") + std::string(id);
}

std::string embed_address(std::string_view service, const Attributes& attributes) {
  for (const std::string_view key : {"url", "href", "src", "link", "id", "repo", "bvid", "vid"}) {
    if (const std::string* value = attributes.find(key)) return embed_address(service, *value);
  }
  if (!attributes.id.empty()) return embed_address(service, attributes.id);
  return attributes.words.empty() ? std::string()
                                  : embed_address(service, attributes.words.front());
}

}  // namespace keben::markdown
