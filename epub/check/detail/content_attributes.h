// The attributes of a content document's elements: names, values, and what they refer to.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"
#include "epub/check/detail/html_rules.h"

namespace keben::epub {

class AttributeCheck {
 public:
  AttributeCheck(FileFacts& facts, FileLog& log) : facts_(facts), log_(log) {}

  /// @param rule  null inside other vocabularies, where only ids and references are looked at
  void look_at(const XmlTag& tag, const ElementRule* rule);

  /// Whether all ids that attributes name are there; the file has been read.
  void check_own_places();

 private:
  void one(const XmlTag& tag, const ElementRule& rule, const XmlAttribute& a);
  void value(const XmlTag& tag, const XmlAttribute& a);
  void number(const XmlTag& tag, const XmlAttribute& a, bool positive);
  void semantics(const XmlTag& tag, const XmlAttribute& a);
  void required(const XmlTag& tag);
  void languages(const XmlTag& tag);
  void references(const XmlTag& tag);
  void refer(Reference::Kind kind, std::string_view address, std::size_t line);
  void wrong(const XmlTag& tag, const XmlAttribute& a);

  FileFacts& facts_;
  FileLog& log_;
  std::vector<std::pair<std::string, std::size_t>> own_places_;  // ids that attributes name
  std::vector<std::string> prefixes_;                            // of epub:type
  bool charset_ = false;
};

}  // namespace keben::epub
