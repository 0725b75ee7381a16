#include "markdown/detail/inline_costs.h"

#include <algorithm>

#include "base/byte_set.h"
#include "markdown/ascii.h"
#include "markdown/detail/blocks.h"
#include "markdown/stand_ins.h"

namespace keben::markdown::detail {
namespace {

/// Whether the run [first, end) of marks may open or close something: neither `a * b` nor
/// `snake_case` nor `a = b` may.
bool may_count(std::string_view text, std::size_t first, std::size_t end) {
  const char mark = text[first];
  if ((mark == '=' || mark == '+') && end - first != 2) return false;
  const char before = first == 0 ? ' ' : text[first - 1];
  const char after = end == text.size() ? ' ' : text[end];
  if (is_space(before) && is_space(after)) return false;
  return mark != '_' || !is_alnum(before) || !is_alnum(after);
}

/// `![alt]`, and nothing inside that could keep the bracket from closing it.
bool closes_plainly(std::string_view image) {
  constexpr ByteSet kSpecials("[]`\\<");
  const std::size_t at = kSpecials.find_in(image, 2);
  return at != std::string_view::npos && image[at] == ']';
}

class Limiter {
 public:
  Limiter(std::string_view text, std::size_t most) : text_(text), most_(most) {}

  std::string run() {
    constexpr ByteSet kMarks("*_~=+!\\");
    for (std::size_t at = kMarks.find_in(text_); at < text_.size();
         at = kMarks.find_in(text_, at)) {
      if (text_[at] == '\\') {
        at += 2;
      } else if (text_[at] == '!') {
        at = pass_image(at);
      } else {
        at = pass_run(at);
      }
    }
    if (!out_.empty()) out_.append(text_, done_);
    return std::move(out_);
  }

 private:
  std::size_t pass_image(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("![") && !closes_plainly(rest) && ++images_ > most_) replace(at, at + 1);
    return at + 1;
  }

  std::size_t pass_run(std::size_t at) {
    const std::size_t end = std::min(text_.find_first_not_of(text_[at], at), text_.size());
    if (may_count(text_, at, end) && ++runs_ > most_) replace(at, end);
    return end;
  }

  void replace(std::size_t first, std::size_t end) {
    out_.append(text_, done_, first - done_);
    for (std::size_t i = first; i < end; ++i)
      out_ += stand_in_for_mark(text_[first]);
    done_ = end;
  }

  std::string_view text_;
  std::size_t most_;
  std::size_t runs_ = 0;
  std::size_t images_ = 0;
  std::string out_;
  std::size_t done_ = 0;  // bytes of the text that are in `out_`
};

bool holds_inlines(const cmark_node& block) {
  return block.type == CMARK_NODE_PARAGRAPH || block.type == CMARK_NODE_HEADING ||
         block.type == CMARK_NODE_TABLE_CELL;
}

}  // namespace

std::string limited_marks(std::string_view content, std::size_t most) {
  if (content.size() <= most) return {};
  return Limiter(content, most).run();
}

void InlineCosts::limit(cmark_parser& parser) {
  for (cmark_node* block = parser.root; block; block = next_block(block, parser.root)) {
    if (!holds_inlines(*block)) continue;
    const std::string limited = limited_marks(view(block->content), kMostMarks);
    if (limited.empty()) continue;
    cmark_strbuf_set(&block->content, reinterpret_cast<const unsigned char*>(limited.data()),
                     static_cast<bufsize_t>(limited.size()));
    lines_.push_back(static_cast<std::uint32_t>(std::max(block->start_line, 1)));
  }
}

void InlineCosts::warn(FileId file, Diagnostics& log) const {
  const std::string most = std::to_string(kMostMarks);
  for (const std::uint32_t line : lines_) {
    log.warn("marks-left-as-text", {line, line, 1, 1, file},
             {"一段中的强调等记号超过 " + most + " 个，其后的按原文保留",
              "more than " + most + " marks of emphasis in one paragraph; those behind stay text"},
             {"分成几段", "break the paragraph into several"});
  }
}

}  // namespace keben::markdown::detail
