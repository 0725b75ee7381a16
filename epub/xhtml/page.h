// The frame of every XHTML file: what stands around a chapter, the cover, the title page and the
// table of contents alike.
//
// XML declaration and `<meta charset>` both (Kindle takes a file without the second for Latin-1),
// the language twice (HTML's attribute and XML's), one stylesheet, and the author's own after it.
#pragma once

#include <functional>
#include <string>

#include "epub/xhtml/xml_writer.h"
#include "model/language.h"

namespace keben::epub {

struct PageHead {
  model::Language language;
  std::string title;
  std::string to_root = "../";  // from the file's folder to the package's
  bool author_css = false;
};

/// The whole file; `content` writes what is inside the body.
std::string write_page(const PageHead& head, const std::function<void(XmlWriter&)>& content);

}  // namespace keben::epub
