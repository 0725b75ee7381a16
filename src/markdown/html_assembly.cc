#include "markdown/html_assembly.h"

#include <algorithm>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/html_names.h"
#include "markdown/html_writer.h"

namespace keben::markdown {
namespace {

constexpr std::size_t kMostLeaps = 16;

/// The place of a piece that begins `lines` below the beginning of `whole`.
SourceSpan lines_below(SourceSpan whole, std::uint32_t lines) {
  if (lines == 0 || !whole.known()) return whole;
  whole.first_line = std::min(whole.first_line + lines, whole.last_line);
  whole.first_column = 1;
  return whole;
}

}  // namespace

void HtmlAssembly::mark_place(SourceSpan at) {
  places_.push_back({html_.size(), at});
}

SourceSpan HtmlAssembly::place_of(std::size_t offset) const {
  const auto after = std::upper_bound(
      places_.begin(), places_.end(), offset,
      [](std::size_t wanted, const Place& place) { return wanted < place.offset; });
  return after == places_.begin() ? SourceSpan() : std::prev(after)->at;
}

void HtmlAssembly::add_raw(std::string_view html, SourceSpan at) {
  std::uint32_t lines = 0;
  for (const HtmlPiece& piece : cut_html(html)) {
    mark_place(lines_below(at, lines));
    add_piece(piece, places_.back().at);
    lines += static_cast<std::uint32_t>(std::count(piece.source.begin(), piece.source.end(), '\n'));
  }
}

void HtmlAssembly::add_piece(const HtmlPiece& piece, SourceSpan at) {
  if (!gone_.empty()) {
    if (piece.kind == HtmlPiece::Kind::close && same_ignoring_case(piece.name, gone_))
      gone_.clear();
    return;
  }
  switch (piece.kind) {
    case HtmlPiece::Kind::text:
      html_ += piece.source;  // its entities are gumbo's to read
      break;
    case HtmlPiece::Kind::comment:
      if (piece.complete) break;
      log_.warn("html-comment-unclosed", at,
                {"注释没有结束，其后的内容到所在块的末尾都不会出现",
                 "a comment is never closed; all up to its block's end is left out"},
                {"在结尾补上 `-->`", "add `-->` at its end"});
      break;
    case HtmlPiece::Kind::open:
      add_open_tag(piece, at);
      break;
    case HtmlPiece::Kind::close:
      add_close_tag(piece);
      break;
  }
}

void HtmlAssembly::add_text(std::string_view text) {
  html_ += escape_html(text);
}

void HtmlAssembly::add_open_tag(const HtmlPiece& tag, SourceSpan at) {
  switch (role_of(tag.name)) {
    case HtmlRole::text:
      add_text(tag.source);
      break;
    case HtmlRole::bare:
      break;
    case HtmlRole::gone:
      begin_gone(tag, at);
      break;
    case HtmlRole::frame:
      html_ += "<k-frame";
      html_ += tag.behind_name();
      html_ += "</k-frame>";
      break;
    case HtmlRole::element:
      add_element(tag, at);
      break;
  }
}

void HtmlAssembly::begin_gone(const HtmlPiece& tag, SourceSpan at) {
  const std::string name = lowered(tag.name);
  log_.warn("html-dropped", at,
            {"<" + name + "> 不能进入书中，已连同内容略去",
             "<" + name + "> has no place in a book and was left out with its content"});
  if (!tag.source.ends_with("/>")) gone_ = name;
}

void HtmlAssembly::add_element(const HtmlPiece& tag, SourceSpan at) {
  const std::string name = lowered(tag.name);
  if (is_void(name)) {
    html_ += tag.source;
    return;
  }
  if (open_.size() >= depth_) {
    if (!std::exchange(too_deep_told_, true)) {
      log_.warn("html-too-deep", at,
                {"HTML 嵌套过深，更深的标签已略去，文字保留",
                 "HTML nests too deep; deeper tags were dropped, their text is kept"});
    }
    return;
  }
  open_.push_back(name);
  html_ += tag.source;
}

void HtmlAssembly::add_close_tag(const HtmlPiece& tag) {
  switch (role_of(tag.name)) {
    case HtmlRole::text:
      add_text(tag.source);
      return;
    case HtmlRole::bare:
    case HtmlRole::gone:
    case HtmlRole::frame:
      return;
    case HtmlRole::element:
      close(tag.name);
      return;
  }
}

/// An end tag ends its element and those left open inside; one that ends nothing is dropped, since
/// gumbo would make a paragraph of `</p>` and a break of `</br>`.
void HtmlAssembly::close(std::string_view name) {
  const std::string key = lowered(name);
  if (gone_ == key) gone_.clear();
  const auto found = std::find(open_.rbegin(), open_.rend(), key);
  if (found == open_.rend()) return;
  const auto first = std::prev(found.base());
  // HTML lets `</b>` leap over an `<i>` but nothing of ours over a `<div>`: that one ends first.
  // And what was leapt over is opened anew behind every `</b>`: one text may leap a few times.
  if (found != open_.rbegin()) ++leaps_;
  const bool ends_inner = key.starts_with("k-") || leaps_ > kMostLeaps;
  for (auto inner = open_.rbegin(); ends_inner && inner != found; ++inner)
    html_ += "</" + *inner + ">";
  open_.erase(first, open_.end());
  html_ += "</" + key + ">";
}

// --- Nodes -------------------------------------------------------------------------------------

void HtmlAssembly::add_held(std::string_view element, Held held) {
  mark_place(held.is_block ? held.block.at : held.inlined.at);
  html_ += "<";
  html_ += element;
  html_ += " i=" + std::to_string(held_.size()) + ">";
  held_.push_back(std::move(held));
}

void HtmlAssembly::hold(model::Block block) {
  if (!gone_.empty()) return;
  add_held("k-held", {.block = std::move(block), .is_block = true});
  html_ += "</k-held>";
}

void HtmlAssembly::hold(model::Inline node) {
  if (!gone_.empty()) return;
  add_held("k-held", {.inlined = std::move(node)});
  html_ += "</k-held>";
}

void HtmlAssembly::begin_held(model::Inline node) {
  add_held("k-around", {.inlined = std::move(node)});
  open_.emplace_back("k-around");
}

void HtmlAssembly::end_held() {
  close("k-around");
}

}  // namespace keben::markdown
