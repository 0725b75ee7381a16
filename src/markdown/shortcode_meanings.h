// What the shortcodes of Hugo, Hexo and their themes mean, in Markdown that the reader knows.
#pragma once

#include <string>
#include <string_view>

#include "markdown/shortcode_tags.h"

namespace keben::markdown {

struct Meaning {
  enum class Is {
    unknown,  // the tag goes, what it holds stays
    nothing,  // the same, and nobody needs to hear of it
    box,      // `text` is a container's opening line
    code,     // what it holds is code, `text` the info string
    formula,  // what it holds is TeX
    as_is,    // what it holds is no shortcode, whatever it looks like
    line,     // `text` stands on a line of its own
    words,    // `text` stands in the line
  };
  Is is = Is::unknown;
  std::string text;
  std::string last_line;  // of a box
  bool operator==(const Meaning&) const = default;
};

/// Whether what stands between a pair of tags of that name is code, a drawing's or a formula's
/// source: no Markdown, whatever it looks like.
bool holds_code(std::string_view name);
/// Whether it is Markdown in which nothing is a tag.
bool holds_as_is(std::string_view name);

/// @param paired  whether a closing tag was found
/// @param alone   whether the tag stands alone on its line
Meaning meaning_of(std::string_view name, const Arguments& arguments, bool paired, bool alone);

/// `{{ site.baseurl }}` is nothing that a book knows; `{{ "/x" | relative_url }}` is `/x`.
std::string value_of_variable(std::string_view inside);

}  // namespace keben::markdown
