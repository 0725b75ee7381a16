// A drawing as it is written anew. What names an element or points to one is written last, when all
// ids are known (svg_ids.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assets/detail/svg_ids.h"
#include "assets/detail/svg_repairs.h"
#include "base/bytes.h"

namespace keben::assets {

class SvgText {
 public:
  void markup(std::string_view text) { out_ += text; }
  void words(std::string_view text);
  void attribute(std::string_view name, std::string_view value);

  // Written last; `line` is that of the drawing's file.
  void names(std::string_view element, std::string id, std::string classes, std::size_t line);
  /// `xlink:href`, without its #.
  void link(std::string_view element, std::string fragment, std::size_t line);
  void property(std::string name, std::string value, std::size_t line);
  void style(std::string css, std::size_t line);       // the attribute
  void stylesheet(std::string css, std::size_t line);  // the element's text

  bool empty() const { return out_.empty(); }
  Bytes finish(SvgRepairs& repairs);

 private:
  struct Pending {
    enum class Kind { names, link, property, style, stylesheet };
    Kind kind;
    std::size_t at;  // of out_
    std::string name, value;
    std::size_t line;
    std::size_t number = 0;  // of SvgIds
  };
  void write(const Pending& one, SvgRepairs& repairs);
  void write_names(const Pending& one, SvgRepairs& repairs);
  void write_link(const Pending& one, SvgRepairs& repairs);

  std::string out_;
  std::vector<Pending> pending_;
  SvgIds ids_;
  bool has_stylesheet_ = false;
};

}  // namespace keben::assets
