// XML as a stream: elements open and close, text goes in between; no tree is built.
//
// All markup of an EPUB comes through here, so what holds for each of its files holds by
// construction: UTF-8, only XML's own entities, no character that XML 1.0 forbids (§2.2), elements
// closed in order, and no `<p/>` for what HTML would take for an open `<p>`. By tinyxml2's
// XMLPrinter.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>

namespace tinyxml2 {
class XMLPrinter;
}

namespace keben::epub {

class XmlWriter {
 public:
  /// Begins with the XML declaration and, where it is given, `<!DOCTYPE …>`.
  explicit XmlWriter(const char* doctype = nullptr);
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  /// Names are literals: the writer keeps their addresses. Attributes follow their element at once.
  void open(const char* name);
  void attribute(const char* name, const std::string& value);
  void text(const std::string& words);
  void close();
  /// Closes one of HTML's void elements, or an empty one of another vocabulary: `<br/>`.
  void close_void();

  /// A line's end between blocks, where white space means nothing.
  void line();

  /// How many bytes have been written.
  std::size_t size() const;

  /// The file, ended by a newline; the writer is spent.
  std::string finish();

 private:
  std::unique_ptr<tinyxml2::XMLPrinter> out_;
};

/// An attribute as it is written down: a literal and a value.
struct Attribute {
  const char* name;
  std::string value;
};

/// An element for as long as it lives: what is written meanwhile is its content.
///
///     const Element row(out, "tr");
///     write_element(out, "td", {{"class", "right"}}, "一");
class Element {
 public:
  Element(XmlWriter& out, const char* name) : out_(out) { out_.open(name); }
  Element(XmlWriter& out, const char* name, std::initializer_list<Attribute> attributes)
      : Element(out, name) {
    for (const Attribute& a : attributes)
      out_.attribute(a.name, a.value);
  }
  ~Element() { out_.close(); }
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;

 private:
  XmlWriter& out_;
};

/// An element with nothing but text in it.
void write_element(XmlWriter& out, const char* name, std::initializer_list<Attribute> attributes,
                   const std::string& words);

/// An element that has attributes only: br, hr, img, meta, link, item …
void write_void(XmlWriter& out, const char* name, std::initializer_list<Attribute> attributes = {});

}  // namespace keben::epub
