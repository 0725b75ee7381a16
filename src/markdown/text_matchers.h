// One construct a function: what begins at a place of a text, if it does.
//
// Texts still hold kEscape before escaped marks. Each looks ahead a bounded way, so that a text of
// nothing but openers stays linear.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "markdown/stand_ins.h"
#include "model/inline.h"

namespace keben::markdown {

/// A construct that was found: where it ends, what it is, and what its author is told.
struct Match {
  std::size_t end = 0;
  decltype(model::Inline::is) node;
  std::optional<Diagnostic> told = std::nullopt;  // its place is filled in by the caller
};

/// No construct in a text is longer, in bytes.
inline constexpr std::size_t kLongestConstruct = 1000;

/// `:smile:` at `at`, of GitHub's names; not in `10:30:00`, `a:b:c`, `a::b::c`. What ends at
/// `done`, the last construct before, may stand close: `:smile::heart:`.
std::optional<Match> match_emoji(std::string_view text, std::size_t at, std::size_t done);

/// `[[page]]`, `[[page#heading|label]]`, `![[page]]`, `![[picture.png|300]]`. Neither sites' own
/// `[[toc]]` nor `[[1, 2]]`, `[[ -f x ]]`.
std::optional<Match> match_wiki_link(std::string_view text, std::size_t at);

/// `![](a b.png "title")`, `![](a.png =200x100)`: a picture whose address holds a space, or has its
/// size behind it.
std::optional<Match> match_spaced_image(std::string_view text, std::size_t at);

/// `{漢字|かな}`, `{東京|とう|きょう}`: a reading for the whole, or for each hanzi.
std::optional<Match> match_braced_ruby(std::string_view text, std::size_t at);

/// `[漢字]^(かな)`.
std::optional<Match> match_raised_ruby(std::string_view text, std::size_t at);

/// `｜漢字《かな》`, Aozora's; the reading is kana, bopomofo or pinyin, since `《》` else name
/// books.
std::optional<Match> match_aozora_ruby(std::string_view text, std::size_t at);

}  // namespace keben::markdown
