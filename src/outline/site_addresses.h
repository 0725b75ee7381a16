// The addresses of essays that lie in a blog's own folders, by that blog's settings (model/site.h).
//
// Links may be guessed at, since a wrong guess finds nothing: an essay gets every path that it may
// have. What a book prints of itself may not: an essay gets a source only where the blog's author
// wrote the pattern and each word of it is certain for its generator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/collection.h"
#include "model/site.h"

namespace keben::outline {

/// The path of a text's page under the site, if it is certain.
///
/// @param path  of the text's file, from the site's root
std::optional<std::string> certain_path(const model::Site& site, const std::string& path,
                                        const model::Meta& meta);

/// Gives those texts that lie in the site's folders the site, their paths as aliases, and the
/// certain one as source; what a text says of itself stays.
///
/// @param paths  of the documents' files from the root; empty for one that lies elsewhere
void give_site_addresses(std::vector<model::Document>& documents,
                         const std::vector<std::string>& paths, const model::Site& site);

}  // namespace keben::outline
