// A folder as this room sees it: names, and a way to ask for a file's text.
//
// The room opens no files itself: who calls it has listed the folder and stands at its wall, as the
// reader of included files does (markdown/read.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "series/left_out.h"

namespace keben::series {

struct Listing {
  std::string name;  // of the folder, as messages show it
  /// All Markdown files, as paths from the folder with `/` between; in any order.
  std::vector<std::string> texts;
  /// A file of the folder as UTF-8, for any thread; nothing where there is none or it cannot be
  /// read as text.
  std::function<std::optional<std::string>(const std::string& path)> read;
  /// Markdown below the folder that is none of `texts`: hidden, linked.
  std::vector<LeftOut> passed_over = {};
  bool is_repository = false;  // the root of one: it may hold papers about itself

  /// A file as messages show it.
  std::string shown(const std::string& path) const {
    return name.empty() || name.ends_with('/') ? name + path : name + "/" + path;
  }
};

}  // namespace keben::series
