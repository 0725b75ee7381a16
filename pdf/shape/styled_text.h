// A paragraph as one string with its styles: what the typesetter is given, once the model's tree is
// laid flat.
//
// The author's text stays as written (NFC would lose compatibility ideographs); styles lie beside
// it as runs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/source_map.h"
#include "config/theme.h"
#include "fonts/wish.h"

namespace keben::pdf::shape {

/// What a run is, as far as breaks, spaces and marks differ by it (typesetting.md 2.6, 2.7, A1,
/// A2).
enum class RunKind : std::uint8_t {
  text,
  code,     // in a line: no quotes resolved, no space added inside
  address,  // a URL shown as itself
  formula,
  raised,  // a note's mark, superscript and subscript: no space added beside it
  object,  // U+FFFC: a picture in the line
};

struct RunStyle {
  static constexpr std::uint32_t kArtifact = UINT32_MAX;  // as `element`: drawn, not told

  fonts::Wish face = {};
  std::int32_t scale = 1000;  // thousandths of the paragraph's size
  Mil rise;                   // of the baseline, in the paragraph's em
  RunKind kind = RunKind::text;
  config::Colour ink = {};
  bool underline = false, strike = false, marked = false;
  bool dotted = false;        // emphasis dots under hanzi (着重号)
  std::uint32_t link = 0;     // the caller's number for a link that this run is part of; 0: none
  std::uint32_t object = 0;   // the caller's number for an object or a note's mark
  std::uint32_t element = 0;  // the caller's number for what this run is tagged as
  bool ours = false;          // words that are not the author's
  bool page = false;          // digits that make room for the page where the link leads
  Mil object_width;           // its width, in the paragraph's em
  std::string language;       // BCP 47, where it differs from the paragraph's
  bool operator==(const RunStyle&) const = default;
};

/// Text up to `end` (from the run before) has style `style`.
struct StyledRun {
  std::uint32_t end = 0;    // byte
  std::uint32_t style = 0;  // index into `styles`
  SourceSpan at = {};       // of its beginning, for messages
};

/// A reading that stands over some bytes of the text (ruby).
struct Reading {
  std::uint32_t first = 0, end = 0;  // bytes of the base
  std::string text;
  std::uint32_t element = 0;  // the caller's number for what it is tagged as
};

struct StyledText {
  std::string text;  // hard breaks are \n
  std::vector<StyledRun> runs;
  std::vector<RunStyle> styles;
  std::vector<Reading> readings;  // ascending, apart from one another

  void append(std::string_view more, std::uint32_t style, SourceSpan at = {}) {
    if (more.empty()) return;
    text += more;
    const auto end = static_cast<std::uint32_t>(text.size());
    if (!runs.empty() && runs.back().style == style) {
      runs.back().end = end;
    } else {
      runs.push_back({end, style, at});
    }
  }
  /// Where the run that holds a byte comes from.
  SourceSpan at(std::uint32_t byte) const {
    const auto run =
        std::upper_bound(runs.begin(), runs.end(), byte,
                         [](std::uint32_t b, const StyledRun& r) { return b < r.end; });
    return run == runs.end() ? SourceSpan{} : run->at;
  }
  bool empty() const { return text.empty(); }
};

}  // namespace keben::pdf::shape
