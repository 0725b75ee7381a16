#include "epub/xhtml/xml_writer.h"

#include <tinyxml2.h>

namespace keben::epub {
namespace {

constexpr bool kCompact = true;  // no white space but ours

/// Where a character begins that XML 1.0 §2.2 does not allow, or a carriage return, which parsers
/// would change (§2.11); npos where there is none. The reader lets none of these through; a title
/// given by flag or a file's name may hold one.
std::size_t find_unwritable(const std::string& words, std::size_t from = 0) {
  for (std::size_t i = from; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (byte < 0x20 && byte != '\n' && byte != '\t') return i;
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if (byte == 0xEF && words.compare(i + 1, 1, "\xBF") == 0 && i + 2 < words.size() &&
        static_cast<unsigned char>(words[i + 2]) >= 0xBE)
      return i;
  }
  return std::string::npos;
}

/// The words with U+FFFD for each such character.
std::string writable(const std::string& words) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = find_unwritable(words); at != std::string::npos;
       at = find_unwritable(words, next)) {
    out.append(words, next, at - next).append("\xEF\xBF\xBD");
    next = at + (static_cast<unsigned char>(words[at]) == 0xEF ? 3 : 1);
  }
  return out.append(words, next, std::string::npos);
}

}  // namespace

XmlWriter::XmlWriter(const char* doctype)
    : out_(std::make_unique<tinyxml2::XMLPrinter>(nullptr, kCompact)) {
  out_->PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
  line();
  if (!doctype) return;
  out_->PushUnknown(doctype);
  line();
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::open(const char* name) {
  out_->OpenElement(name, kCompact);
}

void XmlWriter::attribute(const char* name, const std::string& value) {
  if (find_unwritable(value) == std::string::npos) {
    out_->PushAttribute(name, value.c_str());
  } else {
    out_->PushAttribute(name, writable(value).c_str());
  }
}

void XmlWriter::text(const std::string& words) {
  if (find_unwritable(words) == std::string::npos) {
    out_->PushText(words.c_str());
  } else {
    out_->PushText(writable(words).c_str());
  }
}

/// The empty text makes the printer end the opening tag, so that `<td></td>` never becomes `<td/>`.
void XmlWriter::close() {
  out_->PushText("");
  out_->CloseElement(kCompact);
}

void XmlWriter::close_void() {
  out_->CloseElement(kCompact);
}

void XmlWriter::line() {
  out_->PushText("\n");
}

std::size_t XmlWriter::size() const {
  return out_->CStrSize() - 1;  // it counts the zero at its end
}

std::string XmlWriter::finish() {
  line();
  return out_->CStr();
}

void write_element(XmlWriter& out, const char* name, std::initializer_list<Attribute> attributes,
                   const std::string& words) {
  const Element element(out, name, attributes);
  out.text(words);
}

void write_void(XmlWriter& out, const char* name, std::initializer_list<Attribute> attributes) {
  out.open(name);
  for (const Attribute& a : attributes)
    out.attribute(a.name, a.value);
  out.close_void();
}

}  // namespace keben::epub
