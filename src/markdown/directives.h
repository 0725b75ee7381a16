// What a named box is: `:::warning`, `> [!TIP]`, `:::details`, `:::center`.
//
// Every generator has names of its own; here they meet the model's few. A name that nobody knows
// keeps a neutral box and its name.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "model/block.h"

namespace keben::markdown {

/// note, tip … by name (ASCII case ignored): the names of VuePress, Docusaurus, Fuwari, Zenn,
/// GitHub and Obsidian.
model::Admonition::Kind admonition_kind(std::string_view name);

/// A container as its author opened it.
struct Directive {
  SourceSpan at;          // of its opening line
  std::string_view name;  // may be empty
  std::string_view attributes;
  model::Inlines title;
};

/// The block that a `:::` container stands for.
model::Block block_from(Directive directive, model::Blocks children, SourceSpan at);

/// A link card for `::github{repo="a/b"}`; where its attributes lead nowhere, the paragraph `line`
/// and a warning (`directive-unknown`).
model::Block card_from(Directive directive, std::string line, Diagnostics& log);

}  // namespace keben::markdown
