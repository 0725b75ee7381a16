#include "series/detail/js_literal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "markdown/ascii.h"

namespace keben::series {
namespace {

using markdown::Fields;
using markdown::Value;
using markdown::Values;

constexpr std::size_t kMostBytes = 256u << 10;  // no settings are larger
constexpr std::size_t kMostLookUps = 32;

bool is_word(char c) {
  return markdown::is_alnum(c) || c == '_' || c == '$' || markdown::is_not_ascii(c);
}

/// Calls that only give their argument a type, or fill in what a theme has besides.
bool only_wraps(std::string_view callee) {
  return callee.starts_with("define") || callee.starts_with("with") || callee.ends_with("Theme") ||
         callee == "sidebar" || callee == "config";
}

class Reader {
 public:
  Reader(std::string_view source, FileId file, std::size_t depth)
      : s_(source), file_(file), most_(depth) {}

  std::optional<Value> exported() {
    look_over();
    if (!export_at_) return std::nullopt;
    at_ = *export_at_;
    Value out = value();
    if (broken_ || out.text() || markdown::is_empty(out)) return std::nullopt;
    return out;
  }

 private:
  // --- The file's own level ----------------------------------------------------------------------

  /// Finds what is exported, and the constants that it may name.
  void look_over() {
    while (!broken_) {
      skip_blank();
      if (at_ >= s_.size()) return;
      if (!is_word(s_[at_])) {
        skip_piece();
        continue;
      }
      const std::string_view word = take_word();
      if (word == "export") {
        if (next_word() == "default") take_word(), export_at_ = at_;
      } else if (word == "module" && s_.substr(at_).starts_with(".exports")) {
        if (find_equals()) export_at_ = at_;
      } else if (word == "const" || word == "let" || word == "var") {
        skip_blank();
        const std::string name(take_word());
        if (find_equals()) constants_.emplace(name, at_);
      }
    }
  }

  /// Behind the `=` of a declaration, whose type may stand before it.
  bool find_equals() {
    while (!broken_ && at_ < s_.size() && s_[at_] != ';') {
      const char next = at_ + 1 < s_.size() ? s_[at_ + 1] : ' ';
      if (s_[at_] == '=' && next != '=' && next != '>') return ++at_, true;
      skip_piece();
      skip_blank();
    }
    return false;
  }

  // --- Blanks, words, pieces ---------------------------------------------------------------------

  void skip_blank() {
    while (at_ < s_.size()) {
      const std::string_view rest = s_.substr(at_);
      if (markdown::is_space(rest[0])) {
        ++at_;
      } else if (rest.starts_with("//")) {
        at_ = std::min(s_.find('\n', at_), s_.size());
      } else if (rest.starts_with("/*")) {
        const std::size_t end = s_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? s_.size() : end + 2;
      } else {
        return;
      }
    }
  }

  std::string_view take_word() {
    const std::size_t begin = at_;
    while (at_ < s_.size() && is_word(s_[at_]))
      ++at_;
    return s_.substr(begin, at_ - begin);
  }

  std::string_view next_word() {
    skip_blank();
    const std::size_t begin = at_;
    const std::string_view word = take_word();
    at_ = begin;
    return word;
  }

  /// A string, a run of brackets with all that is in it, or one character.
  void skip_piece() {
    const char c = s_[at_];
    if (c == '"' || c == '\'' || c == '`') {
      static_cast<void>(take_string());
    } else if (c == '{' || c == '[' || c == '(') {
      skip_brackets();
    } else {
      ++at_;
    }
  }

  void skip_brackets() {
    std::string open;
    do {
      const char c = s_[at_];
      if (c == '"' || c == '\'' || c == '`') {
        static_cast<void>(take_string());
      } else {
        if (c == '{' || c == '[' || c == '(') open += c == '{' ? '}' : c == '[' ? ']' : ')';
        if (c == '}' || c == ']' || c == ')') {
          if (open.back() != c) return fail();
          open.pop_back();
        }
        ++at_;
      }
      if (!open.empty()) skip_blank();
    } while (!open.empty() && at_ < s_.size() && !broken_);
    if (!open.empty()) fail();
  }

  /// What the quotes hold; nothing where a template has a hole.
  std::optional<std::string> take_string() {
    const char quote = s_[at_++];
    std::string out;
    bool whole = true;
    for (; at_ < s_.size() && s_[at_] != quote; ++at_) {
      if (s_[at_] == '\n' && quote != '`') break;
      if (quote == '`' && s_.substr(at_).starts_with("${")) whole = false;
      if (s_[at_] == '\\' && at_ + 1 < s_.size()) {
        const char escaped = s_[++at_];
        if (escaped == 'u' || escaped == 'x') whole = false;  // nobody writes a path so
      }
      out += s_[at_];
    }
    if (at_ >= s_.size() || s_[at_] != quote) return fail(), std::nullopt;
    ++at_;
    return whole ? std::optional(std::move(out)) : std::nullopt;
  }

