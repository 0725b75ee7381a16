#include "series/unlisted.h"

#include <algorithm>
#include <vector>

#include "series/natural_order.h"
#include "series/paths.h"

namespace keben::series {

void tell_of_unlisted(const Listing& listing, const std::set<std::string>& taken,
                      std::string_view list, Diagnostics& log) {
  const std::set<std::string> texts(listing.texts.begin(), listing.texts.end());
  std::vector<std::string> left;
  for (const std::string& text : texts)
    if (taken.count(text) == 0 && !is_paper(text)) left.push_back(text);
  std::sort(left.begin(), left.end(), naturally_before);
  const std::string name(list);
  for (const std::string& text : left)
    log.note("member-unlisted", {},
             {listing.shown(text) + " 不在 " + name + " 中，未收入",
              listing.shown(text) + " is not in " + name + " and was left out"});
}

}  // namespace keben::series
