#include "markdown/html_pieces.h"

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

using Kind = HtmlPiece::Kind;

bool is_name_byte(char c) {
  return is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/// Where the tag ends whose name ended at `at`, one past its `>`; npos where it never does. Quotes
/// hide a `>`, and a `<` outside of them ends the hope; so a thousand `<a "` stay linear.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    } else if (c == '<') {
      break;
    }
  }
  return std::string_view::npos;
}

class Cutter {
 public:
  explicit Cutter(std::string_view html) : html_(html) {}

  std::vector<HtmlPiece> cut() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<' || !(cut_comment() || cut_tag())) ++at_;
    }
    end_text();
    return std::move(pieces_);
  }

 private:
  void end_text() {
    if (text_from_ < at_)
      pieces_.push_back({Kind::text, html_.substr(text_from_, at_ - text_from_), {}, true});
  }

  void add(Kind kind, std::size_t end, std::string_view name, bool complete = true) {
    end_text();
    pieces_.push_back({kind, html_.substr(at_, end - at_), name, complete});
    at_ = text_from_ = end;
  }

  bool cut_comment() {
    struct Form {
      std::string_view begin, end;
    };
    for (const Form form :
         {Form{"<!--", "-->"}, Form{"<![CDATA[", "]]>"}, Form{"<!", ">"}, Form{"<?", ">"}}) {
      if (!html_.substr(at_).starts_with(form.begin)) continue;
      const std::size_t end = html_.find(form.end, at_ + form.begin.size());
      const bool complete = end != std::string_view::npos;
      add(Kind::comment, complete ? end + form.end.size() : html_.size(), {}, complete);
      return true;
    }
    return false;
  }

  bool cut_tag() {
    const bool closing = html_.substr(at_).starts_with("</");
    const std::size_t first = at_ + (closing ? 2 : 1);
    std::size_t name_end = first;
    while (name_end < html_.size() && is_name_byte(html_[name_end]))
      ++name_end;
    if (name_end == first || !is_alpha(html_[first])) return false;
    const std::size_t end = end_of_tag(html_, name_end);
    if (end == std::string_view::npos) return false;
    add(closing ? Kind::close : Kind::open, end, html_.substr(first, name_end - first));
    return true;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t text_from_ = 0;
  std::vector<HtmlPiece> pieces_;
};

}  // namespace

std::vector<HtmlPiece> cut_html(std::string_view html) {
  return Cutter(html).cut();
}

}  // namespace keben::markdown
