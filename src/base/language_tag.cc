#include "base/language_tag.h"

#include <algorithm>
#include <string>
#include <vector>

namespace keben {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> subtags_of(std::string_view tag) {
  std::vector<std::string> out(1);
  for (const char c : tag) {
    if (c == '-') {
      out.emplace_back();
    } else {
      out.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return out;
}

bool is_subtag(const std::string& text) {
  return !text.empty() && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

/// Takes subtags off the front, in the order of the grammar.
class Grammar {
 public:
  explicit Grammar(std::string_view tag) : subtags_(subtags_of(tag)) {}

  bool accepts() {
    if (!std::all_of(subtags_.begin(), subtags_.end(), is_subtag)) return false;
    if (at("x") || at("i")) return subtags_.size() > 1;  // private, or of the older registry
    if (!letters(2, 8)) return false;
    const bool extends = subtags_[0].size() <= 3;
    for (int i = 0; i < 3 && extends && letters(3, 3);)
      ++i;
    letters(4, 4);               // script
    letters(2, 2) || digits(3);  // region
    return variants() && extensions() && privates() && next_ == subtags_.size();
  }

 private:
  bool over() const { return next_ == subtags_.size(); }
  bool at(const char* subtag) const { return !over() && subtags_[next_] == subtag; }

  template <class F>
  bool take(const F& fits) {
    if (over() || !fits(subtags_[next_])) return false;
    ++next_;
    return true;
  }
  bool letters(std::size_t least, std::size_t most) {
    return take([&](const std::string& s) {
      return s.size() >= least && s.size() <= most && std::all_of(s.begin(), s.end(), is_letter);
    });
  }
  bool digits(std::size_t count) {
    return take([&](const std::string& s) {
      return s.size() == count && std::all_of(s.begin(), s.end(), is_digit);
    });
  }

  bool is_new(const std::string& subtag) {
    if (std::find(seen_.begin(), seen_.end(), subtag) != seen_.end()) return false;
    seen_.push_back(subtag);
    return true;
  }

  bool variants() {
    while (take(
        [](const std::string& s) { return s.size() >= 5 || (s.size() == 4 && is_digit(s[0])); })) {
      if (!is_new(subtags_[next_ - 1])) return false;
    }
    return true;
  }

  bool extensions() {
    while (take([](const std::string& s) { return s.size() == 1 && s != "x"; })) {
      if (!is_new(subtags_[next_ - 1])) return false;
      const std::size_t first = next_;
      while (take([](const std::string& s) { return s.size() >= 2; })) {
      }
      if (next_ == first) return false;
    }
    return true;
  }

  bool privates() {
    if (!at("x")) return true;
    const bool says_something = next_ + 1 < subtags_.size();
    next_ = subtags_.size();
    return says_something;
  }

  std::vector<std::string> subtags_;
  std::size_t next_ = 0;
  std::vector<std::string> seen_;  // variants and singletons
};

}  // namespace

bool is_language_tag(std::string_view tag) {
  return Grammar(tag).accepts();
}

}  // namespace keben
