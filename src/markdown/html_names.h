// What each name of HTML is to a book: the allow-list.
//
// Nothing passes a tag through; a tag is kept only so that gumbo can build the tree from which
// nodes of the model are made. A name that HTML does not have is no tag at all but text that its
// author forgot to escape: `Vec<T>`.
#pragma once

#include <string_view>

namespace keben::markdown {

enum class HtmlRole {
  text,     // no name of HTML: shown as written
  element,  // taken into the tree
  frame,    // <iframe>: a link card; its content is not parsed as HTML
  bare,     // the tag goes, what it holds stays: forms, components
  gone,     // goes with all that it holds: scripts, styles, drawings
};

/// ASCII case ignored.
HtmlRole role_of(std::string_view name);

/// Elements without content or end tag: br, img, hr …
bool is_void(std::string_view name);

/// Elements that HTML lets end without a tag: p, li, td … Their silence is no mistake.
bool may_stay_open(std::string_view name);

}  // namespace keben::markdown
