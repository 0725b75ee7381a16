#include "series/admission.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "series/paths.h"

namespace keben::series {
namespace {

using Why = LeftOut::Why;

/// How many of the texts lie in each folder or below it.
std::map<std::string, std::size_t, std::less<>> texts_below(const std::vector<Facts>& texts) {
  std::map<std::string, std::size_t, std::less<>> out;
  for (const Facts& text : texts)
    for (std::string_view folder = folder_of(text.path); !folder.empty();
         folder = folder_of(folder))
      ++out[std::string(folder)];
  return out;
}

}  // namespace

Admitted admit(const Listing& listing, const std::vector<std::string>& paths, Jobs jobs,
               const config::Limits& limits) {
  Admitted out;
  for (Facts& text : facts_of(listing, paths, jobs, limits)) {
    const bool about_itself = listing.is_repository && is_repository_paper(text.path);
    if (!text.draft.empty()) {
      out.left_out.push_back({text.path, Why::draft, text.draft});
    } else if (about_itself && !text.has_front_matter) {
      out.left_out.push_back({text.path, Why::paper});
    } else {
      out.texts.push_back(std::move(text));
    }
  }
  const auto below = texts_below(out.texts);
  for (Facts& text : out.texts) {
    const auto found = below.find(folder_of(text.path));
    place(text, found != below.end() && found->second == 1);
  }
  return out;
}

}  // namespace keben::series
