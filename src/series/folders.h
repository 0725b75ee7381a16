// What a folder is called and where it stands among others, by its opening page or by Docusaurus'
// `_category_.json`.
#pragma once

#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/options.h"
#include "series/facts.h"
#include "series/listing.h"

namespace keben::series {

/// Behind all that have a place.
constexpr double kLast = std::numeric_limits<double>::infinity();

class Folders {
 public:
  Folders(const Listing& listing, const config::Limits& limits)
      : listing_(listing), limits_(limits) {}

  /// Takes a folder's title and weight from the page that opens it.
  void open(const Facts& page);
  /// Looks for Docusaurus' file in the folder and those around it.
  void read_categories(std::string_view folder);
  bool has_categories() const { return has_categories_; }

  /// The places of a folder and those around it, from the outside in; folders compare by it.
  std::vector<std::pair<double, std::string>> place_of(std::string_view folder) const;
  /// Its title behind those of the folders around it, up to `common`: 甲 · 乙.
  std::string title_of(std::string_view folder, std::string_view common) const;

 private:
  struct Folder {
    std::string title;
    double place = kLast;
  };

  void place(std::string_view folder, const std::string& label, const std::string& position);

  const Listing& listing_;
  const config::Limits& limits_;
  std::map<std::string, Folder, std::less<>> folders_;
  std::set<std::string> seen_;
  bool has_categories_ = false;
};

}  // namespace keben::series
