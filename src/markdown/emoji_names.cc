#include <algorithm>
#include <iterator>

#include "markdown/ascii.h"
#include "markdown/text_matchers.h"

namespace keben::markdown {
namespace {

struct Row {
  std::string_view name;
  std::string_view emoji;
};

constexpr Row kRows[] = {
#include "markdown/emoji_names.inc"
};

constexpr auto kByName = [](const Row& a, const Row& b) { return a.name < b.name; };
static_assert(std::is_sorted(std::begin(kRows), std::end(kRows), kByName));

constexpr std::size_t kLongestName =
    std::max_element(std::begin(kRows), std::end(kRows), [](const Row& a, const Row& b) {
      return a.name.size() < b.name.size();
    })->name.size();

}  // namespace

/// A letter or digit beside either colon makes it a time, a ratio, a path.
std::optional<Match> match_emoji(std::string_view text, std::size_t at, std::size_t done) {
  if (at > done && (is_alnum(text[at - 1]) || text[at - 1] == ':')) return std::nullopt;
  const std::string_view rest = text.substr(at + 1, kLongestName + 1);
  const std::size_t length = rest.find(':');
  if (length == std::string_view::npos) return std::nullopt;
  const std::size_t end = at + length + 2;
  if (end < text.size() && is_alnum(text[end])) return std::nullopt;
  const Row key{rest.substr(0, length), {}};
  const Row* found = std::lower_bound(std::begin(kRows), std::end(kRows), key, kByName);
  if (found == std::end(kRows) || found->name != key.name) return std::nullopt;
  return Match{end, model::Text{std::string(found->emoji)}};
}

}  // namespace keben::markdown
