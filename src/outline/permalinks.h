// The addresses that a blog's generator gives its essays, from the pattern in its settings.
//
// Hexo and Jekyll write `:year/:month/:day/:title/`, Hugo `/posts/:slug/`, Astro names a file
// `[...slug].astro`; a link to such an address means the essay. The generators do not agree on what
// a word stands for (`:title` is the file's name to Hexo and Jekyll, the title to Hugo), so a
// pattern gives an essay several paths: the likeliest first, which is its address, and the others
// so that links find it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/collection.h"

namespace keben::outline {

/// The first word of a pattern that stands for nothing, with its mark (`:hash`); else empty.
std::string unknown_word(std::string_view pattern);

/// The words that patterns may hold, for messages: `:year :month …`.
std::string permalink_words();

/// The paths of an essay's page under the site, not encoded and without a slash in front; none
/// where the pattern wants a date that the essay does not have.
std::vector<std::string> page_paths(std::string_view pattern, const model::Document& document);

/// Gives each essay that names no page of its own the first of its paths under `site`, or under the
/// site that it names itself, as its source, and the others as its aliases.
void give_addresses(std::vector<model::Document>& documents, std::string_view pattern,
                    const std::string& site);

}  // namespace keben::outline
