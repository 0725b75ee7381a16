// The wall around expat: an XML file as a run of tags and texts, or where it is not well formed.
//
// Names come resolved against their namespaces, so that no check has to know prefixes. DTDs are
// read for their internal entities only; nothing is ever fetched.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace keben::epub {

/// The namespaces that a book's files are written in; `relative` is a name that is no absolute URI.
enum class Vocabulary {
  none,
  xhtml,
  opf,
  dc,
  ncx,
  ocf,
  ops,
  svg,
  mathml,
  xlink,
  xml,
  other,
  relative
};

struct XmlAttribute {
  Vocabulary of;
  std::string_view name;  // without prefix
  std::string_view value;
};

/// An opening tag; all of it is borrowed for the call.
struct XmlTag {
  Vocabulary of;
  std::string_view name;
  std::span<const XmlAttribute> attributes;
  std::size_t line;

  /// The value of an attribute without a namespace, or of another vocabulary's; null: absent.
  const std::string_view* find(std::string_view attribute, Vocabulary of = Vocabulary::none) const;
  /// The same, empty where it is absent.
  std::string_view value(std::string_view attribute) const;
};

/// What a reader of a file wants to hear of. `text` may stay empty, which saves time; it comes in
/// pieces.
struct XmlEvents {
  std::function<void(const XmlTag&)> open;
  std::function<void()> close;
  std::function<void(std::string_view)> text;
  /// The system identifier of a DOCTYPE, its public one, and whether it has an internal subset.
  std::function<void(std::string_view system, std::string_view public_id, bool subset)> doctype;
};

struct XmlFault {
  std::size_t line;
  std::string what;  // expat's own English words
};

/// Reads a whole file. Lines count from 1.
std::optional<XmlFault> read_xml(BytesView xml, const XmlEvents& events);

}  // namespace keben::epub
