// Where a site's embed leads: a book can only point to it.
#pragma once

#include <string>
#include <string_view>

#include "markdown/attributes.h"

namespace keben::markdown {

/// `youtube` and `dQw4w9WgXcQ` give https://www.youtube.com/watch?v=dQw4w9WgXcQ. An address is
/// itself, whatever the service; empty where service and id say nothing.
std::string embed_address(std::string_view service, std::string_view id);

/// The same for a directive's attributes: `github` and `repo="a/b"`; `url`, `src`, `href`, `id`.
std::string embed_address(std::string_view service, const Attributes& attributes);

}  // namespace keben::markdown
