// What a blog's own settings say of its pages' addresses: Hexo's and Jekyll's _config.yml, Hugo's
// hugo.toml, Astro's astro.config.
//
// They were written for another program, so nothing in them is an error here: what is not
// understood is passed over, and code is never run. Sources: hexo.io/docs/configuration and
// /permalinks, jekyllrb.com/docs/permalinks, gohugo.io/content-management/urls and
// /configuration/permalinks, docs.astro.build/en/reference/configuration-reference.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "config/options.h"
#include "model/site.h"

namespace keben::series {

/// A file of the root as UTF-8; nothing where there is none.
using ReadInRoot = std::function<std::optional<std::string>(const std::string& path)>;

/// The blog whose settings lie in the root; Generator::none where there are none. Notes
/// (`site-settings`) settings that cannot be read and a pattern of addresses with a word that an
/// essay does not tell.
model::Site find_site(const ReadInRoot& read, const config::Limits& limits, Diagnostics& log);

/// The pattern of a folder of the root, where the blog's author wrote one that keben.yaml can hold;
/// else empty.
std::string pattern_for(const model::Site& site, const std::string& folder);

}  // namespace keben::series
