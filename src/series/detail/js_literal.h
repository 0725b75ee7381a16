// What a site's JavaScript or TypeScript settings export, as far as it is written out.
//
// Nothing is ever run: a list that is computed is no list here. Of a file whose literals are mixed
// with code (a function, a name, a call) the literals are read and the code is passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source_map.h"
#include "markdown/value.h"

namespace keben::series {

/// The value of `export default` or `module.exports`: an object or a list; one that a call wraps
/// for its type's sake (`defineConfig({…})`, `sidebar([…])`); or the constant of the same file that
/// is named there. What is no literal inside it is an empty map. Nothing where there is no such
/// export, where brackets do not match, and where it is nested deeper than `depth`.
std::optional<markdown::Value> exported_literal(std::string_view source, FileId file,
                                                std::size_t depth);

}  // namespace keben::series
