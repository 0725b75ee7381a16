// A stylesheet cut into what stands or falls as one: a declaration, a rule's beginning, an at-rule
// (CSS Syntax Level 3, §5 "Parsing", as far as one must know to take a piece out).
//
// The pieces together are the text, byte for byte: whoever leaves one out has a stylesheet again.
// What no browser can read is named where it stands rather than read past, since a slip in a
// stylesheet costs the reader the rest of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace keben::css {

/// A file or an address that a piece asks for: `url(…)`, `src("…")`, `image-set("…" 2x)`,
/// `@import`.
struct Reference {
  std::string address;  // escapes undone; empty: told by a variable or an attribute
  std::size_t line;
};

enum class Fault {
  none,
  comment_open,  // these do not end
  string_open,
  bracket_open,
  block_open,
  block_unopened,    // `}` closes nothing
  selector_missing,  // before `{` or a comma
  rule_nested,       // in another: few reading systems know CSS Nesting
  no_rule,           // words that are neither a rule nor in one
  no_declaration,    // `color` or `color:`
};

struct Part {
  enum class Kind {
    at_rule,      // up to its `;`
    opening,      // of a block, an at-rule's or a selector's, up to its `{`
    closing,      // `}`
    declaration,  // up to its `;` or to what closes its block; an empty one has no name
    rest,         // white space and comments before the end
  };
  Kind kind = Kind::rest;
  std::string_view source;  // with the white space before it and what ends it
  std::size_t line = 1;     // on which its words begin
  std::string name;         // a declaration's property, an at-rule's keyword; in lower case
  std::vector<Reference> references = {};
  Fault fault = Fault::none;
  std::string_view value = {};  // a declaration's, between its colon and its `;`
};

/// What is read: a whole stylesheet, or what stands in one block of it (a `style` attribute).
enum class Form { stylesheet, declarations };

/// Linear. A block that does not end is a fault of the part that opens it.
std::vector<Part> parts_of(std::string_view css, Form form, std::size_t line = 1);

/// The references in a property's value alone, as an attribute of a drawing holds it.
std::vector<Reference> references_in(std::string_view value);

/// What is wrong, in words that follow a place: `a string does not end`.
Words words_of(Fault fault);

/// Whether a reference stays in the file: a place in it (`#a`), or data that stand in the text.
bool is_own_place(const Reference& reference);
bool is_data(const Reference& reference);

}  // namespace keben::css
