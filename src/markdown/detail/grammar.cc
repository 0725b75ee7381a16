#include "markdown/detail/grammar.h"

#include <cassert>
#include <utility>

#include "markdown/detail/addresses.h"
#include "markdown/detail/containers.h"
#include "markdown/detail/marks.h"
#include "markdown/detail/math.h"

namespace keben::markdown::detail {
namespace {

using config::Dialect;

cmark_syntax_extension* core(const char* name) {
  return cmark_find_syntax_extension(name);
}

// --- The inline phase --------------------------------------------------------------------------
//
// Before inlines are parsed cmark-gfm adds the special characters of the parser's extensions to a
// static table, and afterwards takes them out again: of two parses at once, the one that ends first
// would blind the other. So the table is filled for good, once, and each parser shows its list of
// inline extensions only between those two moments. Both moments are seen through a question that
// the library asks of every block as it walks the tree, "do you contain inlines?": the first block
// asked is the document, the last an empty one that we append.

/// What hangs on the document and on the appended block while inlines are parsed.
struct InlinePhase {
  cmark_parser* parser;
  cmark_llist* extensions;
  References* references;
  InlineCosts* costs;
};

int on_asked_for_inlines(cmark_syntax_extension*, cmark_node* node) {
  auto& phase = *static_cast<InlinePhase*>(node->user_data);
  const bool begins = node->parent == nullptr;
  phase.parser->inline_syntax_extensions = begins ? phase.extensions : nullptr;
  if (begins) {
    phase.references->take_from(*phase.parser);
    phase.costs->limit(*phase.parser);
  }
  return 0;
}

const char* name_inline_phase(cmark_syntax_extension*, cmark_node*) {
  return "inline_phase";
}

/// `priv` of the extension holds the type of the block that we append.
cmark_syntax_extension* make_inline_phase() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("inline_phase");
  made->priv = pack(cmark_syntax_extension_add_node(0));
  cmark_syntax_extension_set_contains_inlines_func(made, on_asked_for_inlines);
  cmark_syntax_extension_set_get_type_string_func(made, name_inline_phase);
  return made;
}

/// A parser with every extension that has special characters: its one act is to fill the table.
void fill_table_of_special_characters(const Grammar& made) {
  const TreeMemory memory;
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, TreeMemory::functions());
  for (cmark_syntax_extension* each :
       {made.math, made.marks, made.addresses, core("strikethrough"), core("autolink")}) {
    cmark_parser_attach_syntax_extension(parser, each);
  }
  cmark_manage_extensions_special_characters(parser, 1);
}

Grammar make_grammar() {
  cmark_gfm_core_extensions_ensure_registered();
  Grammar made;
  made.containers = make_container_extension();
  made.math = make_math_extension();
  made.marks = make_marks_extension();
  made.addresses = make_address_extension();
  made.inline_phase = make_inline_phase();
  fill_table_of_special_characters(made);
  return made;
}

int options_of(Dialect dialect) {
  // No VALIDATE_UTF8: decode_text has done it. SOURCEPOS is what keeps inlines' lines right.
  constexpr int kAlways = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE;
  switch (dialect) {
    case Dialect::commonmark:
      return kAlways;
    case Dialect::gfm:
      return kAlways | CMARK_OPT_FOOTNOTES;
    case Dialect::keben:
      return kAlways | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
  }
  return kAlways;
}

}  // namespace

const Grammar& grammar() {
  static const Grammar made = make_grammar();  // once, whichever thread comes first
  return made;
}

cmark_parser* make_parser(Dialect dialect, const TreeMemory&) {
  const Grammar& ours = grammar();
  cmark_parser* parser = cmark_parser_new_with_mem(options_of(dialect), TreeMemory::functions());
  const auto attach = [&](cmark_syntax_extension* each) {
    cmark_parser_attach_syntax_extension(parser, each);
  };
  if (dialect == Dialect::keben) {
    // Before the library's: the first extension that matches a character wins.
    attach(ours.containers), attach(ours.math), attach(ours.marks), attach(ours.addresses);
  }
  if (dialect != Dialect::commonmark) {
    attach(core("table")), attach(core("strikethrough")), attach(core("tasklist"));
  }
  if (dialect == Dialect::gfm) attach(core("autolink"));
  return parser;
}

const cmark_node* finish(cmark_parser& parser, References& references, InlineCosts& costs) {
  assert(parser.linebuf.size == 0);  // a line still to come would look for the last block in vain
  cmark_syntax_extension* extension = grammar().inline_phase;
  InlinePhase phase{&parser, std::exchange(parser.inline_syntax_extensions, nullptr), &references,
                    &costs};
  cmark_node* last =
      cmark_node_new_with_mem_and_ext(unpack(extension->priv), parser.mem, extension);
  for (cmark_node* each : {parser.root, last}) {
    each->extension = extension;
    each->user_data = &phase;
  }
  cmark_node_append_child(parser.root, last);
  cmark_node* root = cmark_parser_finish(&parser);
  root->user_data = nullptr;
  cmark_node_unlink(last);
  return root;
}

}  // namespace keben::markdown::detail
