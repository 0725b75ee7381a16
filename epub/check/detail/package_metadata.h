// The package's metadata: Dublin Core terms, and what refines them (EPUB 3.3 #sec-pkg-metadata).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "epub/check/detail/facts.h"
#include "epub/check/detail/file_log.h"

namespace keben::epub {

class MetadataCheck {
 public:
  explicit MetadataCheck(FileLog& log) : log_(log) {}

  void open(const XmlTag& tag);
  /// The text of the element that was opened last is complete.
  void close(std::string_view text);

  /// The package has been read.
  ///
  /// @param ids       all of its ids, sorted
  /// @param prefixes  those that it declares
  /// @returns the text of the identifier whose id is `unique`
  std::string finish(const std::string& unique, const std::vector<std::string>& ids,
                     const std::vector<std::string>& prefixes, bool epub2);

 private:
  struct Term {
    std::string name;  // "dc:title", or a meta's property
    std::string id, refines, text;
    std::size_t line;
    bool is_meta = false;
  };

  void attributes(const XmlTag& tag);
  void property(const Term& term, const std::vector<std::string>& prefixes);
  void refinement(const Term& term, const std::vector<std::string>& ids);
  void values(const Term& term);
  std::size_t count(const char* name) const;
  const Term* with_id(const std::string& id) const;
  void add(std::size_t line, std::string zh, std::string en);

  FileLog& log_;
  std::vector<Term> terms_;
  std::vector<std::string> seen_;  // property and target, of those that stand once
  bool open_ = false;
};

}  // namespace keben::epub
