#include "markdown/text_constructs.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/byte_set.h"
#include "markdown/ascii.h"
#include "markdown/inline_notes.h"
#include "markdown/lists.h"
#include "markdown/places.h"
#include "markdown/stand_ins.h"
#include "markdown/text_matchers.h"
#include "markdown/text_mending.h"

namespace keben::markdown {
namespace {

using namespace model;

// --- One text ----------------------------------------------------------------------------------

bool is_escaped(std::string_view text, std::size_t at) {
  return text.substr(0, at).ends_with(kEscape);
}

constexpr std::string_view kRubyBar = "｜";

/// Where in a text a construct may begin. Asked from front to back, each is looked for once.
class Beginnings {
 public:
  explicit Beginnings(std::string_view text)
      : text_(text), mark_(kMarks.find_in(text)), bar_(find_character(text, kRubyBar)) {}

  /// The first at or after `at`; npos where there is none.
  std::size_t next(std::size_t at) {
    if (mark_ < at) mark_ = kMarks.find_in(text_, at);
    if (bar_ < at) bar_ = find_character(text_, kRubyBar, at);
    return std::min(mark_, bar_);
  }

 private:
  static constexpr ByteSet kMarks{":[!{"};

  std::string_view text_;
  std::size_t mark_;
  std::size_t bar_;
};

/// What begins there.

std::optional<Match> match_at(std::string_view text, std::size_t at, std::size_t done) {
  const std::string_view rest = text.substr(at);
  if (rest.front() == ':') return match_emoji(text, at, done);
  if (rest.front() == '{') return match_braced_ruby(text, at);
  if (rest.starts_with("[[") || rest.starts_with("![[")) return match_wiki_link(text, at);
  if (rest.front() == '[') return match_raised_ruby(text, at);
  if (rest.front() == '!') return match_spaced_image(text, at);
  return rest.starts_with(kRubyBar) ? match_aozora_ruby(text, at) : std::nullopt;
}

/// Gives a construct its place, and what it holds.
Inline placed(Match match, SourceSpan at) {
  if (auto* link = std::get_if<Link>(&match.node)) {
    for (Inline& child : link->children)
      child.at = at;
  }
  if (auto* image = std::get_if<Image>(&match.node)) {
    for (Inline& child : image->alt)
      child.at = at;
  }
  return {at, std::move(match.node)};
}

class TextReader {
 public:
  explicit TextReader(Diagnostics& log) : log_(log) {}

  /// Appends a text to `out`, its constructs read.
  void split(Inline node, bool in_link, Inlines& out) {
    std::string text = std::move(std::get<Text>(node.is).text);
    std::size_t done = 0;
    Places places(node.at, text);
    const auto put_text = [&](std::size_t end) {
      if (done == end) return;
      append_joined(out, {places.part(done, end), Text{text.substr(done, end - done)}});
    };
    Beginnings beginnings(text);
    for (std::size_t at = beginnings.next(0); at != std::string::npos; at = beginnings.next(at)) {
      std::optional<Match> match = is_escaped(text, at) ? std::nullopt : match_at(text, at, done);
      if (!match || (in_link && std::holds_alternative<Link>(match->node))) {
        ++at;
        continue;
      }
      put_text(at);
      const SourceSpan place = places.part(at, match->end);
      if (match->told) {
        match->told->at = place;
        log_.add(*std::move(match->told));
      }
      at = done = match->end;
      append_joined(out, placed(*std::move(match), place));
    }
    if (done > 0) {
      put_text(text.size());
    } else if (!text.empty()) {  // as nearly all texts are: nothing begins in it
      append_joined(out, {node.at, Text{std::move(text)}});
    }
  }

