// A text's language, and the typographic convention that follows from it.
//
// The tag (BCP 47) goes into both books; the convention picks faces, marks' blanks, prohibition
// rules and words. They are kept together, since every room that asks for one soon asks for the
// other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::model {

/// The typographic conventions that keben knows (CLREQ's regions, JLREQ, KLREQ); all else is set as
/// Western text.
enum class Convention { hans, hant_tw, hant_hk, ja, ko, western };

struct Language {
  std::string tag = "en";
  Convention convention = Convention::western;
  bool operator==(const Language&) const = default;
};

/// Reads a BCP 47 tag as authors write it: `zh_CN` → zh-CN, `zh-hant` → zh-Hant. Nothing where it
/// is not well formed.
std::optional<Language> parse_language(std::string_view tag);

/// Whether it is written from right to left.
bool runs_leftward(const Language& language);

constexpr bool is_chinese(Convention c) {
  return c == Convention::hans || c == Convention::hant_tw || c == Convention::hant_hk;
}
/// Conventions whose text is set in full-width cells with prohibition rules.
constexpr bool is_cjk(Convention c) {
  return c != Convention::western;
}

}  // namespace keben::model
