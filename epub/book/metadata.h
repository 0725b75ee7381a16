// The package's metadata: Dublin Core with EPUB 3's refinements, and what older systems read.
#pragma once

#include "epub/book/book.h"
#include "epub/xhtml/xml_writer.h"

namespace keben::epub {

/// Writes the whole `<metadata>` element. What the author did not give is left out; nothing comes
/// from the clock or the machine.
void write_metadata(XmlWriter& out, const Book& book);

/// Whether a series' number is one that `group-position` takes: 2, 2.5.
bool is_position(const std::string& number);

}  // namespace keben::epub
