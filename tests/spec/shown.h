// What becomes of a case's input, in the words of a spec file: as little as tells the construct.
#pragma once

#include <string>

#include "fonts/catalog.h"
#include "pdf/draw/display_list.h"
#include "tests/spec/spec_file.h"

namespace keben::spec {

/// The text on the pages, a set line a line, after what it is part of (`P`, `H1`, `LI`). Headers
/// and folios are left out. A change of face or height shows as `{bold: …}`, `{kai: …}`, `{mono:
/// …}`, `{raised: …}`; what is drawn as `[fill]`, `[rule]`, `[picture 68×45]`; where links lead
/// follows as `-> …`.
std::string show_lines(const pdf::draw::DisplayList& list, const fonts::Catalog& faces);

/// The case with every section that follows from its input as it is today.
Case run_case(const Case& written, const fonts::Catalog& faces);

}  // namespace keben::spec
