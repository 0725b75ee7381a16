#include "app/stylesheet.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "css/parts.h"

namespace keben::app {
namespace {

using css::Part;

SourceSpan on_line(std::size_t line, FileId file) {
  const auto number = static_cast<std::uint32_t>(line);
  return {number, number, 1, 1, file};
}

/// What a data: address may hold (RFC 3986 §2); reading systems take no other for one.
bool is_encoded(std::string_view address) {
  return std::all_of(address.begin(), address.end(), [](char c) {
    constexpr std::string_view kRefused = "\"<>\\^`{|}";
    return c > ' ' && c < 0x7F && kRefused.find(c) == kRefused.npos;
  });
}

/// No element of a book answers to a place that a sheet names (`url(#a)`).
bool may_stay(const css::Reference& reference) {
  return css::is_data(reference) && is_encoded(reference.address);
}

class Cleaner {
 public:
  Cleaner(FileId file, Diagnostics& log) : file_(file), log_(log) {}

  Result<std::string> clean(std::string_view css) {
    for (const Part& part : css::parts_of(css, css::Form::stylesheet)) {
      if (part.fault != css::Fault::none && part.fault != css::Fault::no_declaration)
        return failure(invalid(part));
      take(part);
    }
    return std::move(out_);
  }

 private:
  struct Block {
    bool is_face;
    std::size_t before, behind;  // its opening, in out_
  };

  void take(const Part& part) {
    if (part.kind == Part::Kind::closing) return close(part);
    const std::size_t before = out_.size();
    const bool goes = gone_ == 0 && !fits(part);
    if (gone_ == 0 && !goes) out_ += part.source;
    if (part.kind != Part::Kind::opening) return;
    blocks_.push_back({part.name == "font-face", before, out_.size()});
    if (goes) gone_ = blocks_.size();
  }

  /// A face of which nothing is left is none.
  void close(const Part& part) {
    const Block block = blocks_.back();
    const bool empty = block.is_face && out_.size() == block.behind;
    if (gone_ == 0 && empty) {
      out_.resize(block.before);
    } else if (gone_ == 0) {
      out_ += part.source;
    }
    if (gone_ == blocks_.size()) gone_ = 0;
    blocks_.pop_back();
  }

  /// Whether a part stays; what does not is told. A book's sheets are UTF-8, which needs no
  /// @charset.
  bool fits(const Part& part) {
    if (part.kind == Part::Kind::rest) return true;
    if (part.fault == css::Fault::no_declaration)
      return tell(part.line, css::words_of(part.fault), mend());
    if (part.kind == Part::Kind::declaration && part.name.empty()) return false;  // a lone `;`
    if (part.name == "charset") return false;
    if (part.name == "import")
      return tell(part.line, {"@import 的样式表不在书内", "@import of a sheet outside the book"},
                  {"把两份样式表并成一份", "make one sheet of the two"});
    if (part.kind == Part::Kind::declaration &&
        (part.name == "direction" || part.name == "unicode-bidi"))
      return tell(part.line, {"EPUB 不许用 " + part.name, "EPUB forbids " + part.name}, mend());
    for (const css::Reference& reference : part.references)
      if (!may_stay(reference)) return tell_of(reference);
    return true;
  }

  bool tell_of(const css::Reference& reference) {
    constexpr std::size_t kMost = 80;
    const std::string& all = reference.address;
    const bool shown = !all.empty() && all.size() <= kMost;
    return tell(
        reference.line,
        {"引用的" + (shown ? " " + all + " " : std::string("文件")) + "不在书内",
         "asks for what is not in the book" + (shown ? ": " + all : std::string())},
        {"删去它，或改写成 data: 地址", "remove it, or write the data into a data: address"});
  }

  static Words mend() { return {"请改正这一行", "mend this line"}; }

  /// @returns false: it goes
  bool tell(std::size_t line, const Words& what, Words hint) {
    log_.warn("css-dropped", on_line(line, file_), {what.zh + "，已略去", what.en + "; left out"},
              std::move(hint));
    return false;
  }

  Error invalid(const Part& part) const {
    const Words what = css::words_of(part.fault);
    return {Fault::usage,
            "css-invalid",
            {"样式表有误：" + what.zh, "the stylesheet is wrong: " + what.en},
            {"请改正 --css 的文件", "mend the file after --css"},
            on_line(part.line, file_)};
  }

  FileId file_;
  Diagnostics& log_;
  std::string out_;
  std::vector<Block> blocks_;  // that are open
  std::size_t gone_ = 0;       // the number of the outermost that goes, from 1; 0: none
};

}  // namespace

Result<std::string> usable_stylesheet(std::string_view css, FileId file, Diagnostics& log) {
  return Cleaner(file, log).clean(css);
}

}  // namespace keben::app
