// References between a book's files: what they lead to.
#pragma once

#include <string>
#include <string_view>

namespace keben::epub {

/// A reference taken apart.
struct Address {
  bool remote = false;   // has a scheme, or begins with //
  bool sound = true;     // is a URL at all, and stays inside the container
  bool data = false;     // data:
  std::string file;      // from the container's root, percent signs undone; the own file: its name
  std::string fragment;  // undone, too
};

/// @param from  the file that it stands in
Address resolve(std::string_view from, std::string_view address);

}  // namespace keben::epub
