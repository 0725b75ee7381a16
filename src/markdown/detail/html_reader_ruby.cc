// `<ruby>`: words and their readings in turn, or several words and then as many readings (HTML
// #the-ruby-element, and the older form with <rb>).
#include <algorithm>
#include <iterator>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/detail/html_reader.h"
#include "markdown/stand_ins.h"

namespace keben::markdown::detail {

using model::Inlines;
using model::Ruby;

namespace {

/// Words, and the readings behind them.
struct Group {
  std::vector<std::string> words, readings;
};

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string out;
  for (const std::string& text : texts)
    out.append(out.empty() ? "" : between).append(text);
  return out;
}

Ruby::Pair pair_of(std::string_view words, std::string_view reading) {
  return {std::string(markdown::trimmed(words)), std::string(markdown::trimmed(reading))};
}

/// One to one where they are as many, else all over all.
void append_pairs(const Group& group, std::vector<Ruby::Pair>& out) {
  if (group.words.size() != group.readings.size()) {
    out.push_back(pair_of(joined(group.words, ""), joined(group.readings, " ")));
    return;
  }
  for (std::size_t i = 0; i < group.words.size(); ++i)
    out.push_back(pair_of(group.words[i], group.readings[i]));
}

/// Whether there is a reading, and each stands over words.
bool is_read(const std::vector<Ruby::Pair>& pairs) {
  const auto has_reading = [](const Ruby::Pair& pair) { return !pair.annotation.empty(); };
  const auto stands = [&](const Ruby::Pair& pair) {
    return !has_reading(pair) || !pair.base.empty();
  };
  return std::any_of(pairs.begin(), pairs.end(), has_reading) &&
         std::all_of(pairs.begin(), pairs.end(), stands);
}

}  // namespace

/// The words of what stands in a ruby; nothing where it is more than words.
std::optional<std::string> HtmlReader::ruby_words(const GumboNode& node) const {
  const Held* held = held_at(node);
  const bool is_mark = held && std::holds_alternative<model::NoteReference>(held->inlined.is);
  if (is_mark || tag_of(node) == GUMBO_TAG_RUBY) return std::nullopt;
  const std::optional<std::string> words = bare_words(node);
  return words ? std::optional(unmarked(*words)) : std::nullopt;
}

/// Empty where something in it is more than words.
std::vector<Ruby::Pair> HtmlReader::ruby_pairs(const GumboNode& node) const {
  std::vector<Ruby::Pair> out;
  Group group;
  bool goes_on = false;  // whether words follow words that no <rb> keeps apart
  for (const GumboNode* child : children_of(node)) {
    const Tag tag = tag_of(*child);
    if (tag == GUMBO_TAG_RP) continue;
    std::optional<std::string> words = ruby_words(*child);
    if (!words) return {};
    if (tag == GUMBO_TAG_RT || tag == GUMBO_TAG_RTC) {
      group.readings.push_back(*std::move(words));
      goes_on = false;
      continue;
    }
    if (!group.readings.empty()) append_pairs(std::exchange(group, {}), out);
    if (goes_on && tag != GUMBO_TAG_RB) {
      group.words.back() += *words;
    } else if (!markdown::is_blank(*words)) {
      group.words.push_back(*std::move(words));
      goes_on = tag != GUMBO_TAG_RB;
    }
  }
  append_pairs(group, out);
  return out;
}

/// Words without a reading among others are plain text. Where nothing is read, or a reading has no
/// words under it, all of it is text, with whatever else is in it.
void HtmlReader::add_ruby(const GumboNode& node, Inlines& out) {
  std::vector<Ruby::Pair> pairs = ruby_pairs(node);
  if (!is_read(pairs)) return add_unread(node, out);
  static_cast<void>(text_of(node));  // taken, so that it is not brought back as lost
  const SourceSpan at = place_of(node);
  bool in_ruby = false;
  for (Ruby::Pair& pair : pairs) {
    const bool read = !pair.annotation.empty();
    if (read) {
      if (!in_ruby) out.push_back({at, Ruby{}});
      std::get<Ruby>(out.back().is).pairs.push_back(std::move(pair));
    } else if (!pair.base.empty()) {
      out.push_back({at, model::Text{std::move(pair.base)}});
    }
    in_ruby = read;
  }
}

void HtmlReader::add_unread(const GumboNode& node, Inlines& out) {
  log_.warn("ruby-unread", place_of(node),
            {"<ruby> 里没有注音（<rt>），或注音下面没有字，已按普通文字排",
             "a <ruby> without a reading (<rt>), or a reading without words; set as plain text"},
            {"写成 <ruby>汉<rt>hàn</rt></ruby>", "write <ruby>汉<rt>hàn</rt></ruby>"});
  std::vector<GumboNode*> shown;
  for (GumboNode* child : children_of(node)) {
    const bool is_reading = tag_of(*child) == GUMBO_TAG_RT || tag_of(*child) == GUMBO_TAG_RTC;
    const std::optional<std::string> words = ruby_words(*child);
    const bool says_nothing = is_reading && words && markdown::is_blank(*words);
    if (says_nothing || tag_of(*child) == GUMBO_TAG_RP) {  // brackets, for who knows no ruby
      static_cast<void>(text_of(*child));                  // taken, as above
    } else {
      shown.push_back(child);
    }
  }
  Inlines inlines = inlines_of(shown);
  std::move(inlines.begin(), inlines.end(), std::back_inserter(out));
}

}  // namespace keben::markdown::detail
