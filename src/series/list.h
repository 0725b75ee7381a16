// Lists that authors keep of their texts, each format made the same few values.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_map.h"
#include "config/options.h"
#include "series/listing.h"

namespace keben::series {

/// One line of a list. A part's title is repeated with each of its entries; nested sections are
/// one title: 上编 · 一.
struct Listed {
  std::string title;
  std::string target;  // as written, empty for a title without a page
  std::string part;    // empty: in none
  SourceSpan at;
};

struct List {
  std::string file;  // that it was read from, a path in the listing
  std::string base;  // the folder that targets are seen from
  std::string title;
  std::vector<std::string> authors;
  std::string language;
  std::vector<Listed> entries;
};

/// The first list that the folder has, or nothing.
std::optional<List> find_list(const Listing& listing, const config::Limits& limits,
                              SourceMap& sources, Diagnostics& log);

/// The Markdown files that are lists of the folder's texts (SUMMARY.md, _sidebar.md): each names
/// one of them at least. They are no texts, whichever order counts.
std::vector<std::string> lists_among_texts(const Listing& listing, const config::Limits& limits);

/// Finds the text that an entry of a list means, as the tools do: by its path, percent-encoded or
/// not, without its suffix, or as the page that opens a folder.
class ListedTexts {
 public:
  explicit ListedTexts(const Listing& listing);
  std::optional<std::string> find(const List& list, std::string_view target) const;

 private:
  std::set<std::string> texts_;
  std::map<std::string, std::string> pages_;  // by path without suffix, or by folder
};

/// SUMMARY.md's and _sidebar.md's nested bullets, headings and bare links.
void read_bullets(std::string_view text, FileId file, List& list);

/// The sidebar that VitePress, VuePress or Docusaurus reads from JavaScript or TypeScript, where it
/// is an exported literal and names its pages one by one.
std::optional<List> find_sidebar(const Listing& listing, const config::Limits& limits,
                                 SourceMap& sources);

/// Whether a target leads out of the folder, to the web: no member.
bool is_web_address(std::string_view target);

}  // namespace keben::series
