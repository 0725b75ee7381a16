// CSS as a run of tokens (CSS Syntax Level 3, §4 "Tokenization").
//
// A stylesheet is a stranger's text, and a rule about what it may ask for is worth what its reading
// is worth: `u\72l(x)` is a url, `"url(x)"` is none, and a quotation mark in a comment opens no
// string. So whoever looks into a stylesheet (the checker, the cleaner of drawings, the reader of
// an author's own sheet) looks at these tokens, as browsers do, and never at the letters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keben::css {

struct Token {
  enum class Kind {
    ident,
    function,    // `name(`
    at_keyword,  // `@name`
    hash,        // `#name`
    string,
    bad_string,  // broken off by a line's end
    url,         // `url(x)` without quotation marks; with them it is a function and a string
    bad_url,
    number,  // with its unit or per cent sign, where it has one
    white_space,
    comment,
    open,   // ( [ {
    close,  // ) ] }
    semicolon,
    colon,
    comma,
    other,  // any other character; `<!--` and `-->`
  };
  Kind kind = Kind::other;
  std::string_view source;  // as written
  std::string value;        // of names, strings and urls: escapes undone
  std::size_t line = 1;     // on which it begins
  bool ended = true;        // false: a comment, string or url that the text's end broke off
};

/// Hands out the tokens of a text one by one; their sources together are the text. Linear.
class Tokenizer {
 public:
  /// @param css   UTF-8; outlives the tokens
  /// @param line  of its beginning
  explicit Tokenizer(std::string_view css, std::size_t line = 1) : css_(css), line_(line) {}

  /// The next one; nothing at the end.
  std::optional<Token> next();

 private:
  char at(std::size_t ahead = 0) const {
    return place_ + ahead < css_.size() ? css_[place_ + ahead] : '\0';
  }
  bool over() const { return place_ >= css_.size(); }
  Token::Kind read(Token& token);
  Token::Kind read_string(Token& token);
  Token::Kind read_url(Token& token);
  Token::Kind read_bad_url(Token& token);
  Token::Kind read_named(Token& token);
  Token::Kind read_number(Token& token);
  Token::Kind read_comment(Token& token);
  bool begins_name(std::size_t ahead = 0) const;
  bool begins_number() const;
  bool is_escape(std::size_t ahead = 0) const;
  void take_name(std::string& out);
  void take_escape(std::string& out);
  void skip_white();

  std::string_view css_;
  std::size_t place_ = 0;
  std::size_t line_;
};

/// Whether a name is another, ASCII case ignored; `name` is in lower case.
bool is_name(std::string_view text, std::string_view name);

}  // namespace keben::css
