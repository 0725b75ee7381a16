// What the elements of a drawing are called (SVG 1.1 §5.3.1; EPUB wants XML names, each once).
//
// Drawing programs write ids with spaces, ids that begin with a digit, and the same id again for
// each copy of a layer; browsers take all of them. Here each gets a name that XML allows, and
// whatever points to it is written anew with that name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace keben::assets {

/// What an element is to those that point to it: EPUBCheck holds `fill` and `use` to it, as SVG
/// does (SVG 1.1 §11.2, §5.6).
enum class SvgTarget : std::uint8_t { drawn, paint, clip };

class SvgIds {
 public:
  struct Named {
    std::string name;
    SvgTarget is;
  };

  /// An element with an id, as written; elements are numbered in the order of the drawing.
  std::size_t add(std::string id, SvgTarget is);

  /// All elements have been added: gives them their names. Linear but for the search for names.
  void settle();

  /// What an element is called; empty where an earlier one has its id, or it is empty.
  const std::string& name(std::size_t element) const { return names_[element]; }
  const std::string& written(std::size_t element) const { return written_[element]; }

  /// What `#fragment` points to, which may be percent-encoded; null: there is none.
  const Named* find(std::string_view fragment) const;

  /// Whether several elements had the id: where a style speaks of it, it means all of them.
  bool stands_twice(std::string_view id) const { return twice_.count(id) > 0; }

 private:
  std::string fresh(const std::string& wish);

  std::vector<std::string> written_, names_;  // by element
  std::vector<SvgTarget> targets_;
  std::map<std::string, Named, std::less<>> named_;  // by id as written
  std::set<std::string, std::less<>> twice_;
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> tried_;  // how many names were made of a wish
};

/// The class that stands for an id which several elements had.
std::string class_for(std::string_view id);

}  // namespace keben::assets