  void fail() {
    broken_ = true;
    at_ = s_.size();
  }

  // --- Values ------------------------------------------------------------------------------------

  SourceSpan place() {
    if (at_ < counted_) counted_ = 0, line_ = 1;
    for (; counted_ < at_; ++counted_)
      line_ += s_[counted_] == '\n' ? 1 : 0;
    return {line_, line_, 1, 1, file_};
  }

  bool at_end_of_value() {
    skip_blank();
    if (at_ >= s_.size()) return true;
    constexpr std::array<std::string_view, 10> kNext = {"as",   "satisfies", "export", "const",
                                                        "let",  "var",       "module", "function",
                                                        "type", "interface"};
    return std::find(kNext.begin(), kNext.end(), next_word()) != kNext.end() ||
           std::string_view(",;}])").find(s_[at_]) != std::string_view::npos;
  }

  void skip_rest() {
    while (!broken_ && at_ < s_.size() &&
           std::string_view(",;}])").find(s_[at_]) == std::string_view::npos) {
      skip_piece();
      skip_blank();
    }
  }

  /// A literal; an empty map for all else.
  Value value() {
    skip_blank();
    const SourceSpan at = place();
    Value out{at, Fields()};
    const char c = at_ < s_.size() ? s_[at_] : ' ';
    if (c == '{' || c == '[') {
      if (++depth_ > most_) fail();
      if (!broken_) out.is = c == '{' ? decltype(out.is)(object()) : decltype(out.is)(list());
      --depth_;
    } else if (c == '"' || c == '\'' || c == '`') {
      if (std::optional<std::string> text = take_string()) out.is = *std::move(text);
    } else if (is_word(c)) {
      out = named(out);
    }
    // An operator behind it: the literal is only part of what is meant.
    if (!broken_ && !at_end_of_value()) out.is = Fields();
    skip_rest();
    return out;
  }

  /// A constant's value, or what a call wraps; else `otherwise`.
  Value named(const Value& otherwise) {
    const std::string word(take_word());
    skip_blank();
    const bool called = at_ < s_.size() && s_[at_] == '(';
    const auto constant = constants_.find(word);
    if (called && only_wraps(word)) {
      if (++depth_ > most_) return fail(), otherwise;
      ++at_;
      Value out = value();
      --depth_;
      skip_arguments();
      return out;
    }
    if (called || constant == constants_.end()) return otherwise;
    // Constants that name each other would grow without end.
    if (++looked_up_ > kMostLookUps) return fail(), otherwise;
    const std::size_t back = std::exchange(at_, constant->second);
    Value out = value();
    at_ = back;
    return broken_ ? otherwise : out;
  }

  void skip_arguments() {
    while (!broken_ && at_ < s_.size() && s_[at_] != ')') {
      ++at_;
      skip_rest();
    }
    if (at_ < s_.size()) ++at_;
  }

  Fields object() {
    Fields out;
    for (++at_; !broken_;) {
      skip_blank();
      if (at_ >= s_.size()) return fail(), out;
      if (s_[at_] == '}') return ++at_, out;
      if (s_[at_] == ',') {
        ++at_;
        continue;
      }
      const SourceSpan at = place();
      const bool quoted = s_[at_] == '"' || s_[at_] == '\'';
      const std::string key =
          quoted ? take_string().value_or(std::string()) : std::string(take_word());
      skip_blank();
      if (!broken_ && !key.empty() && at_ < s_.size() && s_[at_] == ':') {
        ++at_;
        out.push_back({key, value(), at});
      } else {
        skip_rest();  // `...rest`, a method, a name that stands for itself
      }
      if (at_ < s_.size() && s_[at_] != ',' && s_[at_] != '}') fail();
    }
    return out;
  }

  Values list() {
    Values out;
    for (++at_; !broken_;) {
      skip_blank();
      if (at_ >= s_.size()) return fail(), out;
      if (s_[at_] == ']') return ++at_, out;
      if (s_[at_] == ',') {
        ++at_;
        continue;
      }
      out.push_back(value());
      if (at_ < s_.size() && s_[at_] != ',' && s_[at_] != ']') fail();
    }
    return out;
  }

  std::string_view s_;
  const FileId file_;
  const std::size_t most_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t counted_ = 0, looked_up_ = 0;
  std::uint32_t line_ = 1;
  bool broken_ = false;
  std::optional<std::size_t> export_at_;
  std::map<std::string, std::size_t> constants_;
};

}  // namespace

std::optional<Value> exported_literal(std::string_view source, FileId file, std::size_t depth) {
  if (source.size() > kMostBytes) return std::nullopt;
  return Reader(source, file, depth).exported();
}

}  // namespace keben::series
