#include <algorithm>
#include <string>
#include <utility>

#include "markdown/places.h"
#include "markdown/stand_ins.h"
#include "markdown/text_mending.h"

namespace keben::markdown {
namespace {

using namespace model;

constexpr std::string_view kWideOpen = "（", kWideClose = "）";

/// A link that an address in the text became by itself.
const Link* bare_address(const Inline& node) {
  const auto* link = std::get_if<Link>(&node.is);
  if (!link || link->children.size() != 1) return nullptr;
  const auto* text = std::get_if<Text>(&link->children.front().is);
  const bool same = text && (text->text == link->to.destination ||
                             "http://" + text->text == link->to.destination);
  return same ? link : nullptr;
}

/// `[label](` or `[label]（` at a text's end, `!` before it or not.
struct Opening {
  std::size_t first = std::string_view::npos;
  std::string_view label;
  bool image = false;
  bool wide = false;
};

Opening opening_at_end(std::string_view text) {
  const bool wide = text.ends_with(kWideOpen);
  if (!wide && !text.ends_with('(')) return {};
  const std::string_view before = text.substr(0, text.size() - (wide ? kWideOpen.size() : 1));
  if (!before.ends_with(']')) return {};
  const std::size_t bracket = before.find_last_of("[]", before.size() - 2);
  if (bracket == std::string_view::npos || before[bracket] != '[') return {};
  const bool image = bracket > 0 && before[bracket - 1] == '!';
  const std::size_t first = bracket - (image ? 1 : 0);
  const std::string_view label = before.substr(bracket + 1, before.size() - bracket - 2);
  const bool escaped = before.substr(0, bracket).ends_with(kEscape) || label.ends_with(kEscape);
  if (escaped || (label.empty() && !image)) return {};
  return {first, label, image, wide};
}

void warn(const std::string& destination, SourceSpan at, Diagnostics& log) {
  log.warn("link-wide-bracket", at,
           {"链接的括号一半是全角，已按链接读取：" + destination,
            "one bracket of the link is full-width; it was read as a link: " + destination},
           {"括号都用半角 ( )", "write both brackets as ( )"});
}

// --- What CommonMark read as text --------------------------------------------------------------

void mend_at(std::size_t i, Inlines& inlines, Diagnostics& log) {
  auto* before = std::get_if<Text>(&inlines[i].is);
  auto* after = std::get_if<Text>(&inlines[i + 2].is);
  const Link* address = bare_address(inlines[i + 1]);
  if (!before || !after || !address) return;
  const Opening opening = opening_at_end(before->text);
  const std::string_view close = opening.wide ? ")" : kWideClose;
  if (opening.first == std::string_view::npos || !after->text.starts_with(close)) return;
  const SourceSpan at =
      Places(inlines[i].at, before->text).part(opening.first, before->text.size());
  Inlines label;
  if (!opening.label.empty()) label.push_back({at, Text{std::string(opening.label)}});
  std::string destination = address->to.destination;
  warn(destination, at, log);
  after->text.erase(0, close.size());
  before->text.resize(opening.first);
  if (opening.image) {
    inlines[i + 1] = {at, Image{{}, std::move(destination), {}, std::move(label), {}}};
  } else {
    inlines[i + 1] = {at, Link{{{}, std::move(destination), {}}, std::move(label)}};
  }
}

// --- What CommonMark read as one address up to the next `)` --------------------------------------

/// Where in an address the bracket stands that was to end it.
std::size_t wide_end(const Inline& node) {
  const auto* link = std::get_if<Link>(&node.is);
  const auto* image = std::get_if<Image>(&node.is);
  if (!link && !image) return std::string::npos;
  const std::string& address = link ? link->to.destination : image->source;
  const std::string& title = link ? link->to.title : image->title;
  const bool web = address.starts_with("http://") || address.starts_with("https://");
  if (!web || !title.empty() || (link && bare_address(node))) return std::string::npos;
  const std::size_t end = address.find(kWideClose);
  return address.find(kWideOpen) < end ? std::string::npos : end;
}

void cut_addresses(Inlines& inlines, Diagnostics& log) {
  const auto is_long = [](const Inline& node) { return wide_end(node) != std::string::npos; };
  if (std::none_of(inlines.begin(), inlines.end(), is_long)) return;
  Inlines out;
  for (Inline& node : inlines) {
    const std::size_t end = wide_end(node);
    out.push_back(std::move(node));
    if (end == std::string::npos) continue;
    auto* link = std::get_if<Link>(&out.back().is);
    std::string& address = link ? link->to.destination : std::get<Image>(out.back().is).source;
    const SourceSpan at = out.back().at;
    std::string rest = address.substr(end + kWideClose.size()) + ")";
    address.resize(end);
    warn(address, at, log);
    out.push_back({at, Text{std::move(rest)}});
  }
  inlines.clear();
  for (Inline& node : out)
    append_joined(inlines, std::move(node));
}

}  // namespace

void mend_wide_brackets(Inlines& inlines, Diagnostics& log) {
  for (std::size_t i = 0; i + 2 < inlines.size(); ++i)
    mend_at(i, inlines, log);
  cut_addresses(inlines, log);
}

}  // namespace keben::markdown
