// How lines are set where the author wants it otherwise: each setting by one name, with one list of
// values, on the command line (`--typeset KEY=VALUE`), in keben.yaml and in front matter
// (`typeset:`).
//
// The names are those of typesetting.md; the first value of each is what keben does by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace keben::config {

/// How far lines are kept from beginning or ending with a mark (避头尾); `automatic` is the
/// language's own level.
enum class Kinsoku : std::uint8_t { automatic, none, basic, gb, strict };

/// How wide full-width marks are: 全角式, 开明式, 半角式, or each an em whatever it stands beside.
enum class Marks : std::uint8_t { quanjiao, kaiming, banjiao, none };

/// Two marks side by side take an em and a half, or one em.
enum class Adjacent : std::uint8_t { half, tight };

/// An opening mark at a paragraph's beginning loses its blank, or keeps it.
enum class First : std::uint8_t { trim, keep };

/// A comma or stop may stand outside the measure where its line would else be too full.
enum class Hang : std::uint8_t { none, allow_end };

/// The space between hanzi and Latin: a quarter of an em, an eighth, or only what was typed.
enum class Autospace : std::uint8_t { normal, narrow, none };

/// “ ” round Chinese words as they are, or as 「 」.
enum class QuoteMarks : std::uint8_t { as_written, corner };

/// Latin words divided at a line's end, or not.
enum class Hyphens : std::uint8_t { automatic, none };

struct Typesetting {
  Kinsoku kinsoku = Kinsoku::automatic;
  Marks marks = Marks::quanjiao;
  Adjacent adjacent = Adjacent::half;
  First first = First::trim;
  Hang hang = Hang::none;
  Autospace autospace = Autospace::normal;
  QuoteMarks quotes = QuoteMarks::as_written;
  Hyphens hyphens = Hyphens::automatic;
  std::optional<Em> indent;  // of a paragraph's first line; nothing: the language's own
  bool operator==(const Typesetting&) const = default;
};

/// One setting as it was asked for.
struct Setting {
  std::string name, value;
};

/// The settings' names, in their order.
std::vector<std::string_view> setting_names();

/// The values of a setting, the first of them the usual one; none where there is no such setting.
std::vector<std::string_view> setting_values(std::string_view name);

/// For messages: a setting's values, or the settings where there is no such one.
std::string offered_for(std::string_view name);

/// Sets one of them; false where there is no such setting or it has no such value.
bool set(Typesetting& to, std::string_view name, std::string_view value);

}  // namespace keben::config
