#include "markdown/detail/addresses.h"

#include <algorithm>
#include <array>
#include <string>

extern "C" {
#include <cmark-gfm/houdini.h>
}

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "unicode/cjk.h"

namespace keben::markdown::detail {
namespace {

constexpr std::array<std::string_view, 3> kSchemes = {"http", "https", "ftp"};

/// Length of the scheme and its `://`, or 0.
std::size_t scheme_length(std::string_view text) {
  for (const std::string_view scheme : kSchemes) {
    if (starts_ignoring_case(text, scheme) && text.substr(scheme.size()).starts_with("://"))
      return scheme.size() + 3;
  }
  return 0;
}

bool ends_before(char32_t c) {
  if (c == U'々' || c == U'〇') return false;
  return c == 0xA0 || c == 0x3000 || cmark_utf8proc_is_punctuation(static_cast<int32_t>(c)) != 0 ||
         (c >= 0xFF01 && c <= 0xFF65) || c == 0xFFE5;
}

/// Whether the hanzi at `at` end at a `/` before any prose mark does: a path's own words.
bool segment_is_closed(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '/') return true;
    if (is_not_ascii(c)) {
      const utf8::Decoded d = utf8::decode(text, at);
      if (!unicode::is_hanzi(d.code_point)) return false;
      at = d.next;
    } else if (is_alnum(c) || c == '-' || c == '_') {
      ++at;
    } else {
      return false;
    }
  }
  return false;
}

/// Walks along an address and says where it ends.
class AddressWalk {
 public:
  AddressWalk(std::string_view text, std::size_t host) : text_(text), host_(host), at_(host) {}

  std::size_t end() {
    while (at_ < text_.size() && (is_not_ascii(text_[at_]) ? step_wide() : step_ascii())) {
    }
    return at_;
  }

  std::size_t dots_in_host() const { return dots_; }

 private:
  bool step_ascii() {
    const char c = text_[at_];
    if (is_space(c) || c == '<' || c == '"' || c == '`') return false;
    if (c == '/' || c == '?' || c == '#') in_host_ = false;
    if (c == '/' && text_.substr(at_).starts_with("/wiki/")) in_wiki_ = true;
    dots_ += in_host_ && c == '.' ? 1 : 0;
    after_hanzi_ = false;
    ++at_;
    return true;
  }

  bool step_wide() {
    const utf8::Decoded d = utf8::decode(text_, at_);
    if (ends_before(d.code_point)) return false;
    const bool hanzi = unicode::is_hanzi(d.code_point) || unicode::is_hangul(d.code_point);
    if (hanzi && !may_hold_hanzi()) return false;
    if (in_host_ && at_ == host_) return false;
    after_hanzi_ = hanzi;
    at_ = d.next;
    return true;
  }

  bool may_hold_hanzi() const {
    if (in_host_) return false;
    return after_hanzi_ || in_wiki_ || text_[at_ - 1] == '=' || segment_is_closed(text_, at_);
  }

  std::string_view text_;
  std::size_t host_;
  std::size_t at_;
  std::size_t dots_ = 0;
  bool in_host_ = true;
  bool in_wiki_ = false;
  bool after_hanzi_ = false;
};

/// Where `&name;` begins if `address` ends with it.
std::size_t begin_of_entity(std::string_view address) {
  std::size_t at = address.size() - 1;
  while (at > 0 && is_alnum(address[at - 1]))
    --at;
  const bool entity = at > 0 && at < address.size() - 1 && address[at - 1] == '&';
  return entity ? at - 1 : address.size() - 1;
}

/// Gives back what a sentence puts behind an address: marks, an entity, brackets that it did not
/// open.
std::string_view without_trailing_marks(std::string_view address, std::size_t least) {
  auto closing = std::count(address.begin(), address.end(), ')');
  const auto opening = std::count(address.begin(), address.end(), '(');
  while (address.size() > least) {
    const char c = address.back();
    if (c == ';') {
      address = address.substr(0, begin_of_entity(address));
    } else if (std::string_view("?!.,:*_~'\"").find(c) != std::string_view::npos) {
      address.remove_suffix(1);
    } else if (c == ')' && closing > opening) {
      address.remove_suffix(1);
      --closing;
    } else {
      break;
    }
  }
  return address;
}

}  // namespace

