// What one file of a book says, as far as other files have to agree with it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "epub/check/detail/xml_reader.h"
#include "epub/check/finding.h"

namespace keben::epub {

/// One file's reference to another, as it is written.
struct Reference {
  enum class Kind {
    hyperlink,  // a place that one turns to: it lies in the spine
    contents,   // the same, from a table of contents: it lies in the book
    embedded,   // a picture, a stylesheet, type: shown in place
    part,       // a place that a drawing or a style points to: no spine needed
    listed,     // by the manifest or the guide
  };
  Kind kind;
  std::string address;
  std::size_t line;
};

struct FileFacts {
  Findings findings;
  std::vector<std::string> ids;  // sorted
  std::vector<Reference> references;
  bool scripted = false, mathml = false, svg = false, remote = false;
};

/// An item of the manifest.
struct ManifestItem {
  std::string id, href, media_type, properties, fallback;
  std::size_t line = 0;
};

struct SpineItem {
  std::string idref;
  bool linear = true;
  std::size_t line = 0;
};

/// What the package document says.
struct PackageFacts {
  FileFacts file;
  bool epub2 = false;
  std::string identifier;  // the unique one's text
  std::vector<ManifestItem> items;
  std::vector<SpineItem> spine;
  std::string ncx_id;  // spine@toc
};

/// XHTML of EPUB 3.
FileFacts check_content(const std::string& name, BytesView xml);
/// What a navigation document must be besides.
Findings check_nav(const std::string& name, BytesView xml);
FileFacts check_ncx(const std::string& name, BytesView xml, const std::string& identifier);
FileFacts check_css(const std::string& name, BytesView css);
/// Any other XML: SVG, EPUB 2's XHTML; ids and references.
FileFacts check_plain_xml(const std::string& name, BytesView xml);
PackageFacts check_package(const std::string& name, BytesView xml);
/// META-INF/container.xml: the first package document that it names, or nothing.
std::string check_pointer(BytesView xml, Findings& findings);

/// The names that META-INF/encryption.xml gives to obfuscated or encrypted files.
std::vector<std::string> obfuscated_files(BytesView xml);

/// Whether some bytes are what their media type says, by their first bytes; true for types that
/// cannot be told so.
bool looks_like(BytesView bytes, std::string_view media_type);

bool is_white(std::string_view text);
std::vector<std::string_view> words_of(std::string_view list);
bool contains_word(std::string_view list, std::string_view word);

}  // namespace keben::epub
