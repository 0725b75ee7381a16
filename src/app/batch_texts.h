// The texts of a batch: which they are, and where the books of each go.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/invocation.h"
#include "app/targets.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "model/site.h"
#include "series/project.h"

namespace keben::app {

struct BatchText {
  std::string path;  // that its books are called by: from the folder that was named, or its name
  std::string name;  // as messages show it
  std::string title = {};   // that keben.yaml gives it, or empty
  bool title_wins = false;  // over the text's own
  bool from_folder = false;
  bool held_back = false;          // a draft: no book is made of it
  std::filesystem::path folder;    // absolute
  std::filesystem::path root;      // outside which no file of it is read
  model::Site site;                // that the root is, if it is one
  std::vector<std::string> books;  // their names in the output folder, one a format
};

/// The texts of this shard, in the order of their paths: of a folder those that keben.yaml lists,
/// else all. What is left out is told of by the shard that it would fall to. Fails where a folder
/// cannot be read, or where two texts would make one book.
Result<std::vector<BatchText>> batch_texts(const Invocation& asked, const series::Project& project,
                                           Diagnostics& log);

/// The formats that are asked for; all where none is.
std::vector<Format> formats_of(const Invocation& asked);

}  // namespace keben::app
