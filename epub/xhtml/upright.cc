#include "epub/xhtml/upright.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keben::epub {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What makes digits beside it part of a longer word or number, which lies on its side as one. An
/// entity ends with `;` and begins with `&`.
bool joins_digits(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_digit(c) || is_letter ||
         std::string_view(".,:/%+-'_=&;").find(c) != std::string_view::npos;
}

/// Elements whose text stays: code, what is said of the page, notes' numbers, which the stylesheet
/// combines as they stand.
bool keeps_its_text(std::string_view tag) {
  const std::string_view name = tag.substr(0, tag.find_first_of(" />"));
  constexpr std::array<std::string_view, 4> kNames = {"head", "code", "kbd", "rt"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
         tag.find("class=\"noteref\"") != std::string_view::npos ||
         tag.find("class=\"backlink\"") != std::string_view::npos;
}

class Setter {
 public:
  void text(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      if (is_digit(words[at])) {
        at = number(words, at);
      } else {
        out_ += words[at++];
      }
    }
  }
  void as_it_is(std::string_view words) { out_ += words; }
  std::string take() { return std::move(out_); }

 private:
  std::size_t number(std::string_view words, std::size_t at) {
    std::size_t end = at;
    while (end < words.size() && is_digit(words[end]))
      ++end;
    const bool joined =
        (at > 0 && joins_digits(words[at - 1])) || (end < words.size() && joins_digits(words[end]));
    const std::string_view digits = words.substr(at, end - at);
    if (joined || digits.size() > 2) {
      out_ += digits;
    } else {
      out_.append("<span class=\"upright\">").append(digits).append("</span>");
    }
    return end;
  }

  std::string out_;
};

}  // namespace

std::string set_upright(std::string_view xhtml) {
  Setter out;
  int kept = 0;  // elements around that keep their text, and all that is in them
  for (std::size_t at = 0; at < xhtml.size();) {
    const bool is_tag = xhtml[at] == '<';
    const std::size_t end =
        std::min(is_tag ? xhtml.find('>', at) + 1 : xhtml.find('<', at), xhtml.size());
    const std::string_view piece = xhtml.substr(at, end - at);
    at = end;
    if (!is_tag) {
      kept > 0 ? out.as_it_is(piece) : out.text(piece);
      continue;
    }
    out.as_it_is(piece);
    if (piece.starts_with("</")) {
      if (kept > 0) --kept;
    } else if (!piece.ends_with("/>") && piece[1] != '?' && piece[1] != '!') {
      if (kept > 0 || keeps_its_text(piece.substr(1))) ++kept;
    }
  }
  return out.take();
}

}  // namespace keben::epub