std::size_t address_length(std::string_view text, std::size_t first) {
  const std::string_view rest = text.substr(first);
  const std::size_t scheme = scheme_length(rest);
  if (scheme == 0 && !starts_ignoring_case(rest, "www.")) return 0;
  if (rest.size() == scheme || is_punctuation(rest[scheme])) return 0;
  AddressWalk walk(rest, scheme);
  const std::size_t end = walk.end();
  if (scheme == 0 && walk.dots_in_host() < 2) return 0;
  const std::size_t length = without_trailing_marks(rest.substr(0, end), scheme).size();
  return length > scheme ? length : 0;
}

std::size_t begin_of_address(std::string_view text, std::size_t mark) {
  if (text[mark] == ':') {
    std::size_t first = mark;
    while (first > 0 && is_alpha(text[first - 1]))
      --first;
    return scheme_length(text.substr(first)) == mark - first + 3 ? first : mark + 1;
  }
  if (!text.substr(mark).starts_with("www.")) return mark + 1;
  const char before = mark == 0 ? ' ' : text[mark - 1];
  const bool apart = is_space(before) || is_not_ascii(before) ||
                     std::string_view("*_~(").find(before) != std::string_view::npos;
  return apart ? mark : mark + 1;
}

namespace {

cmark_node* new_text(cmark_parser* parser, std::string_view text) {
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser->mem);
  cmark_node_set_literal(node, std::string(text).c_str());
  return node;
}

std::string without_entities(cmark_mem* memory, std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  cmark_strbuf out;
  cmark_strbuf_init(memory, &out, static_cast<bufsize_t>(text.size()));
  houdini_unescape_html_f(&out, reinterpret_cast<const unsigned char*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string unescaped(view(out));
  cmark_strbuf_free(&out);
  return unescaped;
}

cmark_node* new_link(cmark_parser* parser, std::string_view address, int line, int column) {
  const std::string text = without_entities(parser->mem, address);
  cmark_node* link = cmark_node_new_with_mem(CMARK_NODE_LINK, parser->mem);
  cmark_node_set_url(link, ((scheme_length(text) == 0 ? "http://" : "") + text).c_str());
  cmark_node* child = new_text(parser, text);
  cmark_node_append_child(link, child);
  for (cmark_node* node : {link, child}) {
    node->start_line = node->end_line = line;
    node->start_column = column;
    node->end_column = column + static_cast<int>(address.size()) - 1;
  }
  return link;
}

cmark_node* match_address(cmark_syntax_extension*, cmark_parser* parser, cmark_node* parent,
                          unsigned char character, cmark_inline_parser* at) {
  if (character != ':' && character != 'w') return nullptr;
  if (cmark_inline_parser_in_bracket(at, 0) || cmark_inline_parser_in_bracket(at, 1))
    return nullptr;
  const std::string_view text = view(*cmark_inline_parser_get_chunk(at));
  const auto offset = static_cast<std::size_t>(cmark_inline_parser_get_offset(at));
  const std::size_t first = begin_of_address(text, offset);
  if (first > offset) return nullptr;
  const std::size_t length = address_length(text, first);
  if (length == 0) return nullptr;
  const int rewound = static_cast<int>(offset - first);
  const int column = cmark_inline_parser_get_column(at) - rewound;
  cmark_node_unput(parent, rewound);
  cmark_inline_parser_set_offset(at, static_cast<int>(first + length));
  return new_link(parser, text.substr(first, length), cmark_inline_parser_get_line(at), column);
}

}  // namespace

cmark_syntax_extension* make_address_extension() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("address");
  cmark_llist* characters = nullptr;
  for (const char c : {':', 'w'}) {
    characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters,
        reinterpret_cast<void*>(static_cast<std::uintptr_t>(static_cast<unsigned char>(c))));
  }
  cmark_syntax_extension_set_special_inline_chars(made, characters);
  cmark_syntax_extension_set_match_inline_func(made, match_address);
  return made;
}

}  // namespace keben::markdown::detail