 private:
  Diagnostics& log_;
};

bool may_hold_construct(const Inline& node) {
  const auto* text = std::get_if<Text>(&node.is);
  return text && (text->text.empty() || Beginnings(text->text).next(0) != std::string::npos);
}

// --- One list of inlines -----------------------------------------------------------------------

/// HTML's code: its texts are not ours to read.
class RawCode {
 public:
  void follow(const Inline& node) {
    const auto* raw = std::get_if<RawInline>(&node.is);
    if (!raw) return;
    constexpr std::array<std::string_view, 4> kNames = {"code", "samp", "tt", "kbd"};
    for (const std::string_view name : kNames) {
      if (is_tag(raw->html, "<", name)) ++depth_;
      if (is_tag(raw->html, "</", name) && depth_ > 0) --depth_;
    }
  }
  bool inside() const { return depth_ > 0; }

 private:
  static bool is_tag(std::string_view html, std::string_view mark, std::string_view name) {
    if (!html.starts_with(mark)) return false;
    html.remove_prefix(mark.size());
    return starts_ignoring_case(html, name) &&
           (html.size() == name.size() || !is_alnum(html[name.size()]));
  }

  std::size_t depth_ = 0;
};

bool holds_raw_code(const Inlines& inlines) {
  RawCode code;
  return std::any_of(inlines.begin(), inlines.end(), [&](const Inline& node) {
    code.follow(node);
    return code.inside();
  });
}

class ListReader {
 public:
  ListReader(Document& document, Diagnostics& log) : document_(document), log_(log) {}

  void read(Inlines& inlines, bool in_link) {
    for (Inline& node : inlines) {
      if (auto* styled = std::get_if<Styled>(&node.is)) read(styled->children, in_link);
      if (auto* foreign = std::get_if<Foreign>(&node.is)) read(foreign->children, in_link);
      auto* link = std::get_if<Link>(&node.is);
      if (link && !shows_its_address(*link))
        read(link->children, true);  // no construct begins there
    }
    if (!holds_raw_code(inlines)) {
      mend_wide_brackets(inlines, log_);
      take_inline_notes(inlines, document_.notes.size(), notes_);
    }
    read_texts(inlines, in_link);
  }

  /// The inline notes that were found since this was asked last; no document's walk is under way.
  std::vector<Note> take_notes() { return std::exchange(notes_, {}); }

 private:
  void read_texts(Inlines& inlines, bool in_link) {
    if (std::none_of(inlines.begin(), inlines.end(), may_hold_construct)) return;
    TextReader reader(log_);
    RawCode code;
    Inlines out;
    out.reserve(inlines.size());
    for (Inline& node : inlines) {
      code.follow(node);
      if (std::holds_alternative<Text>(node.is) && !code.inside()) {
        reader.split(std::move(node), in_link, out);
      } else {
        out.push_back(std::move(node));
      }
    }
    inlines = std::move(out);
  }

  Document& document_;
  Diagnostics& log_;
  std::vector<Note> notes_;
};

// --- The document ------------------------------------------------------------------------------

void unmark(Inline& node) {
  if (auto* text = std::get_if<Text>(&node.is)) {
    if (text->text.find(kEscape) != std::string::npos) text->text = unmarked(text->text);
  }
  if (auto* image = std::get_if<Image>(&node.is)) for_each_inline(image->alt, unmark);
}

}  // namespace

void unmark_texts(Document& document) {
  for_each_part(document, kPassBy, [](Inlines& inlines) { for_each_inline(inlines, unmark); });
}

void read_text_constructs(Document& document, Diagnostics& log) {
  ListReader reader(document, log);
  const auto read = [&](Inlines& inlines) {
    warn_of_literal_emphasis(inlines, log);
    reader.read(inlines, false);
  };
  const auto gather = [&] {
    for (Note& note : reader.take_notes())
      document.notes.push_back(std::move(note));
  };
  for_each_block(document.blocks, kPassBy, read);
  gather();
  for (std::size_t i = 0; i < document.notes.size(); ++i) {  // notes in notes are notes, too
    for_each_block(document.notes[i].children, kPassBy, read);
    gather();
  }
}

}  // namespace keben::markdown
