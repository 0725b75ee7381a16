#include "css/parts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "css/tokens.h"

namespace keben::css {
namespace {

using Kind = Token::Kind;

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view each) { return is_name(name, each); });
}

/// Functions whose strings are addresses (CSS Values 4 §4.5, CSS Images 4 §2).
bool takes_addresses(std::string_view function) {
  constexpr std::string_view kNames[] = {"url", "src", "image", "image-set", "-webkit-image-set"};
  return is_one_of(function, kNames);
}

/// Functions whose value is only known where the page is shown.
bool is_settled_late(std::string_view function) {
  constexpr std::string_view kNames[] = {"var", "env", "attr"};
  return is_one_of(function, kNames);
}

/// At-rules whose block holds rules; the blocks of others hold declarations.
bool holds_rules(std::string_view at_rule) {
  constexpr std::string_view kNames[] = {
      "media",         "supports",          "layer",          "container",
      "scope",         "starting-style",    "keyframes",      "document",
      "-moz-document", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes"};
  return is_one_of(at_rule, kNames);
}

std::string lowered(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// Follows the brackets of a value and gathers what it asks for.
class ValueReader {
 public:
  void read(const Token& token) {
    switch (token.kind) {
      case Kind::function:
        if (asks() && is_settled_late(token.value)) add({}, token);
        open_.push_back({')', takes_addresses(token.value), is_name(token.value, "attr")});
        break;
      case Kind::open:
        open_.push_back({token.source == "("   ? ')'
                         : token.source == "[" ? ']'
                                               : '}',
                         asks(), false});
        break;
      case Kind::close:
        if (!open_.empty() && open_.back().closed_by == token.source.front()) {
          open_.pop_back();
        } else {
          strays_ = true;
        }
        break;
      case Kind::string:
        if (asks() || is_import_) add(token.value, token);
        break;
      case Kind::ident:  // `attr(href url)`
        if (!open_.empty() && open_.back().is_attr && is_name(token.value, "url")) add({}, token);
        break;
      case Kind::url:
      case Kind::bad_url:
        if (!is_namespace_) add(token.value, token);
        break;
      case Kind::at_keyword:
        is_import_ = is_name(token.value, "import");
        is_namespace_ = is_name(token.value, "namespace");
        break;
      case Kind::hash:
      case Kind::bad_string:
      case Kind::number:
      case Kind::white_space:
      case Kind::comment:
      case Kind::semicolon:
      case Kind::colon:
      case Kind::comma:
      case Kind::other:
        break;
    }
  }

  bool in_brackets() const { return !open_.empty(); }
  /// Whether a bracket closes none.
  bool strays() const { return strays_; }
  std::vector<Reference> take() { return std::exchange(references_, {}); }

 private:
  struct Open {
    char closed_by;
    bool asks;  // for addresses
    bool is_attr;
  };

  bool asks() const { return !open_.empty() && open_.back().asks && !is_namespace_; }
  void add(std::string address, const Token& token) {
    references_.push_back({std::move(address), token.line});
  }

  std::vector<Open> open_;
  std::vector<Reference> references_;
  bool is_import_ = false, is_namespace_ = false, strays_ = false;
};

class PartReader {
 public:
  PartReader(std::string_view css, Form form, std::size_t line)
      : css_(css), tokens_(css, line), form_(form) {}

  std::vector<Part> read() {
    while (const std::optional<Token> token = tokens_.next()) {
      end_ += token->source.size();
      take(*token);
    }
    finish(at_hand_.has_words ? bare() : Part::Kind::rest);
    const bool swallowed = !out_.empty() && does_not_end(out_.back().fault);  // the closing brace
    if (!blocks_.empty() && !swallowed) set_fault(out_[blocks_.back().part], Fault::block_open);
    return std::move(out_);
  }

 private:
  /// What is known of the part that is being read.
  struct AtHand {
    bool has_words = false, has_colon = false, has_value = false;
    bool has_stray = false;  // an @name, or a mark of old web pages, in the middle
    bool is_pair = true;     // one word before the colon
    Kind first = Kind::other, last = Kind::other;  // of its words
    std::string name;                              // that word
    std::size_t value_at = 0;                      // behind the colon
    std::size_t line = 1;                          // where it stands
    Fault fault = Fault::none;
    ValueReader value;
  };

  /// What may stand in a block; of an at-rule that is not known, either.
  enum class Holds { rules, declarations, either };
  struct Block {
    Holds holds;
    std::size_t part;  // that opens it
  };

  void take(const Token& token) {
    const char c = token.source.front();
    const bool bracket = token.kind == Kind::open || token.kind == Kind::close;
    const bool inside = at_hand_.value.in_brackets();
    if (inside && (token.kind == Kind::semicolon || c == '{' || c == '}'))
      at_hand_.fault = Fault::bracket_open;  // as they mean something else than their author thinks
    if (inside || !(bracket || token.kind == Kind::semicolon)) {
      note(token);
    } else if (token.kind == Kind::semicolon) {
      finish(bare());
    } else if (c == '{') {
      open(token);
    } else if (c == '}') {
      close(token);
    } else {
      note(token);
    }
  }

  void note(const Token& token) {
    at_hand_.value.read(token);
    if (!token.ended) at_hand_.fault = fault_of(token.kind);
    if (token.kind == Kind::bad_string) at_hand_.fault = Fault::string_open;
    const bool opens_sheet = is_mark(token) && blocks_.empty() && !at_hand_.has_words;
    if (token.kind == Kind::comment || token.kind == Kind::white_space || opens_sheet) return;
    at_hand_.last = token.kind;
    at_hand_.has_stray |= at_hand_.has_words && (token.kind == Kind::at_keyword || is_mark(token));
    if (!std::exchange(at_hand_.has_words, true)) {
      at_hand_.line = token.line;
      at_hand_.first = token.kind;
      at_hand_.name = token.value;
    } else if (at_hand_.has_colon) {
      at_hand_.has_value = true;
    } else {
      at_hand_.has_colon = token.kind == Kind::colon;
      if (at_hand_.has_colon) at_hand_.value_at = end_;
      at_hand_.is_pair = at_hand_.is_pair && at_hand_.has_colon;
    }
  }

  /// What old web pages hid their styles with.
  static bool is_mark(const Token& token) {
    return token.source == "<!--" || token.source == "-->";
  }

  static bool does_not_end(Fault fault) {
    return fault == Fault::comment_open || fault == Fault::string_open ||
           fault == Fault::bracket_open;
  }

  static Fault fault_of(Kind unended) {
    if (unended == Kind::comment) return Fault::comment_open;
    return unended == Kind::string ? Fault::string_open : Fault::bracket_open;
  }

  Holds around() const {
    if (!blocks_.empty()) return blocks_.back().holds;
    return form_ == Form::declarations ? Holds::declarations : Holds::rules;
  }
  bool is_at_rule() const { return at_hand_.has_words && at_hand_.first == Kind::at_keyword; }
  Part::Kind bare() const { return is_at_rule() ? Part::Kind::at_rule : Part::Kind::declaration; }

  void open(const Token& token) {
    if (around() == Holds::declarations && !is_at_rule()) at_hand_.fault = Fault::rule_nested;
    blocks_.push_back({!is_at_rule()                ? Holds::declarations
                       : holds_rules(at_hand_.name) ? Holds::rules
                                                    : Holds::either,
                       out_.size()});
    if (!at_hand_.has_words) at_hand_.line = token.line;
    if (!is_at_rule() && (!at_hand_.has_words || at_hand_.last == Kind::comma))
      at_hand_.fault = Fault::selector_missing;
    if (!is_at_rule() && at_hand_.has_stray) at_hand_.fault = Fault::no_rule;
    finish(Part::Kind::opening);
  }

  /// A brace may end a declaration, too, whose `;` was left out.
  void close(const Token& token) {
    const std::size_t behind = end_;
    if (at_hand_.has_words) {
      end_ -= token.source.size();
      finish(bare());
      end_ = behind;
    }
    at_hand_.line = token.line;
    if (blocks_.empty()) {
      at_hand_.fault = Fault::block_unopened;
    } else {
      blocks_.pop_back();
    }
    finish(Part::Kind::closing);
  }

  static void set_fault(Part& part, Fault fault) {
    if (part.fault == Fault::none) part.fault = fault;
  }

  /// The part ends here, and the next one begins.
  void finish(Part::Kind kind) {
    if (end_ == begin_) return;
    Part part{
        kind,          css_.substr(begin_, end_ - begin_), at_hand_.line, {}, at_hand_.value.take(),
        at_hand_.fault};
    if (kind == Part::Kind::declaration || is_at_rule()) part.name = lowered(at_hand_.name);
    if (at_hand_.value.in_brackets() || at_hand_.value.strays())
      set_fault(part, Fault::bracket_open);
    if (kind == Part::Kind::declaration && at_hand_.has_words) check(part);
    if (kind == Part::Kind::declaration && at_hand_.has_colon) {
      part.value = css_.substr(at_hand_.value_at, end_ - at_hand_.value_at);
      if (part.value.ends_with(';')) part.value.remove_suffix(1);
    }
    out_.push_back(std::move(part));
    begin_ = end_;
    at_hand_ = {};
  }

  /// A declaration stands in a block, and is a pair.
  void check(Part& part) const {
    if (around() == Holds::rules) return set_fault(part, Fault::no_rule);
    if (at_hand_.first != Kind::ident || !at_hand_.has_colon || !at_hand_.is_pair ||
        !at_hand_.has_value || at_hand_.has_stray)
      set_fault(part, Fault::no_declaration);
  }

  std::string_view css_;
  Tokenizer tokens_;
  Form form_;
  std::vector<Part> out_;
  std::vector<Block> blocks_;        // that are open
  std::size_t begin_ = 0, end_ = 0;  // of the part at hand
  AtHand at_hand_;
};

}  // namespace

std::vector<Part> parts_of(std::string_view css, Form form, std::size_t line) {
  return PartReader(css, form, line).read();
}

std::vector<Reference> references_in(std::string_view value) {
  if (value.find_first_of("(\\") == value.npos) return {};  // no function, and none in disguise
  ValueReader reader;
  Tokenizer tokens(value);
  while (const std::optional<Token> token = tokens.next())
    reader.read(*token);
  return reader.take();
}

Words words_of(Fault fault) {
  switch (fault) {
    case Fault::none:
      return {};
    case Fault::comment_open:
      return {"注释没有结束", "a comment does not end"};
    case Fault::string_open:
      return {"字符串没有结束", "a string does not end"};
    case Fault::bracket_open:
      return {"括号没有合上", "a bracket is not closed"};
    case Fault::block_open:
      return {"花括号没有合上", "a brace is not closed"};
    case Fault::block_unopened:
      return {"多了一个花括号", "a brace closes nothing"};
    case Fault::selector_missing:
      return {"花括号前没有选择器", "a brace has no selector before it"};
    case Fault::rule_nested:
      return {"规则套在规则里", "a rule stands in a rule"};
    case Fault::no_rule:
      return {"有不成规则的文字", "has words that are no rule"};
    case Fault::no_declaration:
      return {"声明不成对", "a declaration is no pair"};
  }
  return {};
}

bool is_own_place(const Reference& reference) {
  return reference.address.starts_with('#');
}

bool is_data(const Reference& reference) {
  return reference.address.size() > 5 && is_name(reference.address.substr(0, 5), "data:");
}

}  // namespace keben::css
