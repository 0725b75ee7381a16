#include "markdown/mail_addresses.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/places.h"

namespace keben::markdown {
namespace {

using model::Inline;
using model::Inlines;

struct Address {
  std::size_t first = 0;
  std::size_t end = 0;
};

bool is_local_byte(char c) {
  return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '+';
}

/// Whether `://` stands before, and nothing that ends a host: `ssh://git@host` is no mail.
bool is_in_host(std::string_view text, std::size_t first) {
  constexpr std::size_t kLongest = 300;
  const std::size_t begin = first > kLongest ? first - kLongest : 0;
  const std::string_view before = text.substr(begin, first - begin);
  const std::size_t scheme = before.rfind("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view between = before.substr(scheme + 3);
  return std::none_of(between.begin(), between.end(), [](char c) {
    return c <= ' ' || is_not_ascii(c) || c == '/' || c == '?' || c == '#';
  });
}

/// The address around the `@` at `at`, not before `least`.
std::optional<Address> address_around(std::string_view text, std::size_t at, std::size_t least) {
  std::size_t first = at;
  while (first > least && is_local_byte(text[first - 1]))
    --first;
  std::size_t end = at + 1;
  std::size_t dots = 0;
  while (end < text.size() &&
         (is_alnum(text[end]) || text[end] == '-' || text[end] == '_' ||
          (text[end] == '.' && end + 1 < text.size() && is_alnum(text[end + 1]))))
    dots += text[end++] == '.' ? 1 : 0;
  const bool ends_well = text[end - 1] != '-' && text[end - 1] != '_';
  if (first == at || dots == 0 || !ends_well || is_in_host(text, first)) return std::nullopt;
  return Address{first, end};
}

/// Appends `text` to `out`, its addresses as links. False, and nothing appended, where it has none.
bool split(const std::string& text, SourceSpan at, Inlines& out) {
  std::size_t done = 0;
  Places places(at, text);
  const auto add_text = [&](std::size_t end) {
    if (end == done) return;
    out.push_back({places.part(done, end), model::Text{text.substr(done, end - done)}});
  };
  for (std::size_t sign = text.find('@'); sign != std::string::npos;
       sign = text.find('@', sign + 1)) {
    const std::optional<Address> found = address_around(text, sign, done);
    if (!found) continue;
    add_text(found->first);
    const SourceSpan place = places.part(found->first, found->end);
    const std::string address = text.substr(found->first, found->end - found->first);
    out.push_back(
        {place, model::Link{{{}, "mailto:" + address, {}}, {{place, model::Text{address}}}}});
    done = found->end;
  }
  if (done == 0) return false;
  add_text(text.size());
  return true;
}

bool holds_sign(const Inlines& inlines) {
  for (const Inline& node : inlines) {
    const auto* text = std::get_if<model::Text>(&node.is);
    if (text && text->text.find('@') != std::string::npos) return true;
  }
  return false;
}

void link_in(Inlines& inlines) {
  for (Inline& node : inlines) {
    if (auto* styled = std::get_if<model::Styled>(&node.is)) link_in(styled->children);
    // Neither in links, which may not nest, nor in a picture's alternative text.
  }
  if (!holds_sign(inlines)) return;
  Inlines out;
  for (Inline& node : inlines) {
    const auto* text = std::get_if<model::Text>(&node.is);
    if (!text || !split(text->text, node.at, out)) out.push_back(std::move(node));
  }
  inlines = std::move(out);
}

}  // namespace

void link_mail_addresses(model::Document& document) {
  for_each_part(document, kPassBy, link_in);
}

}  // namespace keben::markdown
