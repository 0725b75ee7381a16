// What a drawing unfolds into: `use`, patterns, masks and filters refer to other elements, which
// may refer on, and ten lines can mean ten billion elements.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keben::assets {

class SvgWeight {
 public:
  /// An element begins; one with an id is a node of its own.
  void open(std::string_view id, unsigned weight);
  void close();
  /// The innermost element refers to the one of that id.
  void refer(std::string_view id);

  /// All elements with what they refer to, as often as they do; nothing where that is above `most`
  /// or an element holds itself.
  std::optional<std::size_t> total(std::size_t most) const;

 private:
  struct Node {
    std::size_t weight = 0;
    std::vector<std::string> refers;  // by id
    std::vector<std::size_t> holds;   // nodes within
  };
  struct Walk;

  std::vector<Node> nodes_ = {Node{}};  // the first is the drawing
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<std::size_t> open_ = {0};
};

}  // namespace keben::assets
