#include "css/tokens.h"

#include <algorithm>

#include "base/utf8.h"

namespace keben::css {
namespace {

using Kind = Token::Kind;

constexpr char kReplacement[] = "\uFFFD";

/// §3.3 makes line feeds of carriage returns and form feeds; we count them where they stand.
constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
constexpr bool is_white(char c) {
  return is_line_end(c) || c == ' ' || c == '\t';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool begins_ident(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_in_ident(char c) {
  return begins_ident(c) || is_digit(c) || c == '-';
}
constexpr bool is_unprintable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1F) || byte == 0x7F;
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::size_t count_line_ends(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    lines +=
        is_line_end(text[i]) && !(text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n');
  return lines;
}

}  // namespace

bool is_name(std::string_view text, std::string_view name) {
  return std::equal(text.begin(), text.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

std::optional<Token> Tokenizer::next() {
  if (over()) return std::nullopt;
  Token token;
  token.line = line_;
  const std::size_t first = place_;
  token.kind = read(token);
  place_ = std::min(place_, css_.size());
  token.source = css_.substr(first, place_ - first);
  line_ += count_line_ends(token.source);
  return token;
}

/// §4.3.1.
Kind Tokenizer::read(Token& token) {
  const char c = at();
  if (c == '/' && at(1) == '*') return read_comment(token);
  if (is_white(c)) {
    skip_white();
    return Kind::white_space;
  }
  if (c == '"' || c == '\'') return read_string(token);
  if (c == '#' && (is_in_ident(at(1)) || is_escape(1))) {
    ++place_;
    take_name(token.value);
    return Kind::hash;
  }
  if (begins_number()) return read_number(token);
  if (css_.substr(place_).starts_with("<!--") || css_.substr(place_).starts_with("-->")) {
    place_ += c == '<' ? 4 : 3;
    return Kind::other;
  }
  if (c == '@' && begins_name(1)) {
    ++place_;
    take_name(token.value);
    return Kind::at_keyword;
  }
  if (begins_name()) return read_named(token);
  ++place_;
  switch (c) {
    case '(':
    case '[':
    case '{':
      return Kind::open;
    case ')':
    case ']':
    case '}':
      return Kind::close;
    case ';':
      return Kind::semicolon;
    case ':':
      return Kind::colon;
    case ',':
      return Kind::comma;
    default:
      return Kind::other;
  }
}

Kind Tokenizer::read_comment(Token& token) {
  const std::size_t end = css_.find("*/", place_ + 2);
  token.ended = end != css_.npos;
  place_ = token.ended ? end + 2 : css_.size();
  return Kind::comment;
}

/// §4.3.5.
Kind Tokenizer::read_string(Token& token) {
  const char quote = at();
  for (++place_; !over();) {
    const char c = at();
    if (c == quote) {
      ++place_;
      return Kind::string;
    }
    if (is_line_end(c)) return Kind::bad_string;
    if (c != '\\') {
      token.value += c;
      ++place_;
    } else if (is_line_end(at(1))) {  // the string goes on in the next line
      place_ += at(1) == '\r' && at(2) == '\n' ? 3 : 2;
    } else if (place_ + 1 == css_.size()) {
      ++place_;
    } else {
      take_escape(token.value);
    }
  }
  token.ended = false;
  return Kind::string;
}

/// §4.3.4: a name, a function, or the url that begins like one.
Kind Tokenizer::read_named(Token& token) {
  take_name(token.value);
  if (at() != '(') return Kind::ident;
  ++place_;
  if (!is_name(token.value, "url")) return Kind::function;
  std::size_t ahead = 0;
  while (is_white(at(ahead)))
    ++ahead;
  if (at(ahead) == '"' || at(ahead) == '\'') return Kind::function;
  token.value.clear();
  return read_url(token);
}

/// §4.3.6, behind `url(`.
Kind Tokenizer::read_url(Token& token) {
  skip_white();
  while (!over()) {
    const char c = at();
    if (c == ')') {
      ++place_;
      return Kind::url;
    }
    if (is_white(c)) {
      skip_white();
      if (!over() && at() != ')') return read_bad_url(token);
    } else if (c == '"' || c == '\'' || c == '(' || is_unprintable(c)) {
      return read_bad_url(token);
    } else if (c != '\\') {
      token.value += c;
      ++place_;
    } else if (is_escape()) {
      take_escape(token.value);
    } else {
      return read_bad_url(token);
    }
  }
  token.ended = false;
  return Kind::url;
}

/// §4.3.14: up to its bracket.
Kind Tokenizer::read_bad_url(Token& token) {
  std::string ignored;
  while (!over()) {
    if (is_escape()) {
      take_escape(ignored);
    } else if (css_[place_++] == ')') {
      return Kind::bad_url;
    }
  }
  token.ended = false;
  return Kind::bad_url;
}

/// §4.3.3, and the unit behind it.
Kind Tokenizer::read_number(Token& token) {
  const auto skip_digits = [this] {
    while (is_digit(at()))
      ++place_;
  };
  if (at() == '+' || at() == '-') ++place_;
  skip_digits();
  if (at() == '.' && is_digit(at(1))) {
    ++place_;
    skip_digits();
  }
  const std::size_t sign = at(1) == '+' || at(1) == '-' ? 1 : 0;
  if (lower(at()) == 'e' && is_digit(at(1 + sign))) {
    place_ += 1 + sign;
    skip_digits();
  }
  if (begins_name()) {
    take_name(token.value);
  } else if (at() == '%') {
    ++place_;
  }
  return Kind::number;
}

/// §4.3.8: a backslash that stands for the character behind it.
bool Tokenizer::is_escape(std::size_t ahead) const {
  return at(ahead) == '\\' && place_ + ahead + 1 < css_.size() && !is_line_end(at(ahead + 1));
}

/// §4.3.9.
bool Tokenizer::begins_name(std::size_t ahead) const {
  const char c = at(ahead);
  if (c == '-') return begins_ident(at(ahead + 1)) || at(ahead + 1) == '-' || is_escape(ahead + 1);
  return begins_ident(c) || is_escape(ahead);
}

/// §4.3.10.
bool Tokenizer::begins_number() const {
  const std::size_t sign = at() == '+' || at() == '-' ? 1 : 0;
  return is_digit(at(sign)) || (at(sign) == '.' && is_digit(at(sign + 1)));
}

void Tokenizer::take_name(std::string& out) {
  while (!over()) {
    if (is_in_ident(at())) {
      out += css_[place_++];
    } else if (is_escape()) {
      take_escape(out);
    } else {
      return;
    }
  }
}

/// §4.3.7: up to six hexadecimal digits and one white space, or a character that means itself.
void Tokenizer::take_escape(std::string& out) {
  ++place_;
  if (!is_hex(at())) {
    do {
      out += css_[place_++];
    } while (!over() && utf8::is_continuation(at()));
    return;
  }
  char32_t code_point = 0;
  for (int digits = 0; digits < 6 && is_hex(at()); ++digits, ++place_) {
    const char c = lower(at());
    code_point = code_point * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  if (is_white(at())) place_ += at() == '\r' && at(1) == '\n' ? 2 : 1;
  const bool is_none =
      code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF);
  if (is_none) {
    out += kReplacement;
  } else {
    utf8::append(out, code_point);
  }
}

void Tokenizer::skip_white() {
  while (!over() && is_white(at()))
    ++place_;
}

}  // namespace keben::css
