// The element names and classes that some markup uses, so that a stylesheet can leave out the rest.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace keben::epub {

class UsedNames {
 public:
  /// Reads one of our own files: attributes in double quotes, no comments.
  void add(std::string_view xhtml);
  void merge(const UsedNames& other) { names_.insert(other.names_.begin(), other.names_.end()); }

  /// An element by its name, a class by its name after a dot.
  bool has(std::string_view name) const { return names_.find(name) != names_.end(); }

 private:
  void note(std::string_view name);
  std::set<std::string, std::less<>> names_;
};

}  // namespace keben::epub
