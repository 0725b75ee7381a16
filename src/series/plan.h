// What is in a collection and in which order, by the first convention that a folder follows
// (input.md §4): a list (SUMMARY.md, _sidebar.md, mkdocs.yml, Zenn's config.yaml, chapters.yml, the
// sidebars of VitePress, VuePress and Docusaurus); else weights in front matter; numbers of a
// series; dates; names.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "base/source_map.h"
#include "config/options.h"
#include "series/left_out.h"
#include "series/listing.h"

namespace keben::series {

/// `list` is called `summary` on the command line.
enum class Order { automatic, list, weight, number, date, name };

enum class Grouping { automatic, year, category, series, none };

struct Asked {
  Order order = Order::automatic;
  Grouping grouping = Grouping::automatic;
  Jobs jobs = {};  // texts that may be looked into at once
};

/// A text of the collection. Its title is what a list calls it, for a text that has none itself;
/// `title_wins` where keben.yaml gives it.
struct Member {
  std::string path;
  std::string title = {};
  bool title_wins = false;
  bool operator==(const Member&) const = default;
};

/// A run of members under one title; one without title ends the part before it.
struct PartStart {
  std::string title;
  std::size_t first = 0;  // index of its first member
  bool operator==(const PartStart&) const = default;
};

struct Plan {
  Order order = Order::automatic;  // as it was settled
  std::string title;
  std::vector<std::string> authors;
  std::string language;
  std::vector<Member> members;
  std::vector<PartStart> parts;
  std::vector<LeftOut> left_out;  // of the listing's texts, all that are no members
};

/// Puts a folder's texts in order. Lists that are read are added to `sources`. Warns of a listed
/// file that is not there (`member-missing`) and of a list that cannot be read (`list-malformed`:
/// the next convention counts); notes a file listed twice (`member-twice`: the first place counts)
/// and a title without a page (`member-unwritten`). Where an order is asked for that the folder has
/// no means for, warns (`order-without-list`) and settles for the next.
Plan plan_collection(const Listing& listing, const Asked& asked, const config::Limits& limits,
                     SourceMap& sources, Diagnostics& log);

/// The texts of a folder each by itself, in the order of their paths, whatever a list says.
///
/// @param wanted  which of them are looked into: the others are members, whatever they hold
Plan plan_each(const Listing& listing, const std::function<bool(const std::string&)>& wanted,
               const Asked& asked, const config::Limits& limits);

}  // namespace keben::series
