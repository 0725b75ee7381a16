// The names by which links call headings: GitHub's, since that is what authors copy from their
// editors and sites.
//
// GitHub lower-cases a heading, drops what is neither letter, mark, digit, `_`, `-` nor space, and
// writes spaces as `-`; a name met before gets -1, -2 … Other sites differ in what they drop, so a
// second, coarser name (`folded`) keeps letters and digits only and finds what the exact one
// misses.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace keben::outline {

/// GitHub's name of a heading, without the suffix that tells repeated headings apart. Exact but
/// for the rarer numerals and capitals of other writing than European and East Asian.
std::string github_slug(std::string_view heading);

/// Letters and digits of `name` alone, lower-cased: equal for all the slugs that sites make of one
/// heading.
std::string folded(std::string_view name);

/// Tells repeated names apart as GitHub does, one document long.
class SlugCounter {
 public:
  std::string unique(const std::string& slug);

 private:
  std::map<std::string, std::size_t> seen_;
};

}  // namespace keben::outline
